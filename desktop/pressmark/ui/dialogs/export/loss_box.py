"""What a format would lose of what goes in, said before anything is written."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout

from pressmark.formats.format import Losses, Lost
from pressmark.formats.selection import Selection
from pressmark.model.label_set import Label
from pressmark.ui.dialogs.export.holding import lost_words, unheld_words
from pressmark.ui.theme.fonts import article_font
from pressmark.ui.widgets.elided_label import ElidedLabel
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.themed_icon import Glyph, ThemedIcon

_SHOWN = 4


class LossBox(QFrame):
    """How many annotations cannot be held, the first of them, and what else has no place."""

    instead_asked = Signal()
    """The lossless format shall be taken instead."""

    def __init__(self, lossless: str) -> None:
        super().__init__()
        self.setProperty("surface", "warning")
        self._icon = ThemedIcon("info", "warning")
        self._head, self._unheld = PlainLabel(role="heading"), ElidedLabel(role="muted")
        self._rows = QGridLayout()
        self._rows.setVerticalSpacing(10)
        self._rows.setColumnStretch(1, 1)
        self._more = PlainLabel(role="muted")
        instead = QPushButton(self.tr("Lossless instead: {format}").format(format=lossless))
        instead.setFlat(True)
        instead.clicked.connect(self.instead_asked)
        top, bottom = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._icon)
        top.addWidget(self._head)
        top.addStretch(1)
        top.addWidget(self._unheld)
        bottom.addWidget(self._more)
        bottom.addStretch(1)
        bottom.addWidget(instead)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 8)
        column.setSpacing(10)
        column.addLayout(top)
        column.addLayout(self._rows)
        column.addLayout(bottom)

    def show_losses(self, selection: Selection, losses: Losses, total: int) -> None:
        """Say what would be lost of `total` annotations; hide where that is nothing."""
        lost, unheld = losses.annotations, unheld_words(losses.unheld)
        self.setVisible(bool(lost or unheld))
        self._icon.show_icon("triangle-alert" if lost else "info", "warning" if lost else "muted")
        self.setProperty("surface", "warning" if lost else "card")
        self.style().unpolish(self)
        self.style().polish(self)
        cannot = self.tr("This format cannot hold {lost} of {total} annotations")
        self._head.setText(
            cannot.format(lost=len(lost), total=total)
            if lost
            else self.tr("All {total} annotations go in").format(total=total)
        )
        self._unheld.setText(unheld)
        self._show_rows(selection, lost[:_SHOWN])
        more = len(lost) - _SHOWN
        self._more.setText(self.tr("{count} more…").format(count=more) if more > 0 else "")

    def _show_rows(self, selection: Selection, lost: tuple[Lost, ...]) -> None:
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for row, one in enumerate(lost):
            annotation = selection.project.article(one.article).annotations[one.annotation]
            label = selection.project.label_set.label(annotation.label)
            glyph = Glyph(label or Label(id=annotation.label, title=annotation.label))
            words = " ".join(" … ".join(annotation.text).split())
            excerpt, why = (
                ElidedLabel(words),
                PlainLabel(lost_words(one, selection.project.label_set), "small"),
            )
            excerpt.setFont(article_font(14))
            for column, part in enumerate((glyph, excerpt, why)):
                self._rows.addWidget(part, row, column)
