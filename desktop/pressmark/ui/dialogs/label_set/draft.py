"""A label set while it is being edited, and what that would mean for the project."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from pressmark.analysis.label_set_changes import LabelSetChange, label_set_changes
from pressmark.analysis.label_set_problems import Problem, problems
from pressmark.edits.label_set_use import Key, Loss, Use, losses
from pressmark.edits.label_sets import free_id, with_stand_in
from pressmark.model.attribute import Attribute
from pressmark.model.label_set import Label, LabelSet, RelationType


class Draft(QObject):
    """Holds the label set as it shall be; the one of the project stays as it is until the end.

    Records that the project does not have yet are named after their titles, again at each change.
    """

    changed = Signal()
    """The label set is another, or what becomes of a loss."""

    def __init__(self, before: LabelSet, use: Use, taken: Mapping[str, str]) -> None:
        super().__init__()
        self.before = before
        self.taken = taken
        self._use = use
        self._labels = before
        self._ways: dict[Key, str | None] = {}
        self._old_problems = frozenset(problems(before, taken))
        self._look()

    # ---- what there is

    @property
    def labels(self) -> LabelSet:
        """The label set as it shall be."""
        return self._labels

    @property
    def ways(self) -> Mapping[Key, str | None]:
        """What becomes of what is lost; what is not named stays as it is."""
        return self._ways

    @property
    def lost(self) -> tuple[Loss, ...]:
        """What is in use and has no place in the label set any more."""
        return self._lost

    @property
    def differences(self) -> tuple[LabelSetChange, ...]:
        """What is not as it was."""
        return label_set_changes(self.before, self._labels)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong."""
        return self._problems

    @property
    def new_problems(self) -> tuple[Problem, ...]:
        """What is wrong and was not so before: it has to be mended first.

        A relation type without labels is only said: those that left may still have annotations.
        """
        return tuple(
            one for one in self._problems if one not in self._old_problems and one.case != "no-end"
        )

    @property
    def settled(self) -> LabelSet:
        """The label set as it shall be, with labels that stand for others wherever those were."""
        labels = self._labels
        for loss in self._lost:
            stand_in = self._ways.get(loss.key)
            if loss.key[0] == "label" and stand_in:
                labels = with_stand_in(labels, self.before, loss.key[1], stand_in)
        return labels

    def at(self, *where: str) -> Mapping[str, Problem]:
        """Return the problems of a record's fields, by the name of the field."""
        found: dict[str, Problem] = {}
        for one in self._problems:
            if one.where[:-1] == where:
                found.setdefault(one.where[-1], one)
        return found

    # ---- what is done

    def take(self, labels: LabelSet) -> None:
        """Let this be the label set."""
        if labels != self._labels:
            self._labels = labels
            self._look()
            self.changed.emit()

    def settle(self, key: Key, way: str | None, *, keep: bool = False) -> None:
        """Say what becomes of a loss: an id that stands for it, None to delete, or `keep`."""
        if keep:
            self._ways.pop(key, None)
        else:
            self._ways[key] = way
        self.changed.emit()

    def name_of(self, record: Label | RelationType) -> str:
        """Return the id that a label or relation type is to have."""
        if isinstance(record, Label):
            is_known = self.before.label(record.id) is not None
            return _named(record, self._labels.labels, is_known=is_known)
        is_known = self.before.relation_type(record.id) is not None
        return _named(record, self._labels.relations, is_known=is_known)

    def attribute_name(self, label: Label, attribute: Attribute) -> str:
        """Return the id that an attribute of a label is to have."""
        known = self.before.label(label.id)
        is_known = known is not None and known.attribute(attribute.id) is not None
        return _named(attribute, label.attributes, is_known=is_known)

    def put_label(self, label: Label) -> str:
        """Let a label be so; return its id."""
        named, labels = self.name_of(label), self._labels
        held = tuple(
            replace(label, id=named) if one.id == label.id else one for one in labels.labels
        )
        relations = tuple(_with_end_renamed(one, label.id, named) for one in labels.relations)
        self.take(replace(labels, labels=held, relations=relations))
        return named

    def put_relation(self, relation: RelationType) -> str:
        """Let a relation type be so; return its id."""
        named = self.name_of(relation)
        held = tuple(
            replace(relation, id=named) if one.id == relation.id else one
            for one in self._labels.relations
        )
        self.take(replace(self._labels, relations=held))
        return named

    def _look(self) -> None:
        self._lost = losses(self._use, self.before, self._labels)
        self._problems = problems(self._labels, self.taken)


def _named(
    record: Label | Attribute | RelationType,
    others: Sequence[Label | Attribute | RelationType],
    *,
    is_known: bool,
) -> str:
    if is_known or not record.title.strip():
        return record.id
    return free_id(record.title, [one.id for one in others if one.id != record.id], record.id)


def _with_end_renamed(relation: RelationType, before: str, after: str) -> RelationType:
    def renamed(ends: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(after if one == before else one for one in ends)

    return replace(relation, from_=renamed(relation.from_), to=renamed(relation.to))
