"""What an annotation must be: of a label, with a value of an attribute."""

from dataclasses import dataclass

from pressmark.model.annotation import Annotation
from pressmark.model.attribute import Anchor, Value


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing asked of an annotation: its `label` (id), and an `attribute` (id); None: any.

    The attribute, or one of them, has a value at all; or this `value`: an id of a choice or an
    entity, "true" or "false", a number or a date as it is written; or one in which these `words`
    stand, in whatever letter case. Or it is one `among` these (ids), which `title` names.
    """

    label: str | None = None
    attribute: str | None = None
    value: str | None = None
    words: str | None = None
    among: frozenset[str] | None = None
    title: str = ""

    def is_met_by(self, annotation: Annotation) -> bool:
        """Say whether an annotation is what is asked for."""
        if self.among is not None and annotation.id not in self.among:
            return False
        if self.label is not None and annotation.label != self.label:
            return False
        if self.attribute is None and self.value is None and self.words is None:
            return True
        if self.attribute is None:
            return any(self._suits(value) for value in annotation.attributes.values())
        held = annotation.attributes.get(self.attribute)
        return held is not None and self._suits(held)

    def _suits(self, held: Value) -> bool:
        if self.value is not None and not _is(held, self.value):
            return False
        return self.words is None or _has(held, self.words.casefold())


def _is(held: Value, wanted: str) -> bool:
    if isinstance(held, tuple | list):
        return any(_is(one, wanted) for one in held)
    if isinstance(held, Anchor):
        return wanted in held.entities
    if isinstance(held, bool):
        return wanted == ("true" if held else "false")
    return wanted == str(held)


def _has(held: Value, wanted: str) -> bool:
    if isinstance(held, tuple | list):
        return any(_has(one, wanted) for one in held)
    text = held.text or "" if isinstance(held, Anchor) else str(held)
    return wanted in text.casefold()
