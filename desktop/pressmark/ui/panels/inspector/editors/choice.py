"""Editors of choices from a closed list: one of them, or several."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from pressmark.model.attribute import Attribute, Value
from pressmark.ui.panels.flow_layout import FlowLayout
from pressmark.ui.panels.inspector.choice_field import ChoiceField
from pressmark.ui.panels.inspector.editors.editor import Editor, Surroundings
from pressmark.ui.panels.words import value_title
from pressmark.ui.reading.keys import pressed_digit

NONE_CHOSEN = "—"
_MOST = 9
"""How many values have a digit each; a longer list is searched instead."""


def choice_editor(attribute: Attribute, around: Surroundings) -> Editor:
    """Return the editor that a choice needs."""
    kind = SeveralChoicesEditor if attribute.several else ChoiceEditor
    return kind(attribute, around)


class ChoiceEditor(Editor):
    """A list to pick one value from, or none."""

    def __init__(self, attribute: Attribute, around: Surroundings) -> None:
        super().__init__(attribute, around)
        self.field = ValueField(attribute)
        self.field.activated.connect(lambda at: self.edited.emit(self.field.itemData(at), ()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        self.setFocusProxy(self.field)

    def show_value(self, value: Value) -> None:
        """Show the value."""
        self.field.setCurrentIndex(max(0, self.field.findData(value)))


class ValueField(ChoiceField):
    """The values of a choice: a digit each, or the first letters; a long list is searched."""

    def __init__(self, attribute: Attribute) -> None:
        super().__init__(attribute.title)
        self.addItem(NONE_CHOSEN, None)
        for value in attribute.values:
            self.addItem(value_title(attribute, value), value)
        if len(attribute.values) > _MOST:
            self._make_searchable()
        else:
            self.view().setItemDelegate(_Numbered(self.view()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the value of a digit; 0 is for none."""
        digit = pressed_digit(event)
        if digit is None or self.isEditable() or int(digit) >= self.count():
            super().keyPressEvent(event)
            return
        self.setCurrentIndex(int(digit))
        self.activated.emit(int(digit))

    def _make_searchable(self) -> None:
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        if line := self.lineEdit():
            line.editingFinished.connect(self._take_typed)

    def _take_typed(self) -> None:
        """Choose the one value that has what was typed; where there is none, or more, stay."""
        typed = self.currentText().strip().casefold()
        having = [at for at in range(self.count()) if typed in self.itemText(at).casefold()]
        if typed and len(having) == 1 and having[0] != self.currentIndex():
            self.setCurrentIndex(having[0])
            self.activated.emit(having[0])
        with QSignalBlocker(self):
            self.setEditText(self.itemText(self.currentIndex()))


class _Numbered(QStyledItemDelegate):
    """Shows before each value the digit that chooses it."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.text = f"{index.row()}   {option.text}"


class SeveralChoicesEditor(Editor):
    """A box to tick for each value, with a digit that ticks it."""

    def __init__(self, attribute: Attribute, around: Surroundings) -> None:
        super().__init__(attribute, around)
        self.boxes: dict[str, QCheckBox] = {}
        self.setAccessibleName(attribute.title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        flow = FlowLayout(spacing=4)
        column.addLayout(flow)
        for number, value in enumerate(attribute.values, start=1):
            words = value_title(attribute, value).replace("&", "&&")
            box = QCheckBox(f"{number} {words}" if number <= _MOST else words)
            box.setAccessibleName(f"{attribute.title}: {value_title(attribute, value)}")
            box.clicked.connect(self._tell)
            self.boxes[value] = box
            flow.addWidget(box)
        if self.boxes:
            self.setFocusProxy(next(iter(self.boxes.values())))

    def show_value(self, value: Value) -> None:
        """Tick what is chosen."""
        chosen = value if isinstance(value, tuple) else ()
        for name, box in self.boxes.items():
            box.setChecked(name in chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick the value of a digit, or take the tick away."""
        digit = pressed_digit(event)
        boxes = [*self.boxes.values()]
        if digit is None or not 1 <= int(digit) <= len(boxes):
            super().keyPressEvent(event)
            return
        boxes[int(digit) - 1].click()

    def _tell(self) -> None:
        ticked = tuple(name for name, box in self.boxes.items() if box.isChecked())
        self.edited.emit(ticked or None, ())
