"""Labels that an annotation set brings along, for the label set that lacks them."""

from dataclasses import replace

from pressmark.edits.label_sets import MARKS
from pressmark.model.label_set import Label, LabelSet


class NewLabels:
    """Gathers the ids of labels that a label set does not have."""

    def __init__(self, label_set: LabelSet) -> None:
        self._label_set = label_set
        self._ids: dict[str, None] = {}

    def meet(self, label_id: str) -> bool:
        """Take note of a label; say whether it is a new one."""
        if label_id in self._ids or self._label_set.label(label_id) is not None:
            return False
        self._ids[label_id] = None
        return True

    def united(self) -> LabelSet | None:
        """Return the label set with the new labels, each with a mark while there are any left."""
        if not self._ids:
            return None
        taken = {label.mark for label in self._label_set.labels}
        free = iter([mark for mark in MARKS if mark not in taken])
        new = (Label(id=one, title=title_of(one), mark=next(free, None)) for one in self._ids)
        return replace(self._label_set, labels=(*self._label_set.labels, *new))


def title_of(label_id: str) -> str:
    """Return a title for people, unless the id is written for people already."""
    if label_id != label_id.lower():
        return label_id
    return label_id.replace("-", " ").replace("_", " ").strip().capitalize() or label_id
