"""A long report in volumes: where one ends and how the next begins."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pressmark.formats.reports.blocks import (
    Beside,
    Block,
    Heading,
    Marked,
    Quotation,
    Table,
    Title,
)
from pressmark.formats.wording import Wording

LONGEST = 1_500_000
"""The most letters that a volume has, counted with what goes with them."""

_AROUND = 300
"""How many letters go with a quotation, a row and the like: what is set around them."""
_ROWS = 50
"""A table is cut after so many rows at the least."""


def volumes(made: Iterable[Block], say: Wording) -> Iterator[list[Block]]:
    """Yield a report's blocks, the title first, as volumes; most reports have but one.

    None ends with a heading. The next one has the title again, and the heading of the section that
    it goes on with.
    """
    shelf = _Shelf(say)
    for block in made:
        for part in _parts(block):
            if shelf.is_full_for(part):
                yield shelf.turned()
            shelf.put(part)
    yield shelf.last()


class _Shelf:
    """The volume that is being filled."""

    def __init__(self, say: Wording) -> None:
        self._say = say
        self._number, self._weight = 1, 0
        self._title = Title("", "")
        self._section: Heading | None = None
        self._waiting: list[Block] = []  # headings that nothing has come after yet
        self._blocks: list[Block] = []

    def is_full_for(self, block: Block) -> bool:
        """Say whether a block has to go into the next volume; headings go where that goes."""
        is_too_much = self._weight + _weight(block) > LONGEST
        return is_too_much and bool(self._blocks) and not isinstance(block, Heading)

    def put(self, block: Block) -> None:
        """Take a block in."""
        if isinstance(block, Title):
            self._title = block
        elif isinstance(block, Heading):
            if block.level == 1:
                self._section = None
            self._waiting.append(block)
        else:
            self._take(self._waiting)
            self._join(block)
        self._weight += _weight(block)

    def turned(self) -> list[Block]:
        """Return the volume that is full, and begin the next."""
        say = self._say
        full = self._bound(say.tr("continued in volume {n}", n=str(self._number + 1)))
        self._number, self._weight, self._blocks = self._number + 1, 0, []
        if self._section is not None:
            words = say.tr("{section} (continued)", section=self._section.words)
            self._blocks.append(replace(self._section, words=words))
        return full

    def last(self) -> list[Block]:
        """Return the volume that nothing comes after."""
        self._take(self._waiting)
        return self._bound() if self._number > 1 else [self._title, *self._blocks]

    def _take(self, headings: list[Block]) -> None:
        for one in headings:
            if isinstance(one, Heading) and one.level == 1:
                self._section = one
        self._blocks += headings
        self._waiting = []

    def _join(self, block: Block) -> None:
        """Add a block; rows of one table stay together."""
        last = self._blocks[-1] if self._blocks else None
        if isinstance(last, Table) and isinstance(block, Table) and last.columns is block.columns:
            block = replace(last, rows=(*last.rows, *block.rows))
            self._blocks.pop()
        self._blocks.append(block)

    def _bound(self, aside: str = "") -> list[Block]:
        volume = self._say.tr("volume {n}", n=str(self._number))
        told = " · ".join(filter(None, (self._title.subtitle, volume, aside)))
        return [replace(self._title, subtitle=told), *self._blocks]


def _parts(block: Block) -> Iterator[Block]:
    """Yield a block, a long table in parts."""
    if not isinstance(block, Table) or len(block.rows) <= _ROWS:
        yield block
        return
    for at in range(0, len(block.rows), _ROWS):
        yield replace(block, rows=block.rows[at : at + _ROWS])


def _weight(block: Block) -> int:
    match block:
        case Quotation():
            return len(block.text) + len(block.note) + _AROUND * (1 + len(block.facts) // 2)
        case Marked():
            return len(block.article.text) + sum(map(_weight, block.records))
        case Beside():
            return sum(map(_weight, (*block.left, *block.right)))
        case Table():
            words = (one.text for row in block.rows for cell in row for one in cell)
            return sum(map(len, words)) + _AROUND * len(block.rows)
        case Title() | Heading():
            return 0
    return _AROUND
