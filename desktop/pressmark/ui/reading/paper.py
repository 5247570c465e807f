"""The page that is read: the text of an article with its marks."""

from bisect import bisect_left
from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPalette, QTextCharFormat
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from pressmark.model.annotation import Annotation
from pressmark.model.article import Zone
from pressmark.model.label_set import LabelSet
from pressmark.model.span import Span, hull
from pressmark.ui.reading import edges, margin, painting
from pressmark.ui.reading.anchor_lines import anchor_spans, marked_spans, paint_anchor_lines
from pressmark.ui.reading.edges import Handles
from pressmark.ui.reading.overlooked import overlooked_words, paint_overlooked
from pressmark.ui.reading.painting import Emphasis, Palette
from pressmark.ui.reading.sheet import Sheet
from pressmark.ui.reading.sheet_view import SheetView
from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.widgets.tooltips import plain_tooltip


class Paper(SheetView):
    """Paints annotations under and over the text, dims zones, and knows what is where."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("article-view")
        self._marks = Palette.of(LabelSet(name=""), current_theme())
        self._emphasis = Emphasis()
        self._found: tuple[Span, ...] = ()
        self._shape: tuple[Span, ...] = ()
        self.overlays: list[Callable[[QPainter, QRect], None]] = []
        """What is painted last, in px of the viewport, as far as it is within an area."""

    # ---- what is shown

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Show another sheet, with nothing standing out."""
        self._emphasis = Emphasis()
        self._found = ()
        super().show_sheet(sheet)

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

    def show_found(self, places: tuple[Span, ...]) -> None:
        """Show where something was found: these stretches, in order."""
        if places != self._found:
            self._found = places
            self.viewport().update()

    def show_shape(self, fragments: tuple[Span, ...]) -> None:
        """Draw round these instead of the fragments that the active annotation has; () for its."""
        if fragments != self._shape:
            self._shape = fragments
            self.viewport().update()

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
            changed = (one for each in ids if (one := known.get(each)))
            self.repaint_spans(span for one in changed for span in marked_spans(one))

    # ---- what is where

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

    def handles(self, fragment: Span) -> Handles | None:
        """Return where a fragment is taken hold of, in px of the viewport; None out of view."""
        boxes = self.outlined(fragment)
        if self._sheet is None or not boxes:
            return None
        from_right = self._sheet.geometry.runs_from_right(fragment.start)
        return edges.handles(boxes, from_right=from_right)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say in a tooltip which character is overlooked under the pointer."""
        if not isinstance(event, QHelpEvent) or self._sheet is None:
            return super().viewportEvent(event)
        told = overlooked_words(self._sheet, self.offset_at(QPointF(event.pos())))
        QToolTip.showText(event.globalPos(), plain_tooltip(told), self.viewport())
        return True

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
        self._paint_found(painter, sheet, clip)
        self._paint_selection(painter, sheet, clip)
        painter.end()
        super().paintEvent(event)
        painter = self._painter()
        painting.paint_lanes(painter, page, self._measure, self._marks)
        margin.paint_margin(painter, page, self._margin, self._marks, self._emphasis.raised)
        muted = self._marks.theme.colours.muted
        paint_overlooked(painter, sheet, clip.top(), clip.bottom(), muted)
        self._paint_anchors(painter, sheet, clip)
        painter.resetTransform()
        self._paint_outline(painter, sheet)
        for paint in self.overlays:
            paint(painter, event.rect())
        painter.end()

    def _painter(self) -> QPainter:
        painter = QPainter(self.viewport())
        painter.translate(-self._origin)
        return painter

    def _paint_found(self, painter: QPainter, sheet: Sheet, clip: QRectF) -> None:
        visible, selected = self.visible(), self.selected()
        first = bisect_left(self._found, visible.start, key=lambda one: one.end)
        colour = painting.found_tint(self._marks.theme)
        for place in self._found[first:]:
            if place.start >= visible.end:
                return
            boxes = sheet.geometry.boxes(place, clip.top(), clip.bottom())
            for box in boxes if place != selected else ():
                painter.fillRect(box, colour)

    def _paint_selection(self, painter: QPainter, sheet: Sheet, clip: QRectF) -> None:
        selected = self.selected()
        if selected:
            colour = painting.selection_tint(self._marks.theme)
            for box in sheet.geometry.boxes(selected, clip.top(), clip.bottom()):
                painter.fillRect(box, colour)

    def _paint_anchors(self, painter: QPainter, sheet: Sheet, clip: QRectF) -> None:
        active = sheet.stacking.annotations.get(self._emphasis.active)
        for span in anchor_spans(active) if active else ():
            boxes = sheet.geometry.boxes(span, clip.top(), clip.bottom())
            paint_anchor_lines(painter, boxes, self._measure, self._marks.theme.colours.accent)

    def _paint_outline(self, painter: QPainter, sheet: Sheet) -> None:
        """Draw round the active annotation, with handles to move its edges by."""
        active = sheet.stacking.annotations.get(self._emphasis.active)
        if active is None:
            return
        fragments = self._shape or active.fragments
        if not hull(fragments).overlaps(self.visible()):
            return
        colours = self._marks.theme.colours
        boxes = [box for fragment in fragments for box in self.outlined(fragment)]
        painting.paint_outline(painter, boxes, colours.accent)
        held = [self.handles(fragment) for fragment in fragments]
        points = [point for one in held if one for point in one]
        edges.paint_handles(painter, points, colours.accent, colours.paper)
