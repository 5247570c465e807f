"""Rows of a table to lines: cells parted by tabs, what is wrapped within a cell put together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pressmark.articles.pdf.lines import Line, line_of
from pressmark.articles.pdf.pieces import Piece

_CELL_GAP = 0.75
"""From which distance on, by the height of letters, a cell ends."""
_WRAPPED = 1.5
"""How far a line is below the one it goes on from at most, by the height of letters."""


@dataclass(slots=True)
class _Row:
    cells: list[Line]
    last: float

    def takes(self, other: "_Row") -> bool:
        """Say whether another row only goes on with cells of this one, the first not among them."""
        near = 0 < other.last - self.last <= _WRAPPED * other.cells[0].size
        first = min(cell.left for cell in self.cells)
        return near and all(
            cell.left > first + cell.size and self.over(cell) is not None for cell in other.cells
        )

    def over(self, other: Line) -> Line | None:
        """Return the cell that begins where `other` does."""
        return next((one for one in self.cells if abs(one.left - other.left) < one.size), None)


def table_lines(rows: Sequence[Sequence[Piece]], page: int) -> Iterator[Line]:
    """Yield the rows of a table as lines."""
    held: _Row | None = None
    for pieces in rows:
        row = _Row([line_of(cell, page) for cell in _cells(pieces)], pieces[0].baseline)
        if held is not None and held.takes(row):
            for cell in row.cells:
                if (above := held.over(cell)) is not None:
                    above.text += f" {cell.text}"
            held.last = row.last
            continue
        if held is not None:
            yield _line(held)
        held = row
    if held is not None:
        yield _line(held)


def _line(row: _Row) -> Line:
    cells = row.cells[::-1] if row.cells[0].from_right else row.cells
    return replace(
        row.cells[0],
        text="\t".join(cell.text for cell in cells),
        right=row.cells[-1].right,
        marked=False,
        table=True,
    )


def _cells(pieces: Sequence[Piece]) -> list[list[Piece]]:
    cells = [[pieces[0]]]
    for last, piece in pairwise(pieces):
        if piece.left - last.right > _CELL_GAP * max(piece.size, last.size):
            cells.append([])
        cells[-1].append(piece)
    return cells
