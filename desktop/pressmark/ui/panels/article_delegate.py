"""Painting an article as a row: its title, where it is from, how much is tagged, and its labels."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from pressmark.model.label_set import Label
from pressmark.ui.panels.article_rows import ArticleLine
from pressmark.ui.panels.row_painting import Index, IsChosen, RowPainter
from pressmark.ui.panels.sorted_rows import LineRole
from pressmark.ui.panels.words import annotation_count
from pressmark.ui.panels.wrapped_lines import wrapped_lines
from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.theme.fonts import interface_font
from pressmark.ui.theme.icons import icon_pixmap
from pressmark.ui.widgets.share_bar import HEIGHT as BAR
from pressmark.ui.widgets.share_bar import paint_shares

_X, _Y = 16, 11
_LINE, _BELOW, _FACTS, _ABOVE_BAR = 18, 2, 17, 8
_TITLE_LINES = 2
HEIGHT = _Y + _TITLE_LINES * _LINE + _BELOW + _FACTS + _ABOVE_BAR + BAR + _Y
_ICON = 14
_STATE_ICONS = {
    "in-progress": ("circle-dot", "muted"),
    "done": ("check", "good"),
    "flagged": ("flag", "warning"),
    "damaged": ("triangle-alert", "danger"),
}

Labels = Callable[[], tuple[Label, ...]]


def _never(index: Index) -> bool:
    del index
    return False


class ArticleDelegate(QStyledItemDelegate):
    """Paints rows that hold an `ArticleLine`. All are of one height: thousands scroll at once."""

    def __init__(
        self, labels: Labels, is_chosen: IsChosen, parent: QObject, is_marked: IsChosen = _never
    ) -> None:
        super().__init__(parent)
        self._is_marked = is_marked
        self._labels = labels
        self._is_chosen = is_chosen

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Leave room for two lines of title, facts, and the bar."""
        del option, index
        return QSize(120, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        line = index.data(LineRole)
        if not isinstance(line, ArticleLine):
            return
        painter.save()
        row = RowPainter(painter, option)
        row.paint_ground(is_chosen=self._is_chosen(index), is_marked=self._is_marked(index))
        room = option.rect.adjusted(_X, _Y, -_X, -_Y)
        below = self._write_title(row, room, line.title)
        self._write_facts(row, QRect(room.left(), below + _BELOW, room.width(), _FACTS), line)
        bar = QRect(room.left(), room.bottom() - BAR + 1, room.width(), BAR)
        shares = [(label, line.counts.get(label.id, 0)) for label in self._labels()]
        from_right = option.direction == Qt.LayoutDirection.RightToLeft
        paint_shares(painter, QRectF(row.mirrored(bar)), shares, from_right=from_right)
        painter.restore()

    def _write_title(self, row: RowPainter, room: QRect, title: str) -> int:
        """Write up to two lines, and return where they end."""
        font = interface_font(weight=QFont.Weight.DemiBold)
        top = room.top()
        for words in wrapped_lines(title, font, room.width(), _TITLE_LINES):
            row.write(QRect(room.left(), top, room.width(), _LINE), words, font, "ink")
            top += _LINE
        return top

    def _write_facts(self, row: RowPainter, place: QRect, line: ArticleLine) -> None:
        font = interface_font(12)
        words = " · ".join(filter(None, (line.source, annotation_count(line.total))))
        icon, colour = _STATE_ICONS.get(line.state, ("", ""))
        room = QRect(place)
        room.setRight(room.right() - (_ICON + 6 if icon else 0))
        row.write(room, words, font, "muted")
        if icon:
            width = min(room.width(), QFontMetrics(font).horizontalAdvance(words))
            tint = getattr(current_theme().colours, colour)
            top = place.top() + (place.height() - _ICON) // 2
            row.draw(room.left() + width + 6, top, icon_pixmap(icon, tint, _ICON, row.ratio))
