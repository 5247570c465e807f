"""Rows of pieces to lines of text: words in reading order, cells apart, raised digits marked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from pressmark.articles.pdf.directions import has_letters_from_right, in_reading_order
from pressmark.articles.pdf.markers import marker_of
from pressmark.articles.pdf.pieces import Piece, distance, reads_from_right

RAISED, LOWERED = "\x0e", "\x0f"
"""What stands around raised digits in a line until it is known whether they call a note."""
_SPACE = 0.1
_CELL_GAP = 1.6
"""From which distance on, by the height of letters, what follows is set apart by a tab."""


@dataclass(slots=True)
class Line:
    """A line: its text (cells joined by tabs), its place on the page, its first word's width.

    A line that reads from the right lies as in a mirror. `start` is where the text begins behind
    the marker of a list item; `marked` says that it has one. Lines of one `region` are a column,
    or a table; `full` is where it ends, `margin` where it begins, `gap` how far its lines are
    apart (all three `measuring` tells), `edges` where the page of a text in one column ends.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    first_word: float
    start: float
    page: int
    marked: bool = False
    table: bool = False
    margin: float = 0.0
    full: float = 0.0
    gap: float = 0.0
    region: int = 0
    edges: tuple[float, float] | None = None
    doubtful: int = 0
    from_right: bool = False

    @property
    def column(self) -> tuple[int, int]:
        """Its page, and which column or table of it this is."""
        return self.page, self.region

    @property
    def plain(self) -> str:
        """The text without the signs around raised digits."""
        return without_signs(self.text)


def without_signs(text: str) -> str:
    """Return a text with raised digits as plain ones."""
    return text.replace(RAISED, "").replace(LOWERED, "")


def line_of(row: Sequence[Piece], page: int) -> Line:
    """Make a line of what stands on one baseline."""
    text = "".join(piece.text for piece in row)
    is_mixed = has_letters_from_right(text)
    from_right = reads_from_right(text) or (is_mixed and row[0].is_mirrored)
    if is_mixed:  # Latin and Arabic letters differ in height
        base = max(row, key=lambda one: len(one.glyphs))
        glyphs = in_reading_order(row, _CELL_GAP * base.size, from_right=from_right)
        ordered = [replace(base, glyphs=glyphs)]
    else:
        base = max(row, key=lambda one: (round(one.size), len(one.glyphs)))
        ordered = sorted(row, key=lambda piece: piece.place)
    marker, length = marker_of(ordered, base.size)
    drawn = [one for piece in ordered for one in piece.glyphs if not one.made]
    first = drawn[length if marker and length < len(drawn) else 0]
    left, right = min(one.left for one in drawn), max(one.right for one in drawn)
    return Line(
        text=_text(ordered, base, marker, length),
        left=-right if from_right else left,
        right=-left if from_right else right,
        baseline=base.baseline,
        size=base.size,
        first_word=ordered[0].first_word,
        start=-first.right if from_right else first.left,
        page=page,
        marked=bool(marker),
        doubtful=sum(one.doubtful for one in drawn),
        from_right=from_right,
    )


def _text(ordered: Sequence[Piece], base: Piece, marker: str, length: int) -> str:
    limit = _CELL_GAP * base.size
    words = [_signed(ordered[0], base)]
    for last, piece in pairwise(ordered):
        gap = distance(last.left, last.right, piece.left, piece.right)
        is_cell = gap > limit and not (marker and last is ordered[0])
        words += ["\t" if is_cell else " " if gap > _SPACE * base.size else ""]
        words += [_signed(piece, base)]
    text = "".join(words)
    return f"{marker} {text[length:].lstrip()}" if marker else text


def _signed(piece: Piece, base: Piece) -> str:
    """Return a piece's text with signs around the digits that stand above the baseline."""
    return "".join(_runs(piece, base))


def _runs(piece: Piece, base: Piece) -> Iterator[str]:
    def is_raised(at: int) -> bool:
        glyph = piece.glyphs[at]
        is_small = glyph.size < 0.85 * base.size
        is_high = glyph.baseline < base.baseline - 0.1 * base.size
        return glyph.raised or (glyph.char.isdigit() and is_small and is_high)

    for raised, run in groupby(range(len(piece.glyphs)), is_raised):
        text = "".join(piece.glyphs[at].char for at in run)
        yield f"{RAISED}{text}{LOWERED}" if raised else text
