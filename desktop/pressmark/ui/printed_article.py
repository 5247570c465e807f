"""An article on paper: the same marks as on the screen, in pages."""

from PySide6.QtCore import QMargins, QObject, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QFontMetricsF,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextCursor,
)

from pressmark.model.article import Article
from pressmark.model.project import Project
from pressmark.ui.reading import margin, painting
from pressmark.ui.reading.measure import Measure
from pressmark.ui.reading.overlooked import paint_overlooked
from pressmark.ui.reading.painting import Emphasis, Palette
from pressmark.ui.reading.sheet import Sheet
from pressmark.ui.theme.fonts import article_font, interface_font
from pressmark.ui.theme.lanes import paint_lane
from pressmark.ui.theme.themes import load_theme

_TEXT, _LEGEND, _SMALL = 15, 11, 10
_FOOT = 44
"""Px at the foot of each page for its own lines."""

_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


class PrintedArticle(QObject):
    """An article laid out for pages of `size` px (96 to an inch), painted one by one."""

    def __init__(self, project: Project, article: Article, size: QSizeF) -> None:
        super().__init__()
        self._project = project
        self._article = article
        self._size = size
        self._palette = Palette.of(project.label_set, load_theme("light"))
        self._measure = Measure(_TEXT)
        self._title_font = article_font(22)
        self._title_font.setWeight(QFont.Weight.DemiBold)
        self._title = self._title_box()
        frame = QMargins(margin.WIDE, round(self._title.bottom()) + 64, 0, 0)
        self._sheet = Sheet(article, self._measure, frame, self)
        self._sheet.document.setTextWidth(size.width())
        self.tops = self._page_tops()
        """Where each page begins, in px of the whole."""

    @property
    def count(self) -> int:
        """The number of pages."""
        return len(self.tops)

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint a page, the first is 0, with its top left corner where the painter's is."""
        top = self.tops[number]
        is_last = number + 1 == len(self.tops)
        bottom = top + self._room() if is_last else self.tops[number + 1]
        painter.save()
        painter.setClipRect(QRectF(0, 0, self._size.width(), bottom - top))
        painter.translate(0, -top)
        if number == 0:
            self._paint_head(painter)
        self._paint_text(painter, top, bottom)
        painter.restore()
        self._paint_foot(painter, number)

    # ---- layout

    def _room(self) -> float:
        return self._size.height() - _FOOT

    def _title_box(self) -> QRectF:
        room = QRectF(margin.WIDE, 0, self._size.width() - margin.WIDE, self._size.height() / 2)
        metrics = QFontMetricsF(self._title_font)
        return metrics.boundingRect(room, _WRAPPED, self._article.head.title or "")

    def _page_tops(self) -> list[float]:
        """Break between lines: each page takes as many as there is room for."""
        geometry, tops = self._sheet.geometry, [0.0]
        height = self._sheet.document.size().height()
        for line in geometry.lines_between(0, height):
            if line.bottom > tops[-1] + self._room():
                tops.append(line.top)
        return tops

    # ---- painting

    def _paint_head(self, painter: QPainter) -> None:
        colours, head = self._palette.theme.colours, self._article.head
        painter.setPen(colours.ink)
        painter.setFont(self._title_font)
        painter.drawText(self._title, _WRAPPED, head.title or "")
        painter.setFont(interface_font(_LEGEND))
        painter.setPen(colours.muted)
        facts = " · ".join(filter(None, (head.source, head.byline, head.published, head.url)))
        below = self._title.bottom() + 18
        painter.drawText(QPointF(margin.WIDE, below), facts)
        self._paint_legend(painter, margin.WIDE, below + 24)

    def _paint_legend(self, painter: QPainter, left: float, baseline: float) -> None:
        """Say which line is which label."""
        painter.setFont(interface_font(_LEGEND))
        for label in self._project.label_set.labels:
            paint_lane(painter, left, left + 24, baseline - 4, self._palette.marks[label.id])
            painter.setPen(self._palette.theme.colours.ink)
            painter.drawText(QPointF(left + 30, baseline), label.title)
            left += 30 + painter.fontMetrics().horizontalAdvance(label.title) + 24

    def _paint_text(self, painter: QPainter, top: float, bottom: float) -> None:
        sheet, size = self._sheet, self._measure.size
        page = sheet.bands.between(top - size, bottom + size)
        painting.paint_washes(painter, page, self._measure, self._palette, Emphasis())
        sheet.document.documentLayout().draw(painter, self._context(top, bottom))
        painting.paint_lanes(painter, page, self._measure, self._palette)
        margin.paint_margin(painter, page, margin.WIDE, self._palette, "")
        paint_overlooked(painter, sheet, top, bottom, self._palette.theme.colours.muted)

    def _context(self, top: float, bottom: float) -> QAbstractTextDocumentLayout.PaintContext:
        """Return how the text is drawn: in ink, and muted where it is not the article's own."""
        colours, context = self._palette.theme.colours, QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, colours.ink)
        context.palette = palette
        context.clip = QRectF(0, top, self._size.width(), bottom - top)
        muted = QTextCharFormat()
        muted.setForeground(colours.muted)
        selections = []
        for zone in self._article.head.zones:
            selection = QAbstractTextDocumentLayout.Selection()
            selection.cursor = QTextCursor(self._sheet.document)
            selection.cursor.setPosition(self._sheet.offsets.outside(zone.start))
            keep = QTextCursor.MoveMode.KeepAnchor
            selection.cursor.setPosition(self._sheet.offsets.outside(zone.end), keep)
            selection.format = muted
            selections.append(selection)
        context.selections = selections
        return context

    def _paint_foot(self, painter: QPainter, number: int) -> None:
        if number:  # the first page has it at its head
            self._paint_legend(painter, margin.WIDE, self._size.height() - 24)
        painter.setFont(interface_font(_SMALL))
        painter.setPen(self._palette.theme.colours.muted)
        line = QRectF(0, self._size.height() - 16, self._size.width(), 16)
        told = " · ".join(filter(None, (self._project.title, self._project.handling)))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, told)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, f"{number + 1} / {self.count}")
