"""Where a window stands, and how it comes back onto screens that are still there."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

SMALLEST = QSize(1024, 700)
"""The size at which everything still fits; screens may be smaller."""

_FIRST = QSize(1440, 900)
_WITHIN_REACH = 64
"""How many pixels of the title bar, each way, must be on some screen to be dragged by."""


def fitted(wanted: QRect, screens: Sequence[QRect]) -> QRect:
    """Return `wanted`, or the nearest to it that one can reach and see whole.

    `screens` are the areas free for windows, the main one first. A window whose top edge is on
    none of them moves to the one it overlaps most, or else to the middle of the first.
    """
    if not screens:
        return wanted
    screen = max(screens, key=lambda area: _overlap(area, wanted))
    size = wanted.size().boundedTo(screen.size())
    if not _overlap(screen, wanted):
        return _centred(size, screens[0])
    grip = QRect(wanted.topLeft(), QSize(wanted.width(), _WITHIN_REACH))
    reach = max((area.intersected(grip) for area in screens), key=lambda one: one.width())
    if reach.width() >= _WITHIN_REACH and reach.height() >= _WITHIN_REACH // 2:
        return QRect(wanted.topLeft(), size)
    left = min(max(wanted.left(), screen.left()), screen.right() + 1 - size.width())
    top = min(max(wanted.top(), screen.top()), screen.bottom() + 1 - size.height())
    return QRect(QPoint(left, top), size)


def place(window: QMainWindow, kept: Sequence[int], *, maximised: bool) -> None:
    """Put a window where it stood: `kept` is x, y, width, height, or nothing the first time."""
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    rect = QRect(*kept) if len(kept) == 4 else _centred(_FIRST, screens[0])
    window.setGeometry(fitted(rect, screens))
    if maximised:
        window.showMaximized()


def _overlap(one: QRect, other: QRect) -> int:
    shared = one.intersected(other)
    return shared.width() * shared.height()


def _centred(size: QSize, screen: QRect) -> QRect:
    rect = QRect(QPoint(0, 0), size.boundedTo(screen.size()))
    rect.moveCenter(screen.center())
    return rect
