"""A button that is a stretch of text: it wraps, and is cut off after a few lines."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QStyleOption

from pressmark.ui.panels.wrapped_lines import wrapped_lines
from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.widgets.protection import mark_as_reading

_X, _Y = 4, 2


class WrappedButton(QAbstractButton):
    """Shows up to `most` lines of plain text; a click, Space or Enter presses it."""

    def __init__(self, most: int = 3) -> None:
        super().__init__()
        self._most = most
        self._is_quiet = False
        mark_as_reading(self)
        self._words = ""  # not QAbstractButton's text, in which "&" would make a shortcut
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> str:
        """What stands on the button."""
        return self._words

    def show_text(self, text: str, *, quiet: bool = False) -> None:
        """Show a text; a quiet one is secondary, or stands for there being none."""
        self._is_quiet = quiet
        self._words = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Want one line."""
        return QSize(80, self._height(1))

    def minimumSizeHint(self) -> QSize:
        """Need one line."""
        return QSize(40, self._height(1))

    def hasHeightForWidth(self) -> bool:
        """Be higher where there is less width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines in that width."""
        return self._height(max(1, len(self._lines(width))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines, and what says that it can be pressed."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = current_theme().colours
        self._paint_ground(painter)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setPen(colours.muted if self._is_quiet else colours.ink)
        painter.setFont(self.font())
        flags = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        pitch = self.fontMetrics().lineSpacing()
        for number, line in enumerate(self._lines(self.width())):
            place = QRect(_X, _Y + number * pitch, self.width() - 2 * _X, pitch)
            painter.drawText(place, int(flags | Qt.AlignmentFlag.AlignVCenter), line)

    def _paint_ground(self, painter: QPainter) -> None:
        colours = current_theme().colours
        option = QStyleOption()
        option.initFrom(self)
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setBrush(colours.hovered if is_hovered and self.isEnabled() else _NO_COLOUR)
        ring = QPen(colours.accent, 2) if self.hasFocus() else QPen(Qt.PenStyle.NoPen)
        painter.setPen(ring)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)

    def _lines(self, width: int) -> tuple[str, ...]:
        return wrapped_lines(self._words, self.font(), max(20, width - 2 * _X), self._most)

    def _height(self, lines: int) -> int:
        return lines * QFontMetrics(self.font()).lineSpacing() + 2 * _Y


_NO_COLOUR = QColor(0, 0, 0, 0)
