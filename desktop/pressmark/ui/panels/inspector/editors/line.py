"""Editors of what is written in one line: text, numbers and dates."""

import re

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QVBoxLayout

from pressmark.analysis.earlier_values import texts_by_use
from pressmark.analysis.written_dates import date_written
from pressmark.model.attribute import Attribute, Value
from pressmark.ui.panels.inspector.at_hand import annotations_at_hand
from pressmark.ui.panels.inspector.dates import date_refusal
from pressmark.ui.panels.inspector.editors.editor import Editor, Surroundings
from pressmark.ui.panels.inspector.line_field import LineField

_NUMBER = re.compile(r"[-+]?\d{1,15}(\.\d{1,15})?", re.ASCII)


class LineEditor(Editor):
    """Shows a value as a line; its kinds say how a line is read."""

    def __init__(self, attribute: Attribute, around: Surroundings) -> None:
        super().__init__(attribute, around)
        self.field = LineField(self.refusal, attribute.max_length, takes_pauses=True)
        self.field.line.setAccessibleName(attribute.title)
        self.field.written.connect(
            lambda text: self.edited.emit(self.read(text) if text else None, ())
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        self.setFocusProxy(self.field)

    @property
    def visit(self) -> object:
        """What is written until the line is left is one step."""
        return self.field.visit

    def show_value(self, value: Value) -> None:
        """Show the value as a line."""
        self.field.show_text("" if value is None else str(value))

    def read(self, text: str) -> Value:
        """Return the value that a line which is not refused stands for."""
        return text

    def refusal(self, text: str) -> str:
        """Return what is wrong with a line, or ""."""
        del text
        return ""


class TextEditor(LineEditor):
    """Takes any text, up to the attribute's limit; completes what it was before, elsewhere.

    Down shows all of that, the most used first.
    """

    def __init__(self, attribute: Attribute, around: Surroundings) -> None:
        super().__init__(attribute, around)
        self.before = QStringListModel(self)
        completer = QCompleter(self.before, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.field.line.setCompleter(completer)
        self.field.line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look what it was before when somebody comes in, and show it at Down."""
        if event.type() == QEvent.Type.FocusIn:
            at_hand = annotations_at_hand(self.around.session)
            self.before.setStringList(texts_by_use(at_hand, self.attribute.id))
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            completer = self.field.line.completer()
            if event.key() == Qt.Key.Key_Down and completer is not None:
                completer.setCompletionPrefix(self.field.line.text())
                completer.complete()
                return True
        return super().eventFilter(watched, event)


class NumberEditor(LineEditor):
    """Takes a whole number or one with a decimal point."""

    def read(self, text: str) -> Value:
        """Return the number."""
        return float(text) if "." in text else int(text)

    def refusal(self, text: str) -> str:
        """Refuse what is no number."""
        if not text or _NUMBER.fullmatch(text):
            return ""
        return QCoreApplication.translate("inspector", "Write a number, such as 12 or 3.5.")


class DateEditor(LineEditor):
    """Takes a date as far as it is known."""

    def __init__(self, attribute: Attribute, around: Surroundings) -> None:
        super().__init__(attribute, around)
        self.field.line.setPlaceholderText(self.tr("e.g. 2024-05-27"))

    def read(self, text: str) -> Value:
        """Return the date as ISO 8601 has it, however it was written."""
        return date_written(text) or text

    def refusal(self, text: str) -> str:
        """Refuse what is no date."""
        return date_refusal(date_written(text) or text)
