"""Where a card stands beside what it speaks of: never on it, and wholly in sight."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPoint, QRect, QSize

_DISTANCE = 6
"""Px between a card and what it speaks of."""


def beside(target: QRect, size: QSize, room: QRect, clear: Iterable[QRect] = ()) -> QRect:
    """Return where a card of that size stands beside `target`, all of it within `room`.

    It stands below, above, at the right or at the left, or else in a corner: the first place that
    leaves target and `clear` uncovered, or where none does, the one that covers least.
    """
    kept = [target, *clear]
    places = (_within(QRect(corner, size), room) for corner in _corners(target, size, room))
    return min(places, key=lambda place: sum(map(_area, map(place.intersected, kept))))


def _corners(target: QRect, size: QSize, room: QRect) -> Iterator[QPoint]:
    left = target.center().x() - size.width() // 2
    top = target.center().y() - size.height() // 2
    yield QPoint(left, target.bottom() + _DISTANCE)
    yield QPoint(left, target.top() - _DISTANCE - size.height())
    yield QPoint(target.right() + _DISTANCE, top)
    yield QPoint(target.left() - _DISTANCE - size.width(), top)
    yield from (room.bottomRight(), room.bottomLeft(), room.topRight(), room.topLeft())


def _within(place: QRect, room: QRect) -> QRect:
    left = max(room.left(), min(place.left(), room.right() - place.width()))
    top = max(room.top(), min(place.top(), room.bottom() - place.height()))
    return QRect(QPoint(left, top), place.size())


def _area(rect: QRect) -> int:
    return max(0, rect.width()) * max(0, rect.height())
