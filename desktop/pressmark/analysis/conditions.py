"""What an annotation must be: of a label, with a value of an attribute."""

from dataclasses import dataclass

from pressmark.model.annotation import Annotation
from pressmark.model.attribute import Anchor, Value


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing asked of an annotation: its `label` (id), and an `attribute` (id).

    The attribute has a value, or this `value`: an id of a choice or an entity, a date or a part
    of it, "true" or "false", or words that stand in it, whatever their case. None asks nothing.
    """

    label: str | None = None
    attribute: str | None = None
    value: str | None = None

    def is_met_by(self, annotation: Annotation) -> bool:
        """Say whether an annotation is what is asked for."""
        if self.label is not None and annotation.label != self.label:
            return False
        if self.attribute is None:
            return True
        held = annotation.attributes.get(self.attribute)
        return held is not None and (self.value is None or _holds(held, self.value))


def _holds(held: Value, wanted: str) -> bool:
    if isinstance(held, tuple | list):
        return any(_holds(one, wanted) for one in held)
    if isinstance(held, Anchor):
        return wanted in held.entities or wanted.casefold() in (held.text or "").casefold()
    if isinstance(held, bool):
        return wanted == ("true" if held else "false")
    return wanted.casefold() in str(held).casefold()
