"""A column of named fields, each with room for one sentence on what is wrong with it."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from pressmark.analysis.label_set_problems import Problem
from pressmark.ui.dialogs.label_set.words import problem_words
from pressmark.ui.widgets.plain_label import PlainLabel

_NAMES = 78
"""Px that the names of fields take."""
_AROUND = 20


class Form(QWidget):
    """Fields by name, one below the other, their names before them."""

    def __init__(self) -> None:
        super().__init__()
        self._fields: dict[str, QWidget] = {}
        self._names: dict[str, PlainLabel] = {}
        self._notes: dict[str, PlainLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnMinimumWidth(0, _NAMES)
        self._grid.setColumnStretch(1, 1)

    def add(self, field: str, words: str, widget: QWidget, *, is_wide: bool = False) -> None:
        """Add a field; one that is `is_wide` stands below its name."""
        row = self._grid.rowCount()
        name, note = PlainLabel(words, "muted"), PlainLabel(role="danger")
        name.setContentsMargins(0, 6, 0, 0)
        name.setBuddy(widget)
        note.setWordWrap(True)
        note.hide()
        if not widget.accessibleName():
            widget.setAccessibleName(words)
        top = Qt.AlignmentFlag.AlignTop
        if is_wide:
            self._grid.addWidget(name, row, 0, 1, 2)
            self._grid.addWidget(widget, row + 1, 0, 1, 2)
        else:
            name.setWordWrap(True)
            self._grid.addWidget(name, row, 0, top)
            self._grid.addWidget(widget, row, 1)
        self._grid.addWidget(note, row + 2, 0 if is_wide else 1, 1, 2 if is_wide else 1)
        self._grid.setRowMinimumHeight(row + 3, 4)
        self._fields[field], self._names[field], self._notes[field] = widget, name, note

    def field(self, name: str) -> QWidget | None:
        """Return a field by its name."""
        return self._fields.get(name)

    def show_field(self, name: str, *, is_shown: bool) -> None:
        """Show or hide a field with its name."""
        self._fields[name].setVisible(is_shown)
        self._names[name].setVisible(is_shown)
        self._notes[name].setVisible(is_shown and bool(self._notes[name].text()))

    def show_problems(self, found: Mapping[str, Problem]) -> None:
        """Say at each field what is wrong with it."""
        for name, note in self._notes.items():
            told = problem_words(found[name]) if name in found else ""
            note.setText(told)
            note.setVisible(bool(told) and self._fields[name].isVisibleTo(self))
            field = self._fields[name]
            field.setAccessibleDescription(told)
            if isinstance(field, QLineEdit) and field.property("invalid") != bool(told):
                field.setProperty("invalid", bool(told))
                field.style().unpolish(field)
                field.style().polish(field)


class Words(QPlainTextEdit):
    """A few lines of plain text; Tab leaves them."""

    written = Signal(str)
    """What stands there, without blanks at its ends, at each change by hand."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(QFontMetrics(self.font()).lineSpacing() * lines + _AROUND)
        self.textChanged.connect(lambda: self.written.emit(self.toPlainText().strip()))

    def show_text(self, text: str) -> None:
        """Show a text, unless it is what stands there."""
        if text != self.toPlainText().strip():
            with QSignalBlocker(self):
                self.setPlainText(text)


class Line(QLineEdit):
    """One line of text; what is shown does not move the caret of who writes it."""

    def show_text(self, text: str) -> None:
        """Show a text, unless it is what stands there."""
        if text.strip() != self.text().strip():
            self.setText(text)
            self.setCursorPosition(0)
