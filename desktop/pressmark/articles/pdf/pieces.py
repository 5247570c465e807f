"""Letters to pieces: what stands side by side on one baseline with no more than words' space."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from statistics import median

from pressmark.articles.pdf.glyphs import Glyph

_WORD_GAP = 0.13
"""From which distance on, by the height of letters, two of them belong to two words."""
_SCRIPT_GAP = 0.32
"""How far, by the height of letters, East Asian ones are set off others without a space."""
_PIECE_GAP = 0.75
"""From which distance on a piece ends: a column may begin behind it."""
_SAME_LINE = 0.45


@dataclass(slots=True)
class Piece:
    """Letters of one line that hang together, spaces among them.

    Places are those of the letters, or as in a mirror where the page reads from the right.
    `is_mirrored` says so.
    """

    glyphs: list[Glyph]
    left: float
    right: float
    baseline: float
    size: float
    is_mirrored: bool = False

    @property
    def text(self) -> str:
        """The letters as they are read."""
        return "".join(glyph.char for glyph in self.glyphs)

    @property
    def place(self) -> float:
        """Where it stands on the page, mirrored or not."""
        return min(glyph.left for glyph in self.glyphs if not glyph.made)

    @property
    def first_word(self) -> float:
        """How wide the first word is."""
        wide = 0.0
        for glyph in self.glyphs:
            if glyph.char.isspace():
                break
            wide += glyph.right - glyph.left
        return wide

    def mirrored(self) -> "Piece":
        """Return the piece as in a mirror: what is read from the right begins at the left."""
        return replace(self, left=-self.right, right=-self.left, is_mirrored=True)


def pieces_of(glyphs: Iterable[Glyph]) -> Iterator[Piece]:
    """Yield the pieces of a page, in the order its letters come in."""
    held: list[Glyph] = []
    last: Glyph | None = None
    typed = False  # whether the space before a letter is in the file, not only to be seen
    for glyph in glyphs:
        if glyph.made or glyph.char.isspace():
            typed = typed or not glyph.made
            if glyph.char in "\r\n":
                yield from _piece(held)
                held, last = [], None
            elif held and held[-1].char != " ":
                held.append(Glyph(glyph.char if glyph.char == "\u00a0" else " ", made=True))
            continue
        if last is not None:
            gap = distance(last.left, last.right, glyph.left, glyph.right)
            size = max(glyph.size, last.size)
            if _is_other_line(last, glyph) or gap > _PIECE_GAP * size:
                yield from _piece(held)
                held = []
            elif gap > _WORD_GAP * size and held and held[-1].char not in (" ", "\u00a0"):
                held.append(Glyph(" ", made=True))
            if not typed and gap < _SCRIPT_GAP * size and _change_script(last, glyph):
                held[:] = held[:-1] if held and held[-1].made else held
        held.append(glyph)
        last, typed = glyph, False
    yield from _piece(held)


def distance(left: float, right: float, other_left: float, other_right: float) -> float:
    """Return how far two stretches of a line are apart; less than 0 where they overlap."""
    return max(other_left - right, left - other_right)


def reads_from_right(text: str) -> bool:
    """Say whether most letters of a text are of a script that runs to the left."""
    strong = [unicodedata.bidirectional(char) for char in text if char.isalpha()]
    return 2 * sum(one in ("R", "AL") for one in strong) > len(strong)


def _change_script(last: Glyph, glyph: Glyph) -> bool:
    """Say whether one of two letters is East Asian, and the other a Latin one or a digit."""
    wide = [unicodedata.east_asian_width(one.char) == "W" for one in (last, glyph)]
    return wide[0] is not wide[1] and last.char.isalnum() and glyph.char.isalnum()


def _is_other_line(last: Glyph, glyph: Glyph) -> bool:
    return abs(glyph.baseline - last.baseline) > _SAME_LINE * max(glyph.size, last.size)


def _piece(held: list[Glyph]) -> Iterator[Piece]:
    while held and held[-1].char.isspace():
        held.pop()
    drawn = [glyph for glyph in held if not glyph.made]
    if drawn:
        sizes = Counter(round(glyph.size, 1) for glyph in drawn if not glyph.char.isdigit())
        size = max(sizes or [drawn[0].size], key=lambda one: (sizes[one], one))
        least = 0.9 * size - 0.05  # they are rounded
        yield Piece(
            glyphs=held,
            left=min(glyph.left for glyph in drawn),
            right=max(glyph.right for glyph in drawn),
            baseline=median(one.baseline for one in drawn if one.size >= least or not sizes),
            size=size,
        )
