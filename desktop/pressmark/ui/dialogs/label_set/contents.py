"""What a label set holds: its labels, its relation types, and the rest."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from pressmark.edits.label_sets import (
    arranged,
    free_id,
    new_label,
    placed_behind,
    without,
    without_label,
)
from pressmark.model.label_set import Label, RelationType
from pressmark.ui.dialogs.label_set.draft import Draft
from pressmark.ui.dialogs.label_set.ordered_list import OrderedList, Row
from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.theme.marks import glyph_pixmap
from pressmark.ui.widgets.plain_label import PlainLabel

_GLYPH = 15


class Contents(QFrame):
    """Two lists and a button; one row of all is the current one."""

    chosen = Signal(str, str)
    """What is to be shown: "label", "relation" or "set", and an id ("" for the set)."""
    made = Signal()
    """What is shown is new, and wants a name."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft
        self._kind, self._id = "set", ""
        self.setProperty("surface", "panel")
        self.labels = OrderedList(self.tr("Labels"))
        self.relations = OrderedList(self.tr("Relations"))
        self.rest = QPushButton(self.tr("Guidelines and zones"))
        self.rest.setCheckable(True)
        self.rest.setAutoDefault(False)
        self.rest.clicked.connect(lambda: self.choose("set"))
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 14, 10, 12)
        column.setSpacing(5)
        for held, heading, share in (
            (self.labels, self.tr("Labels"), 3),
            (self.relations, self.tr("Relations"), 2),
        ):
            held.list.setProperty("surface", "panel")
            column.addWidget(PlainLabel(heading, "heading"))
            column.addWidget(held, share)
            column.addSpacing(8)
        column.addWidget(self.rest)
        self._wire_labels()
        self._wire_relations()

    @property
    def kind(self) -> str:
        """What is shown: "label", "relation" or "set"."""
        return self._kind

    @property
    def id(self) -> str:
        """The id of what is shown."""
        return self._id

    def choose(self, kind: str, record_id: str = "") -> None:
        """Show something."""
        self._kind, self._id = kind, record_id
        self.refresh()
        self.chosen.emit(kind, record_id)

    def follow(self, record_id: str) -> None:
        """Take note that what is shown has another id now."""
        self._id = record_id

    def refresh(self) -> None:
        """Show what the draft holds."""
        labels = self._draft.labels
        self.labels.show_rows([_row(one) for one in labels.labels], self._current("label"))
        rows = [Row(one.id, one.title) for one in labels.relations]
        self.relations.show_rows(rows, self._current("relation"))
        self.rest.setChecked(self._kind == "set")

    def _current(self, kind: str) -> str:
        return self._id if self._kind == kind else ""

    # ---- labels

    def _wire_labels(self) -> None:
        self.labels.chosen.connect(lambda one: self.choose("label", one))
        self.labels.arranged.connect(self._arrange_labels)
        self.labels.add_asked.connect(self._add_label)
        self.labels.copy_asked.connect(self._copy_label)
        self.labels.removal_asked.connect(self._remove_label)

    def _arrange_labels(self, ids: list[str]) -> None:
        labels = self._draft.labels
        self._draft.take(replace(labels, labels=arranged(labels.labels, ids)))

    def _add_label(self) -> None:
        label = new_label(self._draft.labels, self.tr("New label"), self._draft.taken)
        glyph = current_theme().mark(label.mark or "").glyph
        self._place_label(replace(label, glyph=glyph), "")

    def _copy_label(self, label_id: str) -> None:
        held = self._draft.labels.label(label_id)
        if held is not None:
            title = self.tr("{title} (copy)").format(title=held.title)
            fresh = new_label(self._draft.labels, title, self._draft.taken)
            self._place_label(
                replace(held, id=fresh.id, title=title, keys=fresh.keys, mark=fresh.mark), label_id
            )

    def _place_label(self, label: Label, after: str) -> None:
        labels = self._draft.labels
        self._kind, self._id = "label", label.id
        placed = placed_behind(labels.labels, after, label)
        self._draft.take(replace(labels, labels=placed))
        self.choose("label", label.id)
        self.made.emit()

    def _remove_label(self, label_id: str) -> None:
        ids = [one.id for one in self._draft.labels.labels]
        self._go_beside("label", ids, label_id)
        self._draft.take(without_label(self._draft.labels, label_id))

    # ---- relation types

    def _wire_relations(self) -> None:
        self.relations.chosen.connect(lambda one: self.choose("relation", one))
        self.relations.arranged.connect(self._arrange_relations)
        self.relations.add_asked.connect(self._add_relation)
        self.relations.copy_asked.connect(self._copy_relation)
        self.relations.removal_asked.connect(self._remove_relation)

    def _arrange_relations(self, ids: list[str]) -> None:
        labels = self._draft.labels
        self._draft.take(replace(labels, relations=arranged(labels.relations, ids)))

    def _add_relation(self) -> None:
        self._place_relation(RelationType(id="", title=self.tr("new relation")), "")

    def _copy_relation(self, type_id: str) -> None:
        held = self._draft.labels.relation_type(type_id)
        if held is not None:
            title = self.tr("{title} (copy)").format(title=held.title)
            self._place_relation(replace(held, title=title, key=None), type_id)

    def _place_relation(self, relation: RelationType, after: str) -> None:
        labels = self._draft.labels
        made = free_id(relation.title, [one.id for one in labels.relations], "relation")
        self._kind, self._id = "relation", made
        placed = placed_behind(labels.relations, after, replace(relation, id=made))
        self._draft.take(replace(labels, relations=placed))
        self.choose("relation", made)
        self.made.emit()

    def _remove_relation(self, type_id: str) -> None:
        labels = self._draft.labels
        self._go_beside("relation", [one.id for one in labels.relations], type_id)
        self._draft.take(replace(labels, relations=without(labels.relations, type_id)))

    def _go_beside(self, kind: str, ids: list[str], gone: str) -> None:
        """Show what stands below the one that goes, or above it, before it goes."""
        at = ids.index(gone)
        left = [one for one in ids if one != gone]
        if left:
            self.choose(kind, left[min(at, len(left) - 1)])
        else:
            self.choose("set")


def _row(label: Label) -> Row:
    mark = current_theme().mark(label.mark or "", label.glyph)
    return Row(label.id, label.title, QIcon(glyph_pixmap(mark, _GLYPH, 2.0)))
