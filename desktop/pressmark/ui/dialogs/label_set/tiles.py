"""Choosing a mark and a glyph: small pictures of which exactly one is chosen."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QSizePolicy, QStyle, QWidget

from pressmark.edits.label_sets import MARKS
from pressmark.ui.dialogs.label_set.glyphs import GLYPHS
from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.theme.fonts import article_font
from pressmark.ui.theme.icons import icon_pixmap
from pressmark.ui.theme.lanes import paint_lane
from pressmark.ui.theme.marks import Pattern
from pressmark.ui.theme.themes import load_theme
from pressmark.ui.widgets.tooltips import give_tooltip
from pressmark.ui.words import phrase as _t
from pressmark.ui.words import translated

_PATTERNS = {
    Pattern.SOLID: _t("Solid"),
    Pattern.DOTS: _t("Dots"),
    Pattern.DOUBLE: _t("Double"),
    Pattern.DASHES: _t("Dashes"),
    Pattern.WAVE: _t("Wave"),
    Pattern.DASH_DOT: _t("Morse"),
    Pattern.BEADS: _t("Beads"),
    Pattern.HATCH: _t("Hatching"),
}
_GLYPH, _SAMPLE = 15, 15
_RADIUS = 6.0


class _Tile(QRadioButton):
    """A picture to be chosen; a radio button to keys and screen readers."""

    def __init__(self, value: str, name: str, size: QSize) -> None:
        super().__init__()
        self.value = value
        self.words = name
        self._size = size
        self.setAccessibleName(name)
        give_tooltip(self, name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Be as large as the picture."""
        return self._size

    def minimumSizeHint(self) -> QSize:
        """Never be smaller."""
        return self._size

    def hitButton(self, pos: QPoint) -> bool:
        """Be clicked anywhere."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, then the picture."""
        del event
        colours = current_theme().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line, width = (colours.accent, 2.0) if self.hasFocus() else (colours.hairline, 1.0)
        if self.isChecked() and not self.hasFocus():
            line, width = colours.outline, 1.0
        painter.setPen(QPen(line, width))
        is_lit = self.underMouse() and self.isEnabled()
        chosen = colours.chip if self.isChecked() else colours.hovered if is_lit else colours.field
        painter.setBrush(chosen)
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        self.paint_picture(painter)

    def paint_picture(self, painter: QPainter) -> None:
        """Draw what can be chosen."""
        raise NotImplementedError


class _MarkTile(_Tile):
    """A mark: two letters with its wash and line, and the name of its pattern."""

    def __init__(self, mark_id: str) -> None:
        words = translated(_PATTERNS[load_theme("light").mark(mark_id).pattern])
        super().__init__(mark_id, words, QSize(78, 34))

    def paint_picture(self, painter: QPainter) -> None:
        theme = current_theme()
        mark = theme.mark(self.value)
        sample = self._mirrored(QRect(6, 6, 22, 20))
        room = self._mirrored(QRect(34, 0, self.width() - 36, self.height()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mark.wash)
        painter.drawRoundedRect(sample, 3, 3)
        baseline = sample.top() + 14
        painter.setFont(article_font(_SAMPLE))
        painter.setPen(theme.colours.ink)
        painter.drawText(QPointF(sample.left() + 2, baseline), "Aa")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        paint_lane(painter, sample.left(), sample.left() + sample.width(), baseline + 4, mark)
        painter.setFont(self.font())
        mode = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(self.words, mode, room.width())
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, flags, shown)

    def _mirrored(self, place: QRect) -> QRect:
        """Return where a place is in the direction of the layout."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)


class _GlyphTile(_Tile):
    """A glyph in the colour of the mark that the label has."""

    def __init__(self, glyph: str) -> None:
        super().__init__(glyph, translated(GLYPHS[glyph]), QSize(30, 28))
        self.mark = ""

    def paint_picture(self, painter: QPainter) -> None:
        colour = current_theme().mark(self.mark).colour
        picture = icon_pixmap(self.value, colour, _GLYPH, self.devicePixelRatioF())
        corner = QPointF(self.width() - _GLYPH, self.height() - _GLYPH) / 2
        painter.drawPixmap(corner, picture)


class _Tiles(QWidget):
    """Tiles in rows; arrows go among them, Tab goes on."""

    picked = Signal(str)
    """The value that was chosen by hand."""

    def __init__(self, tiles: Iterable[_Tile], columns: int, name: str) -> None:
        super().__init__()
        self.tiles = list(tiles)
        self._group = QButtonGroup(self)
        self.setAccessibleName(name)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        for at, tile in enumerate(self.tiles):
            tile.setAccessibleName(f"{name}: {tile.accessibleName()}")
            self._group.addButton(tile, at)
            grid.addWidget(tile, at // columns, at % columns)
        self._group.idClicked.connect(lambda at: self.picked.emit(self.tiles[at].value))
        self.setFocusProxy(self.tiles[0])

    def show_value(self, value: str) -> None:
        """Choose a value, or none that is not offered, without a signal."""
        self._group.setExclusive(False)
        for tile in self.tiles:
            tile.setChecked(tile.value == value)
        self._group.setExclusive(True)
        chosen = next((tile for tile in self.tiles if tile.value == value), self.tiles[0])
        self.setFocusProxy(chosen)


class MarkTiles(_Tiles):
    """The eight prepared marks."""

    def __init__(self, name: str) -> None:
        super().__init__((_MarkTile(one) for one in MARKS), 4, name)


class GlyphTiles(_Tiles):
    """The pictures for labels."""

    def __init__(self, name: str) -> None:
        super().__init__((_GlyphTile(one) for one in GLYPHS), 8, name)

    def show_glyph(self, glyph: str, mark: str) -> None:
        """Choose a glyph and draw all in the colour of a mark."""
        self.show_value(glyph)
        for tile in self.tiles:
            if isinstance(tile, _GlyphTile):
                tile.mark = mark
                tile.update()
