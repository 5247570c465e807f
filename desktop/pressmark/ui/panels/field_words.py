"""The fields of records in words: what each is called, and what an annotation holds in it."""

from collections.abc import Iterable

from pressmark.model.annotation import CONFIDENCES, Annotation
from pressmark.model.label_set import LabelSet
from pressmark.model.project import Project
from pressmark.ui.panels.annotation_line import annotation_text, label_of
from pressmark.ui.panels.inspector.editors.raw import raw_words
from pressmark.ui.panels.words import confidence_words, one_line, value_title, value_words
from pressmark.ui.words import phrase as _t
from pressmark.ui.words import translated

_FIELDS = {
    "title": _t("title"),
    "byline": _t("byline"),
    "source": _t("source"),
    "language": _t("language"),
    "keywords": _t("keywords"),
    "confidence": _t("confidence"),
    "fragments": _t("words"),
    "label_set": _t("label set"),
    "likelihood": _t("likelihood"),
    "unknown": _t("what newer versions know"),
    "disputes": _t("what is in doubt"),
    "handling": _t("handling marking"),
    "published": _t("date"),
    "url": _t("address"),
    "grade": _t("source grade"),
    "relies_on": _t("annotations relied on"),
    "statement": _t("statement"),
    "summary": _t("summary"),
    "zones": _t("boilerplate"),
    "links": _t("related articles"),
    "waived": _t("what is let be"),
}


def field_words(name: str, labels: LabelSet) -> str:
    """Return what a field is called, an attribute by the title it has in the label set."""
    if not name.startswith("."):
        return translated(_FIELDS[name]) if name in _FIELDS else value_words(name).lower()
    declared = (label.attribute(name[1:]) for label in labels.labels)
    title = next((one.title for one in declared if one is not None), value_words(name[1:]))
    return title.lower()


def fields_words(names: Iterable[str], labels: LabelSet) -> str:
    """Return what fields are called, side by side."""
    return ", ".join(sorted({field_words(name, labels) for name in names if name}))


def held_words(project: Project, annotation: Annotation, name: str) -> str:
    """Return what an annotation holds in a field, on one line; "–" for nothing."""
    match name:
        case "fragments":
            words = annotation_text(annotation)
        case "label":
            words = label_of(project, annotation).title
        case "confidence":
            held = annotation.confidence
            words = confidence_words(held) if held in CONFIDENCES else held or ""
        case "flag":
            words = translated(_t("set") if annotation.flag else "")
        case _:
            words = _plain_words(project, annotation, name)
    return one_line(words) or "–"


def _plain_words(project: Project, annotation: Annotation, name: str) -> str:
    if not name.startswith("."):
        return str(getattr(annotation, name, None) or "")
    value = annotation.attributes.get(name[1:])
    if value is None:
        return ""
    label = label_of(project, annotation)
    attribute = label.attribute(name[1:])
    words = raw_words(value)
    return value_title(attribute, words) if attribute and attribute.kind == "choice" else words
