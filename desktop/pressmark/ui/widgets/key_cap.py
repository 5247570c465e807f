"""A key as a small box, beside what it does."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QFont,
    QFontMetrics,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.theme.fonts import interface_font

HEIGHT = 17
"""Height of the box in px."""

_PADDING, _NARROWEST, _RADIUS = 5, 18, 3.5


def key_cap_width(key: str) -> int:
    """Return the width in px of the box of a key."""
    return max(_NARROWEST, QFontMetrics(_font()).horizontalAdvance(key) + 2 * _PADDING)


def paint_key_cap(painter: QPainter, box: QRectF, key: str, *, is_enabled: bool = True) -> None:
    """Draw the box of a key; `box` is `key_cap_width(key)` by `HEIGHT` px."""
    colours = current_theme().colours
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colours.hairline, 1))
    painter.setBrush(colours.paper)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    painter.setFont(_font())
    painter.setPen(colours.muted if is_enabled else colours.faint)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()


def _font() -> QFont:
    return interface_font(11, QFont.Weight.Medium)


class KeyCap(QWidget):
    """The box of a key or of several pressed together, e.g. "1" or "Ctrl K"."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_key(key)

    @property
    def key(self) -> str:
        """The key that is shown."""
        return self._key

    def show_key(self, key: str) -> None:
        """Show another key."""
        self._key = key
        self.setAccessibleName(key)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Be as wide as the key's name needs."""
        return QSize(key_cap_width(self._key), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Never cut the key's name."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box."""
        del event
        paint_key_cap(QPainter(self), QRectF(self.rect()), self._key, is_enabled=self.isEnabled())


class ActionKeyCap(KeyCap):
    """The key that an action of the window has at present; nothing where it has none."""

    def __init__(self, action_id: str) -> None:
        super().__init__("")
        self._action_id = action_id
        self._action: QAction | None = None

    def showEvent(self, event: QShowEvent) -> None:
        """Find the action, and follow it from then on."""
        super().showEvent(event)
        if self._action is None:
            self._action = self.window().findChild(QAction, self._action_id)
            if self._action is not None:
                self._action.changed.connect(self._follow)
        self._follow()

    def sizeHint(self) -> QSize:
        """Take no room without a key."""
        return super().sizeHint() if self.key else QSize(0, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box where there is a key."""
        if self.key:
            super().paintEvent(event)

    def _follow(self) -> None:
        keys = self._action.shortcuts()[:1] if self._action else []
        name = keys[0].toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
        if name != self.key:
            self.show_key(name)
