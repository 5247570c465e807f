"""The page of a relation type: what it is called, and which labels it joins."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from pressmark.model.label_set import Label, RelationType
from pressmark.ui.dialogs.label_set.draft import Draft
from pressmark.ui.dialogs.label_set.form import Form, Line
from pressmark.ui.dialogs.label_set.value_list import ValueList
from pressmark.ui.panels.flow_layout import FlowLayout


class RelationPage(QWidget):
    """Writes what is changed into the draft at once."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft
        self._id = ""
        self.form = Form()
        self.title, self.key = Line(), Line()
        self.from_, self.to = Ends(self.tr("From")), Ends(self.tr("To"))
        self.match = ValueList(self.tr("How alike"))
        self.key.setMaxLength(1)
        flags = {
            "entity": self.tr("May end at an entity"),
            "same_label": self.tr("Joins annotations of one label"),
            "symmetric": self.tr("Says the same in both directions"),
            "across_articles": self.tr("May join two articles"),
        }
        self.flags = {field: QCheckBox(words) for field, words in flags.items()}
        self.form.add("title", self.tr("Name"), self.title)
        self.form.add("key", self.tr("Key after L"), self.key)
        self.form.add("from", self.tr("From"), self.from_)
        self.form.add("to", self.tr("To"), self.to)
        for field, box in self.flags.items():
            self.form.add(field, "", box)
            box.clicked.connect(lambda on, name=field: self._change(**{name: on}))
        self.form.add("match", self.tr("How alike"), self.match)
        self.title.textEdited.connect(lambda text: self._change(title=text.strip()))
        self.key.textEdited.connect(lambda text: self._change(key=text.strip().upper() or None))
        self.from_.changed.connect(lambda ids: self._change(from_=ids))
        self.to.changed.connect(lambda ids: self._change(to=ids))
        self.match.changed.connect(lambda values: self._change(match=values))
        self.match.renamed.connect(
            lambda old, new: self._draft.settle(("match", self._id, old), new)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 12, 20)
        column.addWidget(self.form)
        column.addStretch(1)

    @property
    def relation(self) -> RelationType | None:
        """The relation type that is shown."""
        return self._draft.labels.relation_type(self._id)

    def show_relation(self, type_id: str) -> None:
        """Show a relation type as the draft has it."""
        self._id = type_id
        relation = self.relation
        if relation is None:
            return
        labels = self._draft.labels.labels
        self.title.show_text(relation.title)
        self.key.show_text(relation.key or "")
        self.from_.show_ends(labels, relation.from_)
        self.to.show_ends(labels, relation.to)
        for field, box in self.flags.items():
            box.setChecked(getattr(relation, field) is not False)  # not said: it may
        for ends in ("from", "to"):
            self.form.show_field(ends, is_shown=not relation.same_label)
        self.match.show_values(relation.match)
        self.form.show_problems(self._draft.at("relation", relation.id))

    def _change(self, **changes: object) -> None:
        if self.relation is not None:
            changed = replace(self.relation, **changes)  # type: ignore[arg-type]  # fields by name
            self._id = self._draft.name_of(changed)  # before others hear of it
            self._draft.put_relation(changed)


class Ends(QWidget):
    """The labels at one end: a tick each; no tick at all means any."""

    changed = Signal(tuple)
    """The ids of those that are ticked."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.boxes: dict[str, QCheckBox] = {}
        self._flow = FlowLayout(spacing=4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 3, 0, 3)
        column.addLayout(self._flow)
        self.any = QCheckBox(self.tr("Any label"))
        self.any.setAccessibleName(f"{name}: {self.any.text()}")
        self.any.clicked.connect(lambda: self.changed.emit(()))
        self._flow.addWidget(self.any)

    def show_ends(self, labels: tuple[Label, ...], ids: tuple[str, ...]) -> None:
        """Show all labels, and tick these."""
        if list(self.boxes) != [one.id for one in labels]:
            for box in self.boxes.values():
                self._flow.removeWidget(box)
                box.hide()
                box.deleteLater()
            self.boxes = {one.id: self._box() for one in labels}
        for label in labels:
            box = self.boxes[label.id]
            box.setText(label.title.replace("&", "&&"))
            box.setAccessibleName(f"{self._name}: {label.title}")
            box.setChecked(label.id in ids)
        self.any.setChecked(not ids)

    def _box(self) -> QCheckBox:
        box = QCheckBox()
        box.clicked.connect(self._tell)
        self._flow.addWidget(box)
        return box

    def _tell(self) -> None:
        self.changed.emit(tuple(one for one, box in self.boxes.items() if box.isChecked()))
