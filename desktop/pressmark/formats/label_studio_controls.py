"""Label Studio's controls: its labelling configuration, and attributes as answers in them.

Each attribute has a control of its own that is shown for regions of its label. What points at
words or entities is text there, for people to read; its exact value goes along in the task.
"""

from collections.abc import Iterator, Mapping

from pressmark.formats.annotation_table import shown
from pressmark.formats.xml_text import quoted
from pressmark.model.annotation import Annotation
from pressmark.model.attribute import Attribute, Value
from pressmark.model.json import Json
from pressmark.model.label_set import Label, LabelSet
from pressmark.model.records import Entity

LABELS = "label"
TEXT = "text"
_YES, _NO = "yes", "no"
_MOST_KEYS = 9
_CHOICES = frozenset({"choice", "flag"})


def control_name(label: str, attribute: str) -> str:
    """Return the name of the control that has an attribute of a label."""
    return f"{label}-{attribute}"


def configuration(label_set: LabelSet) -> str:
    """Return the labelling configuration in which tasks with these labels can be opened."""
    return "\n".join(["<View>", *(f"  {line}" for line in _lines(label_set)), "</View>", ""])


def answers(
    annotation: Annotation, label_set: LabelSet, entities: Mapping[str, Entity]
) -> Iterator[tuple[str, str, dict[str, Json]]]:
    """Yield the control, its kind and the value for each attribute that has a control."""
    label = label_set.label(annotation.label)
    for attribute in label.attributes if label is not None else ():
        if attribute.id in annotation.attributes:
            value = annotation.attributes[attribute.id]
            answer = _answer(attribute, value, entities)
            if answer is not None:
                yield control_name(annotation.label, attribute.id), *answer


def value_of(attribute: Attribute | None, kind: str, value: Mapping[str, Json]) -> Json:
    """Return what an answer says, in the shape that the attribute has (None: whatever it says)."""
    held = value.get({"textarea": "text"}.get(kind, kind))
    words = [one for one in held if isinstance(one, str)] if isinstance(held, list) else []
    if kind == "choices" and attribute is not None and attribute.kind == "flag":
        return words == [_YES]
    if kind == "choices" and ((attribute is not None and attribute.several) or len(words) != 1):
        return [*words]
    return "\n".join(words) if words else held


def _answer(
    attribute: Attribute, value: Value, entities: Mapping[str, Entity]
) -> tuple[str, dict[str, Json]] | None:
    if attribute.kind == "flag" and isinstance(value, bool):
        return "choices", {"choices": [_YES if value else _NO]}
    if attribute.kind == "choice":
        chosen = list(value) if isinstance(value, tuple | list) else [value]
        fitting = all(one in attribute.values for one in chosen)
        return ("choices", {"choices": chosen}) if chosen and fitting else None  # type: ignore[dict-item]
    if attribute.kind == "number" and isinstance(value, int | float):
        return "number", {"number": value}
    words = shown(value, entities)
    return ("textarea", {"text": [words]}) if words else None


def _lines(label_set: LabelSet) -> Iterator[str]:
    if label_set.relations:
        yield "<Relations>"
        yield from (f"  <Relation value={quoted(one.id)}/>" for one in label_set.relations)
        yield "</Relations>"
    yield f'<Labels name="{LABELS}" toName="{TEXT}">'
    for number, label in enumerate(label_set.labels, start=1):
        key = f' hotkey="{number}"' if number <= _MOST_KEYS else ""
        yield f"  <Label value={quoted(label.id)}{key}/>"
    yield "</Labels>"
    yield f'<Text name="{TEXT}" value="${TEXT}"/>'
    for label in label_set.labels:
        if label.attributes:
            when = f'whenTagName="{LABELS}" whenLabelValue={quoted(label.id)}'
            yield f'<View visibleWhen="region-selected" {when}>'
            for attribute in label.attributes:
                yield from (f"  {line}" for line in _control(label, attribute))
            yield "</View>"


def _control(label: Label, attribute: Attribute) -> Iterator[str]:
    own = f'name={quoted(control_name(label.id, attribute.id))} toName="{TEXT}" perRegion="true"'
    yield f'<Header value={quoted(attribute.title)} size="6"/>'
    if attribute.kind in _CHOICES:
        several = "multiple" if attribute.several else "single"
        yield f'<Choices {own} choice="{several}" showInline="true">'
        values = (_YES, _NO) if attribute.kind == "flag" else attribute.values
        yield from (f"  <Choice value={quoted(one)}/>" for one in values)
        yield "</Choices>"
    elif attribute.kind == "number":
        yield f"<Number {own}/>"
    else:
        yield f'<TextArea {own} maxSubmissions="1" editable="true"/>'
