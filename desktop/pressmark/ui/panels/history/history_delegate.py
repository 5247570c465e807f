"""Painting steps as rows: when, what, where, and by whom; and the days they stand under."""

from PySide6.QtCore import QObject, QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from pressmark.ui.panels.history.step_line import StepLine
from pressmark.ui.panels.row_painting import Index, IsChosen, RowPainter
from pressmark.ui.panels.sorted_rows import LineRole
from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.theme.fonts import interface_font

_HEIGHT = 28
_MARGIN, _TIME, _GAP = 14, 52, 12
_BY = 0.2
"""The share of a row's width that the annotator may take."""


class HistoryDelegate(QStyledItemDelegate):
    """Paints rows that hold a `StepLine`, or the words of a day."""

    def __init__(self, is_chosen: IsChosen, parent: QObject) -> None:
        super().__init__(parent)
        self._is_chosen = is_chosen

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Be one line high."""
        del option, index
        return QSize(120, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        line = index.data(LineRole)
        painter.save()
        row = RowPainter(painter, option)
        room = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        if isinstance(line, StepLine):
            row.paint_ground(is_chosen=self._is_chosen(index))
            _write_step(row, room, line)
        else:
            heading = interface_font(12, QFont.Weight.DemiBold)
            row.write(room, str(line)[:1].upper() + str(line)[1:], heading, "muted")
            rule = option.rect.adjusted(_MARGIN, _HEIGHT - 1, -_MARGIN, 0)
            painter.fillRect(rule, current_theme().colours.hairline)
        painter.restore()


def _write_step(row: RowPainter, room: QRect, line: StepLine) -> None:
    plain, small = interface_font(), interface_font(12)
    plain.setStrikeOut(line.is_undone)
    row.write(QRect(room.left(), room.top(), _TIME, room.height()), line.time, small, "muted")
    room.setLeft(room.left() + _TIME)
    if line.by:
        width = min(QFontMetrics(small).horizontalAdvance(line.by) + 2, round(_BY * room.width()))
        place = QRect(room.right() - width + 1, room.top(), width, room.height())
        row.write(place, line.by, small, "muted")
        room.setRight(room.right() - width - _GAP)
    title = QFontMetrics(plain).horizontalAdvance(line.title) + 4
    row.write(
        QRect(room.left(), room.top(), min(title, room.width()), room.height()),
        line.title,
        plain,
        "muted" if line.is_undone else "ink",
    )
    room.setLeft(room.left() + title + _GAP)
    if line.where and room.width() > _TIME:
        row.write(room, line.where, small, "muted")
