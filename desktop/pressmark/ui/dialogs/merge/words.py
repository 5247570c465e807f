"""What a merge does to a record, in words."""

from collections import Counter

from PySide6.QtCore import QCoreApplication

from pressmark.analysis.comings import Coming, What
from pressmark.edits.label_set_merge import Choice
from pressmark.model.label_set import LabelSet
from pressmark.model.project import Project
from pressmark.ui.panels.field_words import fields_words
from pressmark.ui.panels.words import one_line
from pressmark.ui.words import counted, in_marks, phrases, translated
from pressmark.ui.words import phrase as _t

_WHATS: dict[What, str] = {
    "conflict": _t("Both changed"),
    "deleted": _t("Deleted"),
    "kept": _t("Kept"),
    "changed": _t("Changed"),
    "new": _t("New"),
}
KINDS = {
    "annotation": _t("Annotations"),
    "article": _t("Articles"),
    "relation": _t("Relations"),
    "entity": _t("Entities"),
    "annotator": _t("Annotators"),
    "judgement": _t("Judgements"),
    "label_set": _t("Label set"),
    "project": _t("Project"),
}
"""What the records of a kind are called, in the order in which they are shown."""


def what_words(what: What) -> str:
    """Return what happens to a record."""
    return translated(_WHATS[what])


def coming_words(coming: Coming, labels: LabelSet) -> str:
    """Return what happens to a record, and in which of its fields."""
    words = what_words(coming.what)
    if coming.what == "kept":
        return QCoreApplication.translate("merge", "Kept: deleted in one file only")
    named = coming.what in ("conflict", "changed")
    fields = fields_words(coming.fields, labels) if named else ""
    return f"{words}: {fields}" if fields else words


def staying_words(coming: Coming, after: Project) -> str:
    """Return which of two values stays, where not both are kept; "" where that takes many words."""
    if isinstance(coming.lost, Choice):
        return _choice_words(coming.lost)
    stays = _stays(coming, after)
    template = QCoreApplication.translate("merge", "“{value}” stays")
    return template.replace("{value}", stays) if stays else ""


def _choice_words(choice: Choice) -> str:
    """Return whose value of a label set is taken, and which, where that is a word or two."""
    words = translated(_t("Yours stays") if choice.is_ours else _t("Theirs is taken"))
    return (
        f"{words}: {in_marks(one_line(choice.taken))}" if isinstance(choice.taken, str) else words
    )


def _stays(coming: Coming, after: Project) -> str:
    if coming.lost is None:
        return ""
    if coming.kind == "entity":
        return after.entities[coming.id].name
    if coming.kind == "annotator":
        return after.annotators[coming.id].name
    record: object = after.articles[coming.id].head if coming.kind == "article" else after
    values = [getattr(record, name, None) for name in coming.fields]
    return values[0] if len(values) == 1 and isinstance(values[0], str) else ""


def told_words(name: str, counts: Counter[tuple[What, str]]) -> str:
    """Return what a merge of the file `name` did, once it is done."""
    told = (
        (counts["new", "annotation"], phrases("{n} new annotation", "{n} new annotations")),
        (counts["changed", "annotation"], phrases("{n} changed", "{n} changed")),
        (counts["deleted", "annotation"], phrases("{n} deleted", "{n} deleted")),
    )
    parts = [counted(*words, count) for count, words in told if count]
    if not parts:
        return QCoreApplication.translate("merge", "{file} was merged.").replace("{file}", name)
    words = QCoreApplication.translate("merge", "{file} was merged: {counts}.")
    return words.replace("{file}", name).replace("{counts}", ", ".join(parts))
