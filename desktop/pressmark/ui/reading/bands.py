"""The pieces that annotations fall into on the lines of a page, ready to be painted.

Nothing here knows colours or what is active: a page is worked out once, and kept until the
layout changes or an annotation on it does.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from operator import attrgetter

from pressmark.model.annotation import Annotation
from pressmark.model.span import Span
from pressmark.ui.reading.geometry import Geometry, Line
from pressmark.ui.reading.lanes import SHOWN
from pressmark.ui.reading.stacking import Stacking

_end = attrgetter("end")
_MANY = 64
"""Changes from which on it is quicker to forget everything."""

_FAR = 1024
"""Code points between two fragments from which on they are not joined by a line any more."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What one line shows of a fragment: a box from `left` to `right` on a baseline, in px.

    `starts` says that the fragment does.
    """

    annotation: Annotation
    lane: int
    left: float
    right: float
    baseline: float
    starts: bool = False


@dataclass(frozen=True, slots=True)
class Stripe:
    """A stroke in the margin beside one line, in the column `lane`; `starts` says: the first."""

    annotation: Annotation
    lane: int
    top: float
    bottom: float
    starts: bool


@dataclass(frozen=True, slots=True)
class More:
    """How many annotations lie too deep to be shown on a line, and where that is said."""

    count: int
    left: float
    baseline: float


@dataclass(slots=True)
class Page:
    """What is painted for the lines that start on one page; pieces with the longest first."""

    span: Span
    pieces: list[Piece] = field(default_factory=list)
    joins: list[Piece] = field(default_factory=list)
    stripes: list[Stripe] = field(default_factory=list)
    deeper: list[More] = field(default_factory=list)


class Bands:
    """The pages of an article, worked out when they are first looked at."""

    def __init__(self, geometry: Geometry, stacking: Stacking) -> None:
        self._geometry = geometry
        self._stacking = stacking
        self._pages: dict[int, Page] = {}

    def forget(self, spans: list[Span] | None = None) -> None:
        """Drop the pages that have text of `spans`, or all of them."""
        if spans is None or len(spans) > _MANY:
            self._pages.clear()
            return
        stale = [
            number
            for number, page in self._pages.items()
            if any(page.span.overlaps(span) for span in spans)
        ]
        for number in stale:
            del self._pages[number]

    def page(self, number: int) -> Page:
        """Return a page."""
        if number not in self._pages:
            self._pages[number] = self._make(self._geometry.lines(number))
        return self._pages[number]

    def between(self, top: float, bottom: float) -> Page:
        """Return what is painted for the lines whose baselines lie between two heights."""
        seen = Page(Span(0, 0))
        for number in self._geometry.pages(top, bottom):
            page = self.page(number)
            seen.pieces += [one for one in page.pieces if top <= one.baseline <= bottom]
            seen.joins += [one for one in page.joins if top <= one.baseline <= bottom]
            seen.stripes += [one for one in page.stripes if top <= one.bottom and one.top <= bottom]
            seen.deeper += [one for one in page.deeper if top <= one.baseline <= bottom]
        return seen

    def _make(self, lines: list[Line]) -> Page:
        if not lines:
            return Page(Span(0, 0))
        page = Page(Span(lines[0].start, max(lines[0].start + 1, lines[-1].next_start)))
        here = [(one.span, one) for one in self._stacking.overlapping(page.span)]
        for line in lines:
            stretch = Span(line.start, line.end)
            if on_line := [one for span, one in here if span.overlaps(stretch)]:
                self._add_line(page, line, on_line)
        page.pieces.sort(key=lambda piece: -piece.annotation.span.length)
        return page

    def _add_line(self, page: Page, line: Line, annotations: list[Annotation]) -> None:
        shown: list[tuple[Annotation, int]] = []
        deep = 0
        for annotation in annotations:
            lane = self._stacking.lane(annotation.id)
            before = len(page.pieces)
            self._add_pieces(page, line, annotation, lane)
            if len(page.pieces) == before:
                continue
            if lane < SHOWN:
                shown.append((annotation, lane))
            else:
                deep += 1
        page.stripes += _stripes(line, shown)
        if deep:
            right = max(x for _, x in self._geometry.extents(line, Span(line.start, line.end)))
            page.deeper.append(More(deep, right, line.baseline))

    def _add_pieces(self, page: Page, line: Line, annotation: Annotation, lane: int) -> None:
        fragments = annotation.fragments
        first = bisect_right(fragments, line.start, key=_end)
        for at in range(first, len(fragments)):
            fragment = fragments[at]
            if at and fragment.start - fragments[at - 1].end <= _FAR:
                gap = Span(fragments[at - 1].end, fragment.start)
                for left, right in self._geometry.extents(line, gap):
                    page.joins.append(Piece(annotation, lane, left, right, line.baseline))
            if fragment.start >= line.end:
                break
            # Where a mixed line starts is a question of direction; the tick stands at the left.
            starts = line.start <= fragment.start
            for left, right in self._geometry.extents(line, fragment):
                piece = Piece(annotation, lane, left, right, line.baseline, starts)
                page.pieces.append(piece)
                starts = False


def _stripes(line: Line, shown: list[tuple[Annotation, int]]) -> list[Stripe]:
    """Return the strokes beside a line; annotations in one lane share its height in order."""
    stripes = []
    for lane in range(SHOWN):
        here = [annotation for annotation, other in shown if other == lane]
        share = (line.bottom - line.top) / max(1, len(here))
        for at, annotation in enumerate(here):
            span = annotation.span
            goes_on = span.end > line.next_start
            top = line.top + share * at
            bottom = line.next_top if goes_on else top + share
            stripes.append(Stripe(annotation, lane, top, bottom, line.start <= span.start))
    return stripes
