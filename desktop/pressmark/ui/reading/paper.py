"""The page that is read: an article's text in its column, with its marks."""

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QEvent, QMargins, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCharFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from pressmark.model.annotation import Annotation
from pressmark.model.article import Zone
from pressmark.model.label_set import LabelSet
from pressmark.model.span import Span
from pressmark.ui.reading import edges, margin, painting
from pressmark.ui.reading.caret_edit import CaretEdit
from pressmark.ui.reading.column import RIGHT, fit_column, scrolled_to
from pressmark.ui.reading.header import Header
from pressmark.ui.reading.measure import Measure
from pressmark.ui.reading.overview import OverviewRuler
from pressmark.ui.reading.painting import Emphasis, Palette
from pressmark.ui.reading.sheet import Sheet
from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.widgets.empty_state import EmptyState

_TOP, _BELOW_HEADER, _BOTTOM = 36, 22, 120
_EMPTY_WIDTH = 400


class Paper(CaretEdit):
    """Shows a sheet, read-only. All offsets are code points of the article's text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("article-view")
        self.ruler = OverviewRuler(self)
        self.setVerticalScrollBar(self.ruler)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header = Header(self.viewport())
        self.header.hide()
        self._empty = EmptyState("newspaper", self.tr("Choose an article to read and tag it here."))
        self._empty.setParent(self.viewport())
        self._sheet: Sheet | None = None
        self._measure = Measure()
        self._marks = Palette.of(LabelSet(name=""), current_theme())
        self._emphasis = Emphasis()
        self._margin = margin.WIDE

    # ---- what is shown

    @property
    def sheet(self) -> Sheet | None:
        """The article that is shown, or None."""
        return self._sheet

    @property
    def measure(self) -> Measure:
        """The measures of the type."""
        return self._measure

    def set_measure(self, measure: Measure) -> None:
        """Set the type of the sheets that are shown from now on."""
        self._measure = measure

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Show another sheet, from its start."""
        self._sheet, before = sheet, self._sheet
        self._emphasis = Emphasis()
        self.setExtraSelections([])  # Qt crashes over those of a document that is gone
        self.header.setVisible(sheet is not None)
        self._empty.setVisible(sheet is None)
        self.setCursorWidth(2 if sheet else 0)
        if sheet is None:
            self.show_nothing()
        else:
            self.show_text(sheet.text, sheet.document, sheet.offsets)
            sheet.document.documentLayout().documentSizeChanged.connect(sheet.forget_layout)
        if before:
            before.document.deleteLater()
        self._place_header()

    def show_zones(self, zones: Iterable[Zone]) -> None:
        """Dim the stretches that are not the article's content."""
        muted = QTextCharFormat()
        muted.setForeground(current_theme().colours.muted)
        dimmed = []
        for zone in zones:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = self.cursor_over(zone.start, zone.end)
            selection.format = muted
            dimmed.append(selection)
        self.setExtraSelections(dimmed)

    def show_marks(self, labels: LabelSet) -> None:
        """Draw annotations with the marks of a label set, in the theme that is shown."""
        theme = current_theme()
        self._marks = Palette.of(labels, theme)
        colours = QPalette(self.palette())
        colours.setColor(QPalette.ColorRole.Base, theme.colours.paper)
        colours.setColor(QPalette.ColorRole.Text, theme.colours.ink)
        # The selection is painted here, under the text and over the washes.
        colours.setColor(QPalette.ColorRole.Highlight, QColor(0, 0, 0, 0))
        colours.setColor(QPalette.ColorRole.HighlightedText, theme.colours.ink)
        self.setPalette(colours)
        self.viewport().update()

    @property
    def emphasis(self) -> Emphasis:
        """What stands out among the marks."""
        return self._emphasis

    def emphasise(self, emphasis: Emphasis) -> None:
        """Let other annotations stand out."""
        before, self._emphasis = self._emphasis, emphasis
        ids = {before.active, before.raised, emphasis.active, emphasis.raised}
        ids |= before.faded | emphasis.faded
        if self._sheet and before != emphasis:
            known = self._sheet.stacking.annotations
            self.repaint_spans(one.span for each in ids if (one := known.get(each)))

    # ---- places

    @property
    def _origin(self) -> QPoint:
        """The point of the document that is at the view's top left."""
        return QPoint(self.horizontalScrollBar().value(), self.ruler.value())

    def offset_at(self, point: QPointF) -> int:
        """Return the offset nearest to a point of the viewport."""
        return self._sheet.geometry.offset_at(point + self._origin) if self._sheet else 0

    def annotations_at(self, point: QPointF) -> list[Annotation]:
        """Return what is painted at a point of the viewport, innermost first."""
        if self._sheet is None:
            return []
        at, size = point + self._origin, self._measure.size
        page = self._sheet.bands.between(at.y() - 2 * size, at.y() + 2 * size)
        if at.x() < self._margin:
            stripe = margin.stripe_at(page, at, self._margin)
            return [stripe] if stripe else []
        boxes = ((one.annotation, painting.box(one, self._measure)) for one in page.pieces)
        hit = [annotation for annotation, box in boxes if box.contains(at)]
        return sorted(hit, key=lambda one: one.span.length)

    def boxes(self, span: Span) -> list[QRectF]:
        """Return the boxes of what can be seen of `span`, in px of the viewport."""
        if self._sheet is None:
            return []
        top, bottom = self.ruler.value(), self.ruler.value() + self.viewport().height()
        found = self._sheet.geometry.boxes(span, top, bottom)
        return [box.translated(-QPointF(self._origin)) for box in found]

    def outlined(self, span: Span) -> list[QRectF]:
        """Return the boxes that the outline goes round, of `span` in view and just beyond it."""
        if self._sheet is None:
            return []
        pitch, top = self._measure.pitch, self.ruler.value()
        bottom = top + self.viewport().height()
        boxes = self._sheet.geometry.boxes(span, top - 2 * pitch, bottom + 2 * pitch)
        # High enough to touch the boxes of the lines above and below.
        grown = (QRectF(one.left() - 3, one.top() - 2, one.width() + 6, pitch + 1) for one in boxes)
        return [box.translated(-QPointF(self._origin)) for box in grown]

    def visible(self) -> Span:
        """Return the stretch of text that can be seen."""
        if self._sheet is None:
            return Span(0, 0)
        top = self.ruler.value()
        lines = self._sheet.geometry.lines_between(top, top + self.viewport().height())
        return Span(lines[0].start, lines[-1].next_start) if lines else Span(0, 0)

    def first_visible(self) -> int:
        """Return the start of the first line that is seen whole."""
        if self._sheet is None or self.ruler.value() == 0:
            return 0
        geometry, top = self._sheet.geometry, self.ruler.value()
        line = geometry.line_of(geometry.offset_at(QPointF(self._margin, top)))
        return line.start if line.top >= top else line.next_start

    def scroll_to_line(self, offset: int) -> None:
        """Scroll so that the line of `offset` is the first one."""
        if self._sheet and offset > 0:
            self.ruler.setValue(int(self._sheet.geometry.line_of(offset).top))
        else:
            self.ruler.setValue(0)

    def scroll_to_span(self, span: Span) -> None:
        """Scroll as little as brings the start of `span` well into view, and its end if it fits."""
        if self._sheet is None:
            return
        line_of, pitch = self._sheet.geometry.line_of, self._measure.pitch
        top = line_of(span.start).top - 2 * pitch
        bottom = line_of(max(span.start, span.end - 1)).bottom + pitch
        height = self.viewport().height()
        self.ruler.setValue(scrolled_to(top, bottom, self.ruler.value(), height))

    def repaint_spans(self, spans: Iterable[Span]) -> None:
        """Paint the lines of `spans` anew, as far as they can be seen."""
        if self._sheet is None:
            return
        seen, width = self.visible(), self.viewport().width()
        for span in spans:
            start, end = max(span.start, seen.start), min(span.end, seen.end)
            if start < end:
                top = self._sheet.geometry.line_of(start).top - self._measure.pitch
                bottom = self._sheet.geometry.line_of(end - 1).next_top + self._measure.pitch
                area = QRect(0, int(top) - self.ruler.value(), width, int(bottom - top))
                self.viewport().update(area)

    # ---- layout

    def frame_margins(self) -> QMargins:
        """Return the px round the text within the document, the header's included."""
        top = _TOP + self.header.height() + _BELOW_HEADER
        return QMargins(self._margin, top, RIGHT, _BOTTOM)

    def event(self, event: QEvent) -> bool:
        """Fit the column before the viewport is resized, so that text is laid out once only."""
        if event.type() == QEvent.Type.Wheel:  # over what is left free beside the paper
            self.wheelEvent(cast("QWheelEvent", event))
            return True
        if event.type() != QEvent.Type.Resize:
            return super().event(event)
        place = self.first_visible()
        self.fit()
        done = super().event(event)
        space = self.viewport().rect()
        aside = max(0, (space.width() - _EMPTY_WIDTH) // 2)
        self._empty.setGeometry(space.adjusted(aside, 0, -aside, 0))
        self._place_header()
        if place:
            self.scroll_to_line(place)
        return done

    def fit(self) -> None:
        """Set margin, column and header for the room there is."""
        room = self.contentsRect().width() - self.ruler.sizeHint().width()
        column = fit_column(room, self._measure.column())
        self._margin = column.margin
        self.setViewportMargins(column.left, 0, column.right, 0)
        self._fit_header(column.width)
        if self._sheet and self._sheet.set_frame(self.frame_margins()):
            self._sheet.forget_layout()

    def _fit_header(self, width: int) -> None:
        """Give the header the height that its words need in a column."""
        hint, wrapped = self.header.sizeHint(), self.header.heightForWidth(width)
        self.header.resize(width, wrapped if wrapped >= 0 else hint.height())

    def _place_header(self) -> None:
        self.header.move(QPoint(self._margin, _TOP) - self._origin)

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint washes and selection, the text over them, lanes and outline over the text."""
        sheet = self._sheet
        if sheet is None:
            super().paintEvent(event)
            return
        size = self._measure.size
        clip = QRectF(event.rect()).translated(QPointF(self._origin))
        page = sheet.bands.between(clip.top() - size, clip.bottom() + size)
        painter = self._painter()
        painting.paint_washes(painter, page, self._measure, self._marks, self._emphasis)
        self._paint_selection(painter, sheet, clip)
        painter.end()
        super().paintEvent(event)
        painter = self._painter()
        painting.paint_lanes(painter, page, self._measure, self._marks)
        margin.paint_margin(painter, page, self._margin, self._marks, self._emphasis.raised)
        painter.resetTransform()
        self._paint_outline(painter, sheet)
        painter.end()

    def _painter(self) -> QPainter:
        painter = QPainter(self.viewport())
        painter.translate(-self._origin)
        return painter

    def _paint_selection(self, painter: QPainter, sheet: Sheet, clip: QRectF) -> None:
        selected = self.selected()
        if selected:
            colour = painting.selection_tint(self._marks.theme)
            for box in sheet.geometry.boxes(selected, clip.top(), clip.bottom()):
                painter.fillRect(box, colour)

    def _paint_outline(self, painter: QPainter, sheet: Sheet) -> None:
        """Draw round the active annotation, with handles to move its edges by."""
        active = sheet.stacking.annotations.get(self._emphasis.active)
        if active is None or not active.span.overlaps(self.visible()):
            return
        colours = self._marks.theme.colours
        fragments = [boxes for one in active.fragments if (boxes := self.outlined(one))]
        painting.paint_outline(painter, [box for one in fragments for box in one], colours.accent)
        points = [point for one in fragments for point in edges.handles(one)]
        edges.paint_handles(painter, points, colours.accent, colours.paper)
