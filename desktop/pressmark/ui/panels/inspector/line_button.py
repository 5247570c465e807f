"""A button that is a line of a page: an icon and words, without a frame."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle

from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.theme.fonts import interface_font
from pressmark.ui.theme.icons import icon_pixmap

_X, _ICON, _GAP, _HEIGHT = 3, 15, 7, 24


class LineButton(QAbstractButton):
    """Begins where the lines of its page do; under the pointer its words are accented.

    The words are shown as they are: `&` is no mnemonic.
    """

    def __init__(
        self, icon: str = "", words: str = "", weight: QFont.Weight = QFont.Weight.Normal
    ) -> None:
        super().__init__()
        self._icon, self._words = icon, ""
        self.setFont(interface_font(weight=weight))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_words(words)

    @property
    def words(self) -> str:
        """What stands on the button."""
        return self._words

    def show_words(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def show_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def picture(self, colour: QColor) -> QPixmap:
        """Return what stands before the words, in `colour` where it has none of its own."""
        return icon_pixmap(self._icon, colour, _ICON, self.devicePixelRatioF())

    def sizeHint(self) -> QSize:
        """Be as wide as icon and words."""
        words = self.fontMetrics().horizontalAdvance(self._words)
        return QSize(_X + _ICON + _GAP + words + _GAP, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Need room for the icon and a few letters."""
        return QSize(min(60, self.sizeHint().width()), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon and words, and the ring of the focus."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = current_theme().colours
        is_accented = self.isEnabled() and (self.underMouse() or self.isDown())
        picture = self.picture(colours.accent if is_accented else colours.muted)
        top = (self.height() - _ICON) // 2
        painter.drawPixmap(self._mirrored(QRect(_X, top, _ICON, _ICON)), picture)
        start = _X + _ICON + _GAP
        room = QRect(start, 0, self.width() - start - _X, self.height())
        mode = Qt.TextElideMode.ElideRight
        words = self.fontMetrics().elidedText(self._words, mode, room.width())
        painter.setPen(colours.accent if is_accented else colours.ink)
        leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        flags = QStyle.visualAlignment(self.layoutDirection(), leading)
        single = Qt.TextFlag.TextSingleLine.value
        painter.drawText(self._mirrored(room), flags.value | single, words)
        if self.hasFocus():
            painter.setPen(QPen(colours.accent, 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 5, 5)

    def _mirrored(self, place: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)
