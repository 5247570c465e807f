"""Where the pieces of a page belong: columns one after the other, the rows of tables as rows.

Pieces that share a white strip from row to row stand in columns. Whether they are read column by
column or row by row is told by what is in them: prose fills the width of its column.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from unicodedata import east_asian_width

from pressmark.articles.pdf.lines import Line, line_of
from pressmark.articles.pdf.markers import is_marker
from pressmark.articles.pdf.pieces import Piece
from pressmark.articles.pdf.tables import table_lines

_STRIP = 0.7
"""How wide the white strip between two columns is at least, by the height of letters."""
_ROWS = 3
"""How many rows the columns of a page have at least."""
_EDGES = 60
"""At how many places of a page columns are looked for."""
_CAPTION = 0.85
"""How high the letters of captions are at most, by those of the text."""
_APART = 1.6
"""How far apart rows are, by the usual step, where a column ends."""
_FILLED = 0.7
"""Which share of its column a line of prose fills, most often."""


@dataclass(frozen=True, slots=True)
class _Strip:
    """Rows from `first` to before `end` that leave white what is between `left` and `right`."""

    first: int
    end: int
    left: float
    right: float


Row = list[Piece]


class Layout:
    """Puts the pieces of one page in order; `edges` are where the page begins and ends.

    `notes` is what was found in small print beside the text.
    """

    def __init__(self, page: int, edges: tuple[float, float] | None = None) -> None:
        self._page = page
        self._edges = edges
        self._region = 0
        self.notes: list[Line] = []

    def lines(self, pieces: Sequence[Piece]) -> list[Line]:
        """Return the lines of a page in reading order."""
        return list(self._lines(_rows(pieces), self._edges))

    def _lines(self, rows: list[Row], edges: tuple[float, float] | None) -> Iterator[Line]:
        strip = _widest_strip(rows)
        if strip is None:
            yield from self._column(rows, edges)
            return
        within = rows[strip.first : strip.end]
        middle = (strip.left + strip.right) / 2
        yield from self._lines(rows[: strip.first], edges)
        pieces = [piece for row in within for piece in row]
        before = _rows([piece for piece in pieces if piece.right < middle])
        after = _rows([piece for piece in pieces if piece.left > middle])
        if _is_prose(before) and _is_prose(after):
            yield from self._lines(before, None)
            yield from self._lines(after, None)
        elif (text := _text_beside_notes(before, after)) is not None:
            notes = after if text is before else before
            self.notes += [line_of(row, self._page) for row in notes]
            yield from self._lines(text, edges)
        else:
            self._region += 1
            for line in table_lines(within, self._page):
                line.region = self._region
                yield line
        yield from self._lines(rows[strip.end :], edges)

    def _column(self, rows: list[Row], edges: tuple[float, float] | None) -> Iterator[Line]:
        self._region += 1
        inner, beside = _without_captions(rows)
        lines = [line_of(row, self._page) for row in inner]
        lines += [line_of(row, self._page) for row in beside]
        for line in lines:
            line.region, line.edges = self._region, edges
            yield line


def _without_captions(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """Part rows from the small print that stands on the baseline of one, beside a picture."""
    inner, beside = [], []
    for row in rows:
        size = max(piece.size for piece in row)
        small = [
            [piece]
            for last, piece, following in zip([None, *row], row, [*row[1:], None], strict=False)
            if piece.size < _CAPTION * size
            and (last is None or piece.left - last.right > size)
            and (following is None or following.left - piece.right > size)
        ]
        beside += small
        inner.append([piece for piece in row if [piece] not in small])
    return inner, beside


def _rows(pieces: Sequence[Piece]) -> list[Row]:
    """Return pieces by the baseline they stand on, from the top."""
    rows: list[Row] = []
    for piece in sorted(pieces, key=lambda one: (one.baseline, one.left)):
        row = next((row for row in reversed(rows[-3:]) if _stands_in(piece, row)), None)
        if row is None:
            rows.append([piece])
        else:
            row.append(piece)
    for row in rows:
        row.sort(key=lambda one: one.left)
    return rows


def _stands_in(piece: Piece, row: Row) -> bool:
    """Say whether a piece is on a row's baseline, or raised beside it."""
    large = max(row, key=lambda one: one.size)
    off = abs(piece.baseline - large.baseline)
    sizes = max(piece.size, large.size), min(piece.size, large.size)
    return off < 0.3 * sizes[1] or (sizes[1] < 0.85 * sizes[0] and off < 0.5 * sizes[0])


def _widest_strip(rows: list[Row]) -> _Strip | None:
    """Return the white strip that most rows share with text on both sides, if there is one."""
    found = [strip for x in _edges(rows) for strip in _strips(rows, x)]
    return max(found, key=lambda one: one.end - one.first, default=None)


def _edges(rows: list[Row]) -> list[float]:
    """Return where columns may begin: what most often stands behind a gap in a row."""
    edges = Counter(
        float(round(piece.left))
        for row in rows
        for last, piece in pairwise(row)
        if piece.left - last.right > _STRIP * piece.size
        and not (last is row[0] and is_marker(last))
    )
    return [edge for edge, _ in edges.most_common(_EDGES)]


def _strips(rows: list[Row], x: float) -> Iterator[_Strip]:
    """Yield the runs of rows that leave a strip white to the left of `x`."""
    first = 0
    for at in range(len(rows) + 1):
        if at < len(rows) and not _crosses(rows[at], x):
            continue
        if at - first >= _ROWS:
            yield from _trimmed(rows, first, at, x)
        first = at + 1


def _crosses(row: Row, x: float) -> bool:
    return any(
        piece.left < x - 1 and piece.right > x - _STRIP * min(piece.size, 14) for piece in row
    )


def _trimmed(rows: list[Row], first: int, end: int, x: float) -> Iterator[_Strip]:
    """Cut off the rows at both ends that stand beside nothing."""
    sides = [
        (any(piece.right < x for piece in row), any(piece.left >= x - 1 for piece in row))
        for row in rows[first:end]
    ]
    lefts = [first + at for at, side in enumerate(sides) if side[0]]
    rights = [first + at for at, side in enumerate(sides) if side[1]]
    beside = [at for at in rights if lefts and lefts[0] <= at <= lefts[-1]]
    if len(lefts) < _ROWS or len(beside) < _ROWS:
        return
    first, last = rights[0], min(lefts[-1], rights[-1])
    step = max(_leading(rows, lefts), _leading(rows, rights))
    while last + 1 < end and _step(rows, last + 1) <= _APART * step:
        last += 1
    while last - first > _ROWS and _is_outer(rows[first], x, _step(rows, first + 1), step):
        first += 1
    while last - first > _ROWS and _is_outer(rows[last], x, _step(rows, last), step):
        last -= 1
    yield _Strip(first, last + 1, x - 1, x)


def _leading(rows: list[Row], side: list[int]) -> float:
    """Return how far the rows with text on one side are apart, most often."""
    return median(rows[b][0].baseline - rows[a][0].baseline for a, b in pairwise(side))


def _is_outer(row: Row, x: float, gap: float, step: float) -> bool:
    """Say whether a row is the head or foot of a page: off the columns, and not begun as they."""
    right = min((piece.left for piece in row if piece.left >= x - 1), default=x)
    return gap > _APART * step and right > x + 2 * row[0].size


def _step(rows: list[Row], at: int) -> float:
    """Return how far a row is below the one before."""
    return rows[at][0].baseline - rows[at - 1][0].baseline


def _text_beside_notes(before: list[Row], after: list[Row]) -> list[Row] | None:
    """Return the side that is prose where small print stands beside it, as in a margin."""
    if _is_prose(before) is _is_prose(after):
        return None
    text, notes = (before, after) if _is_prose(before) else (after, before)
    return text if _size(notes) < _CAPTION * _size(text) else None


def _size(rows: list[Row]) -> float:
    return median(piece.size for row in rows for piece in row)


def _is_prose(rows: list[Row]) -> bool:
    """Say whether lines fill the width they have, as those of running text do."""
    if len(rows) < _ROWS:
        return False
    left = min(row[0].left for row in rows)
    wide = max(row[-1].right for row in rows) - left
    filled = sum(row[-1].right - row[0].left >= _FILLED * wide for row in rows)
    words = sum(len(piece.text.split()) for row in rows for piece in row)
    letters = sum(_weight(piece.text) for row in rows for piece in row)
    return 2 * filled >= len(rows) and (words >= 3 * len(rows) or letters >= 12 * len(rows))


def _weight(text: str) -> float:
    """Return how many letters a text has; East Asian ones say more each."""
    return len(text) + 0.5 * sum(east_asian_width(char) == "W" for char in text)
