"""Where a window and its panes stand, and how they come back onto screens that are still there."""

from base64 import b64decode, b64encode
from binascii import Error
from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

SMALLEST = QSize(1024, 700)
"""The size at which everything still fits; a screen may be smaller."""

_FIRST = QSize(1440, 900)
_WITHIN_REACH = 64
"""How many pixels of the title bar, each way, must be on some screen to be dragged by."""


def encoded(state: QByteArray) -> str:
    """Return a state of Qt's as text."""
    return b64encode(state.data()).decode("ascii")


def decoded(text: str) -> QByteArray:
    """Return a state of Qt's from its text; empty where that is damaged."""
    try:
        return QByteArray(b64decode(text, validate=True))
    except (Error, ValueError):
        return QByteArray()


def put_back(window: QMainWindow, geometry: str) -> None:
    """Put a window where it stood when `geometry` was `encoded`, if that can be reached."""
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if not window.restoreGeometry(decoded(geometry)):
        first = screens[0] if screens else QRect(QPoint(0, 0), _FIRST)
        window.setGeometry(_centred(_FIRST, first))
    elif not window.isMaximized() and not window.isFullScreen():
        window.setGeometry(fitted(window.geometry(), screens))


def fitted(wanted: QRect, screens: Sequence[QRect]) -> QRect:
    """Return `wanted`, or the nearest to it that one can reach and see whole.

    `screens` are the areas free for windows, the main one first. A window that is on none of
    them comes to the middle of the first.
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


def _overlap(one: QRect, other: QRect) -> int:
    shared = one.intersected(other)
    return shared.width() * shared.height()


def _centred(size: QSize, screen: QRect) -> QRect:
    rect = QRect(QPoint(0, 0), size.boundedTo(screen.size()))
    rect.moveCenter(screen.center())
    return rect
