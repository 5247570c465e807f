"""What a format would lose of what goes in, said before anything is written."""

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from pressmark.formats.format import Losses
from pressmark.model.project import Project
from pressmark.ui.dialogs.export.holding import unheld_words
from pressmark.ui.dialogs.export.lost_rows import LostRows
from pressmark.ui.panels.annotation_delegate import HEIGHT, AnnotationDelegate
from pressmark.ui.panels.row_view import RowView
from pressmark.ui.theme.fonts import article_font
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.themed_icon import ThemedIcon

_MOST = 4
"""Rows that are shown at once, where there is room."""
_PATIENCE = 400
"""Milliseconds that looking may take before anybody needs to know of it."""


class LossBox(QFrame):
    """How many annotations cannot be held, which these are, and what else has no place."""

    instead_asked = Signal()
    """The lossless format shall be taken instead."""
    annotation_asked = Signal(str)
    """The id of a lost annotation that somebody wants to see in its article."""

    def __init__(self, lossless: str) -> None:
        super().__init__()
        self._icon = ThemedIcon("info", "warning")
        self._head, self._unheld = PlainLabel(role="heading"), PlainLabel(role="muted")
        self._trouble = PlainLabel()
        self._most = _MOST
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self._show_waiting)
        self._rows = LostRows()
        self.list = RowView(self._rows, self.tr("What would be lost"))
        self.list.setProperty("surface", "bare")
        self.list.setItemDelegate(AnnotationDelegate(lambda _index: False, self, article_font(14)))
        self.list.clicked.connect(self._show)
        self.list.opened.connect(self._show)
        self._hint = PlainLabel(self.tr("Click one to see it in its article."), "muted")
        self._instead = QPushButton(self.tr("Lossless instead: {format}").format(format=lossless))
        self._instead.setFlat(True)
        self._instead.setAutoDefault(False)
        self._instead.clicked.connect(self.instead_asked)
        self._lay_out()

    def show_losses(self, project: Project, losses: Losses, total: int) -> None:
        """Say what would be lost of `total` annotations; hide where that is nothing."""
        self._patience.stop()
        lost, unheld = losses.annotations, unheld_words(losses.unheld)
        self.setVisible(bool(lost or unheld))
        words = self.tr("This format cannot hold {lost} of {total} annotations")
        number = self.locale().toString
        self._head.setText(
            words.format(lost=number(len(lost)), total=number(total))
            if lost
            else self.tr("All {total} annotations go in").format(total=number(total))
        )
        self._unheld.setText(unheld)
        self._rows.show_lost(project, lost)
        self._fit()
        self._look(is_grave=bool(lost), is_trouble=False)

    def wait(self) -> None:
        """Say that it is being looked at, where that takes a while."""
        self._patience.start()

    def _show_waiting(self) -> None:
        self.show()
        self._trouble.setText(self.tr("Looking at what would be lost…"))
        self._look(is_grave=False, is_trouble=True)
        self._instead.hide()

    def show_trouble(self, words: str) -> None:
        """Say why nothing can be written at all."""
        self._patience.stop()
        self.show()
        self._trouble.setText(words)
        self._look(is_grave=True, is_trouble=True)

    def show_at_most(self, rows: int) -> None:
        """Show no more rows than this at once."""
        self._most = min(rows, _MOST)
        self._fit()

    def _fit(self) -> None:
        self.list.setFixedHeight(min(self._rows.rowCount(), self._most) * HEIGHT)

    def _lay_out(self) -> None:
        top, bottom = QHBoxLayout(), QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._icon)
        top.addWidget(self._trouble, 1)
        top.addWidget(self._head, 1)
        bottom.addWidget(self._hint)
        bottom.addStretch(1)
        bottom.addWidget(self._instead)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 6)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self._unheld)
        column.addWidget(self.list)
        column.addLayout(bottom)
        self._trouble.setWordWrap(True)
        self._unheld.setWordWrap(True)

    def _look(self, *, is_grave: bool, is_trouble: bool) -> None:
        self._icon.show_icon(
            "triangle-alert" if is_grave else "info", "warning" if is_grave else "muted"
        )
        self.setProperty("surface", "warning" if is_grave else "card")
        self.style().unpolish(self)
        self.style().polish(self)
        self._trouble.setVisible(is_trouble)
        self._instead.show()
        self._head.setVisible(not is_trouble)
        self._unheld.setVisible(bool(self._unheld.text()) and not is_trouble)
        self.list.setVisible(is_grave and not is_trouble)
        self._hint.setVisible(is_grave and not is_trouble)

    def _show(self, index: QModelIndex) -> None:
        self.annotation_asked.emit(self._rows.lost(index).annotation)
