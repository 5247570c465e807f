"""Painting a relation as a row: from which words, its type, to which words, and where these are."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from pressmark.ui.panels.annotation_line import label_of
from pressmark.ui.panels.relations.listed import End, Listed, outlet
from pressmark.ui.panels.relations.relation_rows import RelationRows
from pressmark.ui.panels.row_painting import Index, IsChosen, RowPainter
from pressmark.ui.panels.sorted_rows import LineRole
from pressmark.ui.session import Session
from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.theme.fonts import interface_font
from pressmark.ui.theme.icons import icon_pixmap
from pressmark.ui.theme.marks import glyph_pixmap

HEIGHT = 30
_MARGIN, _GLYPH, _GAP = 14, 14, 8
_KIND, _OUTLET = 0.17, 0.1
"""The shares of a row's width for the type, and for each article."""


class RelationDelegate(QStyledItemDelegate):
    """Paints rows that hold a `Listed`."""

    def __init__(
        self, session: Session, rows: RelationRows, is_chosen: IsChosen, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._rows = rows
        self._is_chosen = is_chosen

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Be one line high."""
        del option, index
        return QSize(400, HEIGHT)

    def is_on_end(self, row: QRect, place: QPoint) -> bool:
        """Say whether a place in a row is on the far end of the relation."""
        return place.x() > row.center().x()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        line = index.data(LineRole)
        if not isinstance(line, Listed):
            return
        painter.save()
        row = RowPainter(painter, option)
        row.paint_ground(is_chosen=self._is_chosen(index))
        room = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        kind = round(room.width() * _KIND)
        half = (room.width() - kind) // 2
        if line.relation is None:
            self._paint_end(row, room, line.start)
        else:
            self._paint_end(row, QRect(room.left(), room.top(), half, room.height()), line.start)
            middle = QRect(room.left() + half + _GAP, room.top(), kind - _GAP, room.height())
            self._paint_kind(row, middle, line)
            end = QRect(room.right() - half + 1, room.top(), half, room.height())
            self._paint_end(row, end, line.end)
        rule = option.rect.adjusted(_MARGIN, HEIGHT - 1, -_MARGIN, 0)
        painter.fillRect(rule, current_theme().colours.hairline)
        painter.restore()

    def _paint_kind(self, row: RowPainter, room: QRect, line: Listed) -> None:
        kinds = self._session.project.label_set
        kind = kinds.relation_type(line.relation.type) if line.relation else None
        icon = "arrow-left-right" if kind is not None and kind.symmetric else "arrow-right"
        top = room.top() + (room.height() - _GLYPH) // 2
        picture = icon_pixmap(icon, current_theme().colours.muted, _GLYPH, row.ratio)
        row.draw(room.left(), top, picture)
        words = room.adjusted(_GLYPH + _GAP, 0, 0, 0)
        row.write(words, self._rows.kind_words(line), interface_font(12), "muted")

    def _paint_end(self, row: RowPainter, room: QRect, end: End) -> None:
        project, left = self._session.project, room.left()
        if end.annotation is not None:
            label = label_of(project, end.annotation)
            mark = current_theme().mark(label.mark or "", label.glyph)
            top = room.top() + (room.height() - _GLYPH) // 2
            row.draw(left, top, glyph_pixmap(mark, _GLYPH, row.ratio))
        else:
            top = room.top() + (room.height() - _GLYPH) // 2
            row.draw(
                left, top, icon_pixmap("user", current_theme().colours.muted, _GLYPH, row.ratio)
            )
        place = outlet(project, end.article)
        aside = round(room.width() * 2 * _OUTLET) if place else 0
        left += _GLYPH + _GAP
        words = QRect(left, room.top(), room.right() - left - aside - _GAP, room.height())
        row.write(words, end.words, interface_font(), "ink")
        if place:
            beside = QRect(room.right() - aside + 1, room.top(), aside - _GAP, room.height())
            row.write(beside, place, interface_font(11), "muted")
