"""The values that can be chosen: short ids, shown as words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from pressmark.edits.label_sets import free_id
from pressmark.ui.dialogs.label_set.ordered_list import OrderedList, Row
from pressmark.ui.panels.words import value_words


class ValueList(QWidget):
    """Values in their order, and a line below for another one."""

    changed = Signal(tuple)
    """The values as they shall be."""
    renamed = Signal(str, str)
    """A value, and the one that stands in its place from now on."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._values: tuple[str, ...] = ()
        self.rows = OrderedList(name, copies=False, renames=True, most=6)
        self.rows.add.hide()
        self.line = _AddLine()
        self.line.setPlaceholderText(self.tr("Another value, then Enter"))
        self.line.setAccessibleName(f"{name}: {self.line.placeholderText()}")
        self.line.entered.connect(self._add)
        self.rows.add_asked.connect(self.line.setFocus)
        self.rows.arranged.connect(lambda ids: self.changed.emit(tuple(ids)))
        self.rows.removal_asked.connect(self._remove)
        self.rows.renamed.connect(self._rename)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.rows)
        column.addWidget(self.line)
        self.setFocusProxy(self.rows)

    def show_values(self, values: tuple[str, ...]) -> None:
        """Show these values."""
        current = self.rows.current
        self._values = values
        at = current if current in values else (values[0] if values else "")
        self.rows.show_rows([Row(one, value_words(one)) for one in values], at)

    def _add(self, words: str) -> None:
        value = _value(words, self._values)
        self.line.clear()
        self.show_values((*self._values, value))
        self.changed.emit(self._values)

    def _remove(self, value: str) -> None:
        at = self._values.index(value)
        left = tuple(one for one in self._values if one != value)
        self.show_values(left)
        self.rows.list.setCurrentRow(min(at, len(left) - 1))
        self.changed.emit(left)

    def _rename(self, value: str, words: str) -> None:
        if not words or words == value_words(value):
            self.show_values(self._values)
            return
        others = tuple(one for one in self._values if one != value)
        new = _value(words, others)
        self._values = tuple(new if one == value else one for one in self._values)
        self.rows.show_rows([Row(one, value_words(one)) for one in self._values], new)
        self.changed.emit(self._values)
        self.renamed.emit(value, new)


def _value(words: str, others: tuple[str, ...]) -> str:
    """Return the id of a value; what has no Latin letter stays, to be found wrong."""
    return free_id(words, others, words)


class _AddLine(QLineEdit):
    """A line whose Enter is its own, not the dialog's."""

    entered = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand over what was written."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            self.entered.emit(self.text().strip())
        else:
            super().keyPressEvent(event)
