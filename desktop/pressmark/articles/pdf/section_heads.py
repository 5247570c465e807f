"""Running heads that change with each section: told by their place, and by staying for some pages.

Each of them stands on too few pages to be told by being repeated. Together they hold one place on
most pages, or on most left or right ones, off the text and no larger than it; and most of them say
what the one before says, or what stands elsewhere as a heading.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import pairwise
from statistics import median

from pressmark.articles.pdf.lines import RAISED, Line
from pressmark.articles.pdf.page import Page

_PLACE = 4.0
"""How far, in points, heads of different pages are off one height at most."""
_STYLE = 0.08
"""How much their letters differ in height at most, by that height; and from those of the text."""
_APART = 1.3
"""How far they are off the text at least, by how far its lines are apart."""
_PLACES = 10
"""How many heights and sizes are looked at: those that most share."""
_FEWEST = 4
_ON_PAGES = 0.5
"""On which share of pages they stand at least."""
_STAYING = 0.6
"""Which share of them stays from one page to another, or is a heading, at least."""
_NOT_LETTERS = re.compile(r"[\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Outer:
    """The outermost line of a page that has words, and how far the text is off it."""

    line: Line
    key: str
    gap: float


def said(line: Line) -> str:
    """Return the letters of a line: numbers of pages change, what a head says does not."""
    return _NOT_LETTERS.sub("", line.plain.lower())


def section_heads(pages: Sequence[Page], *, at_foot: bool = False) -> list[Line]:
    """Return the heads of sections, or the feet, in the order of the pages."""
    if len(pages) < _FEWEST:
        return []
    step, size = _step(pages), _size(pages)
    outer = [
        one
        for page in pages
        for one in _outer(page, at_foot=at_foot)
        if one.gap >= _APART * step and one.line.size <= (1 + _STYLE) * size
    ]
    titles = Counter(said(line) for page in pages for line in page.lines)
    found = {}
    for parity in ((0, 1), (0,), (1,)):
        some = [one for one in outer if one.line.page % 2 in parity]
        of_pages = sum(page.number % 2 in parity for page in pages)
        group = _at_one_place(some)
        if len(group) >= max(_FEWEST, _ON_PAGES * of_pages) and _stays(group, titles):
            found.update({id(one.line): one.line for one in group})
    return sorted(found.values(), key=lambda line: line.page)


def _outer(page: Page, *, at_foot: bool) -> Iterator[_Outer]:
    ordered = sorted(page.lines, key=lambda line: line.baseline, reverse=at_foot)
    for at, line in enumerate(ordered[:3]):
        key = said(line)
        if len(key) < 2 or line.text.startswith(RAISED):
            continue
        steps = (abs(other.baseline - line.baseline) for other in ordered[at:])
        gap = next((step for step in steps if step > 1), 0.0)
        yield _Outer(line, key, gap)
        return


def _at_one_place(outer: Sequence[_Outer]) -> list[_Outer]:
    """Return those at the height, and of the size, that most share."""
    places = defaultdict[tuple[int, int], list[_Outer]](list)
    for one in outer:
        places[round(one.line.baseline), round(one.line.size)].append(one)
    likely = nlargest(_PLACES, places.values(), key=len)
    groups = ([one for one in outer if _is_like(same[0].line, one.line)] for same in likely)
    return max(groups, key=len, default=[])


def _is_like(line: Line, other: Line) -> bool:
    return (
        abs(line.baseline - other.baseline) <= _PLACE
        and abs(line.size - other.size) <= _STYLE * line.size
    )


def _stays(group: Sequence[_Outer], titles: Counter[str]) -> bool:
    """Say whether most say what their neighbour does, or what stands elsewhere as well."""
    keys = Counter(one.key for one in group)
    neighbours = {
        key for last, one in pairwise(group) for key in (last.key, one.key) if last.key == one.key
    }
    staying = sum(one.key in neighbours or titles[one.key] > keys[one.key] for one in group)
    return staying >= _STAYING * len(group)


def _step(pages: Sequence[Page]) -> float:
    """Return how far lines are apart, most often."""
    steps = [
        below.baseline - line.baseline
        for page in pages
        for line, below in pairwise(page.lines)
        if below.baseline - line.baseline > 1
    ]
    return median(steps) if steps else 0.0


def _size(pages: Sequence[Page]) -> float:
    """Return how high the letters of the text are."""
    sizes = Counter[float]()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda one: sizes[one], default=0.0)
