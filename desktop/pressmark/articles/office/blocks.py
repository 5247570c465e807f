"""What a document holds before it is text, paragraphs and tables, and how they become text.

A paragraph is a line, an empty one a blank line, never two in a row. A table has blank lines
around it; a row is a line, its cells parted by tabs, unless a cell holds more than a line's worth.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pressmark.model.article import Zone

HIDDEN = "hidden"
"""The kind of zone of what the file hides from who reads it."""
NAVIGATION = "navigation"
"""The kind of zone of tables of contents and the like."""

_CELL = 300
"""How many code points the paragraphs of a cell have at most to stand on one line."""
_BLANK = " \t\n"
"""What is tidied away: a no-break space, for one, is none of it."""
_GAP = re.compile(r"(?<![ \t])[ \t]*\n[ \t\n]*")
_BREAKS = re.compile(r"[\t\n]+")


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one sort: `zone` is the kind of zone it lies in, if it does."""

    text: str
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs that follow each other; line feeds are breaks within the paragraph."""

    runs: list[Run] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words, with what is hidden."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; each cell holds blocks of its own."""

    rows: list[list["list[Paragraph | Table]"]] = field(default_factory=list)


Block = Paragraph | Table


def lay_out(
    blocks: Iterable[Block], *, between: str = "\n", without: Collection[str] = ()
) -> tuple[str, tuple[Zone, ...]]:
    """Return the text of blocks and its zones, but for zones of the kinds `without`.

    Lines have no trailing blanks, the text has no blank lines at its ends.
    """
    return _tidied([run for run in _flow(blocks, between) if run.zone not in without])


def _flow(blocks: Iterable[Block], between: str) -> Iterator[Run]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from block.runs
            yield Run(between)
            continue
        yield Run("\n")
        for row in block.rows:
            if _fits_a_line(row):
                yield from _line(row)
            else:
                for cell in row:
                    yield from _flow(cell, between)
                    yield Run("\n")
        yield Run("\n")


def _fits_a_line(row: Sequence[Sequence[Block]]) -> bool:
    for cell in row:
        paragraphs = [block.text for block in cell if isinstance(block, Paragraph)]
        if len(paragraphs) < len(cell):
            return False
        if sum(text.strip(_BLANK) != "" for text in paragraphs) > 1:
            together = sum(map(len, paragraphs))
            if len(row) == 1 or together > _CELL:
                return False
    return True


def _line(row: Sequence[Sequence[Block]]) -> Iterator[Run]:
    for number, cell in enumerate(row):
        if number:
            yield Run("\t")
        begun = False
        for block in cell:
            if isinstance(block, Paragraph) and block.text.strip(_BLANK):
                if begun:
                    yield Run(" ")
                yield from (Run(_BREAKS.sub(" ", run.text), run.zone) for run in block.runs)
                begun = True
    yield Run("\n")


def _tidied(runs: Sequence[Run]) -> tuple[str, tuple[Zone, ...]]:
    """Join runs; no more than one blank line at a time remains, and no blanks before line ends."""
    raw = "".join(run.text for run in runs)
    kept: list[str] = []
    ends, dropped = [0], [0]
    last = 0
    for gap in _GAP.finditer(raw):
        breaks, _, indent = gap[0].rpartition("\n")
        feeds = breaks.count("\n") + 1
        instead = "\n" * min(feeds, 2) if gap.start() and gap.end() < len(raw) else ""
        if gap.end() < len(raw):
            instead += indent
        kept += (raw[last : gap.start()], instead)
        last = gap.end()
        ends.append(last)
        dropped.append(dropped[-1] + len(gap[0]) - len(instead))
    kept.append(raw[last:])
    zones = (
        Zone(
            start=start - dropped[bisect_right(ends, start) - 1],
            end=end - dropped[bisect_right(ends, end - 1) - 1],
            kind=kind,
        )
        for start, end, kind in _stretches(raw, runs)
    )
    return "".join(kept), tuple(zones)


def _stretches(raw: str, runs: Sequence[Run]) -> Iterator[tuple[int, int, str]]:
    """Yield where zones begin and end in raw text, at letters: one for neighbours of a kind."""
    held: tuple[int, int, str] | None = None
    end = 0
    for run in runs:
        start, end = end, end + len(run.text)
        if not run.text.strip():
            continue
        first = start + len(run.text) - len(run.text.lstrip())
        last = end - len(run.text) + len(run.text.rstrip())
        if held and held[2] == run.zone and not raw[held[1] : first].strip():
            held = held[0], last, run.zone
            continue
        if held and held[2]:
            yield held
        held = first, last, run.zone
    if held and held[2]:
        yield held
