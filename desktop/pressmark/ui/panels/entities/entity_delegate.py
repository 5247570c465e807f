"""Painting an entity as a row: its name, what it is, and how many annotations name it."""

from PySide6.QtCore import QObject, QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from pressmark.ui.panels.entities.entity_rows import EntityLine
from pressmark.ui.panels.row_painting import Index, IsChosen, RowPainter
from pressmark.ui.panels.sorted_rows import LineRole
from pressmark.ui.theme.fonts import interface_font

_HEIGHT, _MARGIN, _GAP, _COUNT = 26, 14, 10, 44
_FACTS = 0.34
"""The share of a row's width that the facts may take."""


class EntityDelegate(QStyledItemDelegate):
    """Paints rows that hold an `EntityLine`."""

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
        if not isinstance(line, EntityLine):
            return
        painter.save()
        row, small = RowPainter(painter, option), interface_font(11)
        is_marked = bool(option.state & QStyle.StateFlag.State_Selected)
        row.paint_ground(is_chosen=self._is_chosen(index), is_marked=is_marked)
        room = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        count = "" if line.named is None else str(line.named or "–")
        digits = QFontMetrics(small).horizontalAdvance(count) + 2
        row.write(_last(room, digits), count, small, "muted")
        room.setRight(room.right() - _COUNT)
        wished = QFontMetrics(small).horizontalAdvance(line.facts) + 2
        facts = _last(room, min(wished, round(_FACTS * room.width())))
        row.write(facts, line.facts, small, "muted")
        room.setRight(facts.left() - _GAP)
        row.write(room, line.name, interface_font(), "ink")
        painter.restore()


def _last(room: QRect, width: int) -> QRect:
    """Return the end of a place, so wide."""
    return QRect(room.right() - width + 1, room.top(), width, room.height())
