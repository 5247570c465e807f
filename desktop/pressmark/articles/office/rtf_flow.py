"""Paragraphs and tables of RTF as they arrive: cells and rows are told after what they hold."""

from dataclasses import dataclass, field

from pressmark.articles.office.blocks import Block, Paragraph, Run, Table

_DEEPEST = 20


@dataclass(slots=True)
class _Level:
    """What is open in a table: the cell, the row, and the table if it has a row already."""

    cell: list[Block] = field(default_factory=list)
    row: list[list[Block]] = field(default_factory=list)
    table: Table | None = None


class Flow:
    """Text that belongs together: the body, a note, a text box. Depth 0 is outside of tables."""

    def __init__(self) -> None:
        self.prefix: Run | None = None
        self._runs: list[Run] = []
        self._after: list[Block] = []
        self._levels = [_Level()]

    def write(self, text: str, zone: str) -> None:
        """Add text to the paragraph."""
        self._runs.append(Run(text, zone))

    def put_after(self, blocks: list[Block]) -> None:
        """Let blocks follow the paragraph that is open: they are anchored in it."""
        self._after += blocks

    def end_paragraph(self, depth: int) -> str:
        """End the paragraph, which lies in tables so deep; return its words."""
        depth = min(depth, _DEEPEST)
        text = "".join(run.text for run in self._runs)
        if self.prefix and text.strip():
            self._runs.insert(0, self.prefix)
        self._close(depth)
        self._level(depth).cell += (Paragraph(self._runs), *self._after)
        self.prefix, self._runs, self._after = None, [], []
        return text

    def end_cell(self, depth: int) -> None:
        """End the cell, and the paragraph in it."""
        depth = min(max(depth, 1), _DEEPEST)
        self.end_paragraph(depth)
        level = self._level(depth)
        level.row.append(level.cell)
        level.cell = []

    def end_row(self, depth: int) -> None:
        """End the row: its cells have ended."""
        depth = min(max(depth, 1), _DEEPEST)
        self._close(depth)
        level = self._level(depth)
        if level.cell:
            level.row.append(level.cell)
        if level.row:
            if level.table is None:
                level.table = Table()
                self._levels[depth - 1].cell.append(level.table)
            level.table.rows.append(level.row)
        level.cell, level.row = [], []

    def finish(self) -> list[Block]:
        """Return all blocks."""
        if self._runs or self._after:
            self.end_paragraph(0)
        self._close(0)
        return self._levels[0].cell

    def _level(self, depth: int) -> _Level:
        while len(self._levels) <= depth:
            self._levels.append(_Level())
        return self._levels[depth]

    def _close(self, depth: int) -> None:
        """End the tables that are deeper, with whatever is open in them."""
        for deeper in range(len(self._levels) - 1, depth, -1):
            if self._levels[deeper].cell or self._levels[deeper].row:
                self.end_row(deeper)
            self._levels[deeper].table = None
