"""One line of words that is cut with an ellipsis where there is no room for it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.tooltips import give_tooltip

_LEAST = 40  # px: a few letters and the ellipsis


class ElidedLabel(PlainLabel):
    """A plain label of one line; while it is cut, its tooltip shows all of the text.

    Set the text with `setText`; line breaks are shown as spaces.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "",
        parent: QWidget | None = None,
        *,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        self._mode = mode
        super().__init__(text, role, parent)

    @property
    def is_cut(self) -> bool:
        """Say whether there is no room for all of the text."""
        return self._shown() != self._line()

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self._show_all_in_tooltip()

    def minimumSizeHint(self) -> QSize:
        """Need room for a few letters only."""
        hint = self.sizeHint()
        return QSize(min(_LEAST, hint.width()), hint.height())

    def sizeHint(self) -> QSize:
        """Wish for room for all of the text, on one line."""
        margins = self.contentsMargins()
        width = self.fontMetrics().horizontalAdvance(self._line()) + 1
        return QSize(
            width + margins.left() + margins.right(),
            self.fontMetrics().height() + margins.top() + margins.bottom(),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell all of the text in a tooltip once it is cut."""
        super().resizeEvent(event)
        self._show_all_in_tooltip()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what there is room for."""
        del event
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            (self.alignment() | Qt.AlignmentFlag.AlignVCenter).value | _SINGLE_LINE,
            self.palette(),
            self.isEnabled(),
            self._shown(),
            self.foregroundRole(),
        )

    def _line(self) -> str:
        return " ".join(self.text().split("\n"))

    def _shown(self) -> str:
        width = self.contentsRect().width()
        return self.fontMetrics().elidedText(self._line(), self._mode, width)

    def _show_all_in_tooltip(self) -> None:
        give_tooltip(self, self.text() if self.is_cut else "")


_SINGLE_LINE = Qt.TextFlag.TextSingleLine.value
