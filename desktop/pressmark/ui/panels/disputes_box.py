"""The other versions of fields that a merge could not unite, and buttons to settle each."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from pressmark.model.project import Project
from pressmark.model.records import Dispute
from pressmark.ui.panels.dispute_words import (
    disputed_words,
    held_by_words,
    held_words,
    other_by_words,
    other_words,
)
from pressmark.ui.widgets.plain_label import PlainLabel

_LONGEST = 240
"""Code points of a value that are shown."""


class DisputesBox(QFrame):
    """Says of each field what the other version is; hidden while there is none.

    `is_alone` says that the fields themselves are not beside it: then it says what they hold, too.
    """

    taken = Signal(str)
    """The id of a dispute: its other version shall hold."""
    dismissed = Signal(str)
    """The id of a dispute: what the field holds shall stay."""

    def __init__(self, *, is_alone: bool = False) -> None:
        super().__init__()
        self.setProperty("surface", "warning")
        self._is_alone = is_alone
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 8, 10, 10)
        self._column.setSpacing(10)
        if not is_alone:
            self._column.addWidget(PlainLabel(self.tr("Kept in two versions"), "heading"))
        self.hide()

    def show_disputes(self, project: Project, disputes: Sequence[Dispute]) -> None:
        """Show these, and no others."""
        self.setVisible(bool(disputes))
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(project, one) for one in disputes]
        for row in self._rows:
            self._column.addWidget(row)

    def buttons(self) -> list[QPushButton]:
        """Return the buttons, two for each field."""
        return [one for row in self._rows for one in row.findChildren(QPushButton)]

    def _row(self, project: Project, dispute: Dispute) -> QWidget:
        called = disputed_words(project, dispute, with_record=self._is_alone)
        lines = [PlainLabel(called, "muted")]
        held_by = held_by_words(project, dispute)
        if self._is_alone:
            held = held_words(project, dispute)[:_LONGEST]
            lines.append(PlainLabel(self.tr("Holds {value}").replace("{value}", held)))
            lines.append(PlainLabel(held_by, "muted"))
        elif held_by:
            lines.append(
                PlainLabel(self.tr("This version: {who}").replace("{who}", held_by), "muted")
            )
        other = other_words(dispute)[:_LONGEST]
        lines.append(PlainLabel(self.tr("The other version: {value}").replace("{value}", other)))
        lines.append(PlainLabel(other_by_words(project, dispute), "muted"))
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for line in filter(PlainLabel.text, lines):
            line.setWordWrap(True)
            column.addWidget(line)
        column.addSpacing(3)
        column.addLayout(self._settling(dispute, called))
        return row

    def _settling(self, dispute: Dispute, called: str) -> QHBoxLayout:
        take, dismiss = QPushButton(self.tr("Take")), QPushButton(self.tr("Dismiss"))
        take.setAccessibleName(f"{called}: {self.tr('Take the other version')}")
        dismiss.setAccessibleName(f"{called}: {self.tr('Dismiss the other version')}")
        take.clicked.connect(lambda: self.taken.emit(dispute.id))
        dismiss.clicked.connect(lambda: self.dismissed.emit(dispute.id))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (take, dismiss):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        return buttons
