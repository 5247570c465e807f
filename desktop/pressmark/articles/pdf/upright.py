"""Vertical writing: East Asian letters that stand upright below each other, columns from the right.

They are turned as if each lay on its side: a column is then a line of a page that lies on its
right side, as the Latin words between them are drawn anyway. What reads on needs to know no more.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pressmark.articles.pdf.glyphs import LYING, Glyph

_PITCH = (0.6, 2.2)
"""How far below a letter the next one of its column stands, by how wide letters are."""
_TIGHT = 1.2
"""How far at most where the page is not mainly written so: rows of a table are further apart."""
_ASKEW = 0.35
"""How far, by their width, the middles of letters of a column are off each other at most."""
_FEWEST = 5
"""How many letters make a column where the page is not mainly written so."""
_BESIDE = 4
"""How many digits or Latin letters may stand side by side in a column."""
_RUBY = 0.65
"""How large, by the letters of the text, those are at most that say how it is pronounced."""
_RISE = 0.35
"""How far the middle of letters is above the baseline of those that lie on their side."""
_TOP = 0.88
_LEADERS = {"\ufe19": "\u2026", "\ufe30": "\u2025"}


@dataclass(slots=True)
class _Cell:
    """One place of a column: an East Asian letter, or a few others side by side."""

    glyphs: list[Glyph]
    wide: bool
    column: int = 0

    @property
    def middle(self) -> float:
        return (self.glyphs[0].left + self.glyphs[-1].right) / 2

    @property
    def em(self) -> float:
        return self.glyphs[-1].right - self.glyphs[0].left if self.wide else self.glyphs[0].size


def stood_up(glyphs: list[Glyph]) -> bool:
    """Turn what is written vertically; say whether that is most of the page."""
    if not any(_is_wide(glyph.char) for glyph in glyphs):
        return False
    cells = list(_cells(glyphs))
    columns = [run for run in _columns(cells) if sum(cell.wide for cell in run) > 1]
    standing = sum(cell.wide for run in columns for cell in run)
    wide = [cell for cell in cells if cell.wide]
    is_main = 2 * standing > len(wide) > 0
    if is_main:
        columns += [[cell] for cell in _alone(cells, columns)]
    else:
        columns = [run for run in columns if len(run) >= _FEWEST and _is_tight(run)]
    sizes = sorted(cell.em for run in columns for cell in run if cell.wide)
    for cell in (cell for run in columns for cell in run):
        _turn(cell, is_ruby=is_main and cell.em < _RUBY * sizes[len(sizes) // 2])
    return is_main


def _cells(glyphs: Sequence[Glyph]) -> Iterator[_Cell]:
    """Yield the letters that are drawn upright, others side by side together."""
    held: list[Glyph] = []
    for glyph in glyphs:
        is_wide = _is_wide(glyph.char)
        if held and (is_wide or glyph.turn or glyph.made or not _is_beside(held[-1], glyph)):
            yield _Cell(held, wide=False)
            held = []
        if glyph.turn or glyph.made or glyph.char.isspace():
            continue
        if is_wide:
            yield _Cell([glyph], wide=True)
        else:
            held.append(glyph)
    if held:
        yield _Cell(held, wide=False)


def _columns(cells: Sequence[_Cell]) -> Iterator[list[_Cell]]:
    """Yield the runs of cells of which each stands below the one before."""
    run: list[_Cell] = []
    for cell in cells:
        if run and not _is_below(run[-1], cell):
            yield run
            run = []
        if run or cell.wide:
            run.append(cell)
    if run:
        yield run


def _alone(cells: Sequence[_Cell], columns: Sequence[Sequence[_Cell]]) -> Iterator[_Cell]:
    """Yield single letters that go on with no line: what is left over for the next column."""
    known = {id(cell) for run in columns for cell in run}
    for last, cell in pairwise(cells):
        if _is_beside(last.glyphs[-1], cell.glyphs[0]):
            known |= {id(last), id(cell)}
    yield from (cell for cell in cells if cell.wide and id(cell) not in known)


def _is_below(last: _Cell, cell: _Cell) -> bool:
    if len(cell.glyphs) > _BESIDE:
        return False
    em = max(last.em, cell.em, 0.1)
    down = cell.glyphs[0].baseline - last.glyphs[0].baseline
    return (
        abs(cell.middle - last.middle) <= _ASKEW * em and _PITCH[0] * em <= down <= _PITCH[1] * em
    )


def _is_tight(run: Sequence[_Cell]) -> bool:
    return all(
        b.glyphs[0].baseline - a.glyphs[0].baseline <= _TIGHT * max(a.em, b.em)
        for a, b in pairwise(run)
    )


def _is_beside(last: Glyph, glyph: Glyph) -> bool:
    size = max(last.size, glyph.size)
    return (
        abs(glyph.baseline - last.baseline) < 0.5 * size
        and -0.5 * size < glyph.left - last.right < size
    )


def _turn(cell: _Cell, *, is_ruby: bool) -> None:
    """Turn the letters of a cell to the right; how to pronounce others is none of the text."""
    em, middle, count = cell.em, cell.middle, len(cell.glyphs)
    top = cell.glyphs[0].baseline - _TOP * em
    for at, glyph in enumerate(cell.glyphs):
        glyph.left, glyph.right = top + at * em / count, top + (at + 1) * em / count
        glyph.baseline, glyph.size = _RISE * em - middle, em
        glyph.turn = -1 if is_ruby else LYING
        glyph.char = _plain(glyph.char)


def _plain(char: str) -> str:
    """Return the sign that a vertical form stands for."""
    if char in _LEADERS:
        return _LEADERS[char]
    is_form = "\ufe10" <= char <= "\ufe19" or "\ufe30" <= char <= "\ufe48"
    return unicodedata.normalize("NFKC", char) if is_form else char


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in ("W", "F")
