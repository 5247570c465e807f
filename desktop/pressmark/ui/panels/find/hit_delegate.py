"""Painting a hit as a line of a concordance: what was found in one column, context beside it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QCheckBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QWidget,
)

from pressmark.model.label_set import Label
from pressmark.ui.panels.find.search import Found
from pressmark.ui.panels.row_painting import Index, IsChosen, RowPainter
from pressmark.ui.panels.sorted_rows import LineRole
from pressmark.ui.panels.words import one_line
from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.theme.fonts import article_font, interface_font
from pressmark.ui.theme.marks import glyph_pixmap

HEIGHT = 32
_MARGIN, _TICK, _GAP, _GLYPH = 14, 16, 10, 14
_SOURCE, _LABEL = 104, 116
_TEXT = 15
"""Pixels of the article's words: a little smaller than on the paper."""
_WIDEST_HIT = 0.36
"""The share of the middle that what was found may take."""


@dataclass(frozen=True, slots=True)
class HitLine:
    """What a row shows besides the words: where it is from, and what it is tagged as."""

    source: str
    label: Label | None
    aside: str


class HitDelegate(QStyledItemDelegate):
    """Paints rows that hold a `Found`, and ticks them at a click on their box."""

    def __init__(
        self, line_of: Callable[[Found], HitLine], is_chosen: IsChosen, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._line_of = line_of
        self._is_chosen = is_chosen
        self._box = QCheckBox(parent)  # the style sheet dresses boxes by their widget
        self._box.hide()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Be one line high."""
        del option, index
        return QSize(400, HEIGHT)

    def is_on_tick(self, row: QRect, place: QPoint) -> bool:
        """Say whether a place in a row is where it is ticked."""
        return abs(place.x() - row.left()) < _MARGIN + _TICK + _GAP // 2

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        found = index.data(LineRole)
        if not isinstance(found, Found):
            return
        painter.save()
        row = RowPainter(painter, option)
        row.paint_ground(is_chosen=self._is_chosen(index))
        room = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        self._paint_tick(painter, row.mirrored(_tick_box(room)), index)
        line = self._line_of(found)
        small = interface_font(12)
        start = room.left() + _TICK + _GAP
        row.write(QRect(start, room.top(), _SOURCE, room.height()), line.source, small, "muted")
        self._paint_label(row, room, line, small)
        middle = room.adjusted(_TICK + _SOURCE + 2 * _GAP, 0, -_LABEL - _GAP, 0)
        _paint_words(painter, middle, found)
        theme = current_theme()
        rule = option.rect.adjusted(_MARGIN, option.rect.height() - 1, -_MARGIN, 0)
        painter.fillRect(rule, theme.colours.hairline)
        painter.restore()

    def _paint_tick(self, painter: QPainter, place: QRect, index: Index) -> None:
        option = QStyleOptionButton()
        option.rect = place
        is_on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        on = QStyle.StateFlag.State_On if is_on else QStyle.StateFlag.State_Off
        option.state = QStyle.StateFlag.State_Enabled | on
        element = QStyle.PrimitiveElement.PE_IndicatorCheckBox
        self._box.style().drawPrimitive(element, option, painter, self._box)

    def _paint_label(self, row: RowPainter, room: QRect, line: HitLine, small: QFont) -> None:
        place = QRect(room.right() - _LABEL + 1, room.top(), _LABEL, room.height())
        if line.label is None:
            row.write(place, line.aside or self.tr("untagged"), interface_font(11), "muted")
            return
        mark = current_theme().mark(line.label.mark or "", line.label.glyph)
        top = place.top() + (place.height() - _GLYPH) // 2
        row.draw(place.left(), top, glyph_pixmap(mark, _GLYPH, row.ratio))
        words = f"{line.label.title} {line.aside}".strip()
        row.write(place.adjusted(_GLYPH + 6, 0, 0, 0), words, small, "ink")


def _tick_box(room: QRect) -> QRect:
    return QRect(room.left(), room.top() + (room.height() - _TICK) // 2, _TICK, _TICK)


def _paint_words(painter: QPainter, place: QRect, found: Found) -> None:
    """Paint what was found in the middle, what is before it up to there, and what is after it."""
    colours = current_theme().colours
    plain, bold = article_font(_TEXT), article_font(_TEXT)
    bold.setWeight(QFont.Weight.DemiBold)
    metrics = QFontMetrics(bold)
    words = one_line(found.hit.text)
    width = min(metrics.horizontalAdvance(words) + 2, round(place.width() * _WIDEST_HIT))
    left = place.left() + (place.width() - width) // 2
    hit = QRect(left, place.top(), width, place.height())
    painter.setFont(bold)
    painter.setPen(colours.accent)
    middle = Qt.TextElideMode.ElideMiddle
    _write(painter, hit, metrics.elidedText(words, middle, width), Qt.AlignmentFlag.AlignHCenter)
    painter.setFont(plain)
    painter.setPen(colours.muted)
    metrics = QFontMetrics(plain)
    before = QRect(place.left(), place.top(), left - place.left() - _GAP // 2, place.height())
    text = metrics.elidedText(_kept(found.hit.before), Qt.TextElideMode.ElideLeft, before.width())
    _write(painter, before, text, Qt.AlignmentFlag.AlignRight)
    after = QRect(hit.right() + _GAP // 2, place.top(), place.right() - hit.right(), place.height())
    text = metrics.elidedText(_kept(found.hit.after), Qt.TextElideMode.ElideRight, after.width())
    _write(painter, after, text, Qt.AlignmentFlag.AlignLeft)


def _write(painter: QPainter, place: QRect, text: str, alignment: Qt.AlignmentFlag) -> None:
    flags = alignment | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(place, flags.value | Qt.TextFlag.TextSingleLine.value, text)


def _kept(context: str) -> str:
    """Return context on one line, with the space at the edges that keeps words apart."""
    return " ".join(context.replace("\n", " ").split(" "))
