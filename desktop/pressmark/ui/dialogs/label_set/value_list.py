"""The values that can be chosen: short ids, shown as words."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from pressmark.edits.label_sets import free_id
from pressmark.ui.dialogs.label_set.ordered_list import OrderedList, Row
from pressmark.ui.panels.words import value_words


class ValueList(QWidget):
    """Values in their order, and a line below for another one.

    Where they may have titles, those change and ids stay; else another name is another value.
    """

    changed = Signal(tuple)
    """The values as they shall be."""
    renamed = Signal(str, str)
    """A value, and the one that stands in its place from now on."""
    titled = Signal(dict)
    """What values are called that their ids do not say, by id."""

    def __init__(self, name: str, *, has_titles: bool = False) -> None:
        super().__init__()
        self._has_titles = has_titles
        self._titles: dict[str, str] = {}
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

    def show_values(
        self, values: tuple[str, ...], titles: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        """Show these values, by their titles where they have some."""
        current = self.rows.current
        self._values, self._titles = values, dict(titles)
        at = current if current in values else (values[0] if values else "")
        self._show(at)

    def _show(self, current: str) -> None:
        self.rows.show_rows([Row(one, self._words(one)) for one in self._values], current)

    def _words(self, value: str) -> str:
        return self._titles.get(value) or value_words(value)

    def _add(self, words: str) -> None:
        value = free_id(words, self._values, "value" if self._has_titles else words)
        self.line.clear()
        self._values = (*self._values, value)
        self._show(value)
        self.changed.emit(self._values)
        if self._has_titles:
            self._entitle(value, words)

    def _entitle(self, value: str, words: str) -> None:
        """Call a value so, in the label set only where its id does not say it."""
        titles = {name: title for name, title in self._titles.items() if name in self._values}
        titles.pop(value, None)
        if words != value_words(value):
            titles[value] = words
        if titles != self._titles:
            self._titles = titles
            self._show(value)
            self.titled.emit(titles)

    def _remove(self, value: str) -> None:
        at = self._values.index(value)
        left = tuple(one for one in self._values if one != value)
        self._values = left
        self._show(left[min(at, len(left) - 1)] if left else "")
        self.changed.emit(left)

    def _rename(self, value: str, words: str) -> None:
        if not words or words == self._words(value):
            self._show(value)
        elif self._has_titles:
            self._entitle(value, words)
        else:
            others = tuple(one for one in self._values if one != value)
            new = free_id(words, others, words)  # one without Latin letters is found wrong
            self._values = tuple(new if one == value else one for one in self._values)
            self._show(new)
            self.changed.emit(self._values)
            self.renamed.emit(value, new)


class _AddLine(QLineEdit):
    """A line whose Enter is its own, not the dialog's."""

    entered = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand over what was written."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            self.entered.emit(self.text().strip())
        else:
            super().keyPressEvent(event)
