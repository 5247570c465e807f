"""A value that is proposed, as a quiet line to be clicked."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pressmark.model.attribute import Value, anchors
from pressmark.model.records import Entity
from pressmark.ui.panels.inspector.line_button import LineButton
from pressmark.ui.panels.inspector.small_button import SmallButton
from pressmark.ui.panels.words import one_line, value_words
from pressmark.ui.widgets.key_cap import ActionKeyCap
from pressmark.ui.widgets.tooltips import give_tooltip

_LONGEST = 120


class ProposalLine(QWidget):
    """Shows what would be taken: "The EU → European Union?"; hidden while nothing is proposed."""

    clicked = Signal()
    dismissed = Signal()
    """It shall not be proposed any more: the button behind it, or Delete."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self.button = LineButton("check")
        self.button.clicked.connect(self.clicked)
        self.dismiss = SmallButton("x", self.tr("Do not propose this"), title)
        self.dismiss.clicked.connect(self.dismissed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.button)
        row.addWidget(self.dismiss)
        row.addStretch()
        self.setFocusProxy(self.button)
        self.hide()

    def show_proposal(self, value: Value, entities: Mapping[str, Entity]) -> None:
        """Show a value; None for none."""
        self.setVisible(value is not None)
        if value is None:
            return
        words, button = _words(value, entities), self.button
        button.show_words(QCoreApplication.translate("inspector", "{value}?").format(value=words))
        named = QCoreApplication.translate("inspector", "{title}: take {value}")
        button.setAccessibleName(named.format(title=self._title, value=words))
        give_tooltip(
            button, QCoreApplication.translate("inspector", "Take {value}").format(value=words)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Dismiss it with Delete or Backspace."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)


class TakingLine(QWidget):
    """Takes all that is proposed, and shows the key that does so in the article."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.button = LineButton("check-check", self.tr("Take all that is proposed"))
        self.button.clicked.connect(self.clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addWidget(ActionKeyCap("take-proposals"))
        row.addStretch()
        self.hide()


def stacked(*parts: QWidget) -> QWidget:
    """Return a widget in which others stand above each other; the first one takes its focus."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    for part in parts:
        column.addWidget(part)
    whole.setFocusProxy(parts[0])
    return whole


def _words(value: Value, entities: Mapping[str, Entity]) -> str:
    for anchor in anchors(value):
        said = one_line(anchor.text or "")[:_LONGEST]
        named = [entities[one].name for one in anchor.entities if one in entities]
        return " → ".join((said, *named))
    return value_words(value) if isinstance(value, str) else str(value)
