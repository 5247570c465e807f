"""The keys on paper: a sheet to lay beside the keyboard, in black and white."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from pressmark.ui.dialogs.keys import KeyGroup
from pressmark.ui.theme.fonts import interface_font

_COLUMNS, _BETWEEN = 2, 40
_LINE, _HEADING, _AFTER = 15.5, 20.0, 8.0
_TITLE, _FOOT = 40.0, 22.0
_CAP, _PADDING, _GAP = 13.0, 4.0, 3.0
_INK, _MUTED = QColor("black"), QColor("#555555")


class PrintedKeys:
    """Keys laid out in columns for pages of `size` px (96 to an inch), painted one by one."""

    def __init__(self, title: str, groups: Sequence[KeyGroup], size: QSizeF) -> None:
        self._title = title
        self._size = size
        self._columns = list(_columns(groups, size.height() - _TITLE - _FOOT))

    @property
    def count(self) -> int:
        """The number of pages."""
        return -(-len(self._columns) // _COLUMNS)

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint a page, the first is 0, with its top left corner where the painter's is."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(_INK)
        painter.setFont(interface_font(17, QFont.Weight.DemiBold))
        whole = QRectF(0, 0, self._size.width(), 24)
        painter.drawText(whole, Qt.AlignmentFlag.AlignLeft, self._title)
        width = (self._size.width() - (_COLUMNS - 1) * _BETWEEN) / _COLUMNS
        first = number * _COLUMNS
        for at, column in enumerate(self._columns[first : first + _COLUMNS]):
            _paint_column(painter, QRectF(at * (width + _BETWEEN), _TITLE, width, 0), column)
        if self.count > 1:
            painter.setFont(interface_font(10))
            painter.setPen(_MUTED)
            foot = QRectF(0, self._size.height() - 14, self._size.width(), 14)
            painter.drawText(foot, Qt.AlignmentFlag.AlignRight, f"{number + 1} / {self.count}")


def _columns(groups: Sequence[KeyGroup], height: float) -> Iterator[list[KeyGroup]]:
    """Yield columns of at most `height` px; what does not fit goes on in the next one."""
    column: list[KeyGroup] = []
    left = height
    for heading, all_rows in groups:
        rows = list(all_rows)
        while rows:
            fitting = int((left - _HEADING) // _LINE)
            if fitting < min(3, len(rows)):  # a heading with next to nothing below it
                yield column
                column, left = [], height
                continue
            column.append((heading, rows[:fitting]))
            left -= _HEADING + len(rows[:fitting]) * _LINE + _AFTER
            rows = rows[fitting:]
    if column:
        yield column


def _paint_column(painter: QPainter, place: QRectF, groups: Sequence[KeyGroup]) -> None:
    top = place.top()
    for heading, rows in groups:
        painter.setFont(interface_font(11, QFont.Weight.DemiBold))
        painter.setPen(_INK)
        line = QRectF(place.left(), top, place.width(), _HEADING)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, heading)
        painter.setPen(QPen(_MUTED, 0.5))
        painter.drawLine(line.bottomLeft(), line.bottomRight())
        top += _HEADING
        for words, keys in rows:
            _paint_row(painter, QRectF(place.left(), top, place.width(), _LINE), words, keys)
            top += _LINE
        top += _AFTER


def _paint_row(painter: QPainter, line: QRectF, words: str, keys: Sequence[str]) -> None:
    small, right = interface_font(8, QFont.Weight.Medium), line.right()
    metrics = QFontMetricsF(small)
    painter.setFont(small)
    for key in reversed(keys):
        width = max(_CAP, metrics.horizontalAdvance(key) + 2 * _PADDING)
        cap = QRectF(right - width, line.center().y() - _CAP / 2, width, _CAP)
        painter.setPen(QPen(_MUTED, 0.6))
        painter.drawRoundedRect(cap, 2.5, 2.5)
        painter.setPen(_INK)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
        right -= width + _GAP
    painter.setFont(interface_font(10))
    room = QRectF(line.left(), line.top(), right - _GAP - line.left(), line.height())
    mode = Qt.TextElideMode.ElideRight
    told = QFontMetricsF(painter.font()).elidedText(words, mode, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, told)
