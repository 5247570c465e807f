"""Painting an annotation as a row: the glyph of its label, its words, and who speaks."""

from PySide6.QtCore import QObject, QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from pressmark.ui.panels.annotation_line import AnnotationLine
from pressmark.ui.panels.row_painting import Index, IsChosen, RowPainter
from pressmark.ui.panels.sorted_rows import LineRole
from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.theme.fonts import interface_font
from pressmark.ui.theme.icons import icon_pixmap
from pressmark.ui.theme.marks import glyph_pixmap

HEIGHT = 30
_MARGIN, _GLYPH, _GAP = 14, 14, 8
_ASIDE = 0.28
"""The share of a row's width that what stands at its end may take."""


class AnnotationDelegate(QStyledItemDelegate):
    """Paints rows that hold an `AnnotationLine`, with hairlines between them.

    The words stand in the type of the interface, or in `font`.
    """

    def __init__(self, is_chosen: IsChosen, parent: QObject, font: QFont | None = None) -> None:
        super().__init__(parent)
        self._is_chosen = is_chosen
        self._font = font

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Be one line high."""
        del option, index
        return QSize(120, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        line = index.data(LineRole)
        if not isinstance(line, AnnotationLine):
            return
        painter.save()
        row = RowPainter(painter, option)
        row.paint_ground(is_chosen=self._is_chosen(index))
        self._paint_line(row, option.rect, line)
        theme = current_theme()
        rule = option.rect.adjusted(_MARGIN, option.rect.height() - 1, -_MARGIN, 0)
        painter.fillRect(rule, theme.colours.hairline)
        painter.restore()

    def _paint_line(self, row: RowPainter, place: QRect, line: AnnotationLine) -> None:
        theme = current_theme()
        room = place.adjusted(_MARGIN, 0, -_MARGIN, 0)
        top = place.top() + (place.height() - _GLYPH) // 2
        mark = theme.mark(line.label.mark or "", line.label.glyph)
        row.draw(room.left(), top, glyph_pixmap(mark, _GLYPH, row.ratio))
        room.setLeft(room.left() + _GLYPH + _GAP)
        for icon, is_shown in (("flag", line.is_flagged), ("triangle-alert", line.is_misplaced)):
            if is_shown:
                picture = icon_pixmap(icon, theme.colours.warning, 12, row.ratio)
                row.draw(room.right() - 11, top + 1, picture)
                room.setRight(room.right() - 12 - 6)
        if line.aside:
            small = interface_font(11)
            wished = QFontMetrics(small).horizontalAdvance(line.aside) + 2
            width = min(wished, round(_ASIDE * place.width()))
            row.write(
                QRect(room.right() - width + 1, place.top(), width, place.height()),
                line.aside,
                small,
                "muted",
            )
            room.setRight(room.right() - width - _GAP)
        row.write(room, line.text, self._font or interface_font(), "ink")
