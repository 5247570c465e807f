"""Painting a newcomer as a row: a box to tick, its title, where it stood, and what to look at."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from pressmark.ui.dialogs.articles.newcomer_rows import NewcomerLine
from pressmark.ui.panels.row_painting import Index, RowPainter
from pressmark.ui.panels.sorted_rows import LineRole
from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.theme.fonts import interface_font
from pressmark.ui.theme.icons import icon_pixmap

HEIGHT = 48
_X, _BOX, _GAP, _ICON = 14, 16, 10, 14
_LINE, _TOP = 17, 7
_SIGNS = {
    "look": ("triangle-alert", "warning"),
    "refused": ("circle-x", "danger"),
    "here": ("check-check", "muted"),
}


class NewcomerDelegate(QStyledItemDelegate):
    """Paints rows that hold a `NewcomerLine`; a click on the box ticks it, Space too."""

    def __init__(self, is_current: Callable[[Index], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._is_current = is_current

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Have room for two lines."""
        del option, index
        return QSize(120, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        line = index.data(LineRole)
        if not isinstance(line, NewcomerLine):
            return
        painter.save()
        row = RowPainter(painter, option)
        is_marked = bool(option.state & QStyle.StateFlag.State_Selected)
        row.paint_ground(is_chosen=self._is_current(index), is_marked=is_marked)
        if line.has_box:
            _paint_box(painter, row.mirrored(_box(option.rect)), is_ticked=line.is_taken)
        self._paint_words(row, option.rect, line)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Tick where the box is clicked; keys are the view's, which knows of all that is chosen."""
        if not isinstance(event, QMouseEvent) or event.button() != Qt.MouseButton.LeftButton:
            return False
        box = QStyle.visualRect(option.direction, option.rect, _box(option.rect))
        is_hit = box.adjusted(-_X, -_X, _GAP // 2, _X).contains(event.position().toPoint())
        if not is_hit or index.data(Qt.ItemDataRole.CheckStateRole) is None:
            return False
        if event.type() == QEvent.Type.MouseButtonRelease:
            is_taken = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            state = Qt.CheckState.Unchecked if is_taken else Qt.CheckState.Checked
            model.setData(index, state, Qt.ItemDataRole.CheckStateRole)
        return True

    def _paint_words(self, row: RowPainter, place: QRect, line: NewcomerLine) -> None:
        colours = current_theme().colours
        left = place.left() + _X + _BOX + _GAP
        room = QRect(left, place.top() + _TOP, place.right() - _X - left, _LINE)
        is_out = not line.is_taken
        sign, tint = _SIGNS.get(line.standing, ("", ""))
        if sign:
            room.setRight(room.right() - _ICON - 8)
            top = place.top() + _TOP + (_LINE - _ICON) // 2
            pixmap = icon_pixmap(sign, getattr(colours, tint), _ICON, row.ratio)
            row.draw(place.right() - _X - _ICON, top, pixmap)
        weight = QFont.Weight.Normal if is_out else QFont.Weight.DemiBold
        row.write(room, line.title, interface_font(weight=weight), "muted" if is_out else "ink")
        below = QRect(left, room.bottom() + 1, place.right() - _X - left, _LINE)
        top = below.top() + (_LINE - _ICON) // 2
        row.draw(left, top, icon_pixmap(line.icon, colours.muted, _ICON, row.ratio))
        row.write(below.adjusted(_ICON + 6, 0, 0, 0), line.place, interface_font(12), "muted")


def _box(row: QRect) -> QRect:
    """Return where the box is, as for layouts from left to right."""
    return QRect(row.left() + _X, row.top() + (row.height() - _BOX) // 2, _BOX, _BOX)


def _paint_box(painter: QPainter, box: QRect, *, is_ticked: bool) -> None:
    colours = current_theme().colours
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colours.accent if is_ticked else colours.outline, 1))
    painter.setBrush(colours.accent if is_ticked else colours.field)
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    if is_ticked:
        ratio = painter.device().devicePixelRatioF()
        tick = icon_pixmap("check", colours.on_accent, _BOX - 4, ratio)
        painter.drawPixmap(box.topLeft() + QPoint(2, 2), tick)
