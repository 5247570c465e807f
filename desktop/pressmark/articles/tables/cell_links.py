"""What cells of a spreadsheet lead to: openpyxl does not tell where it reads row by row."""

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from posixpath import dirname, join

from pressmark.articles.tables.headers import rank

_LINK = re.compile(rb"<(?:\w+:)?hyperlink\b[^>]*>")
_RELATIONSHIP = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class CellLinks:
    """Addresses on the web by row, counted from 1, and column, counted from 0.

    `added` are the columns that a table gets a column more for, of what their cells lead to. In a
    column of addresses that stands for what the cells say.
    """

    by_cell: Mapping[tuple[int, int], str] = field(default_factory=dict)
    added: tuple[int, ...] = ()

    def names(self, header: tuple[str, ...]) -> tuple[str, ...]:
        """Return the names of columns with those that are added."""
        return header + tuple(f"{header[at]} (link)" for at in self.added)

    def cells(self, row: int, cells: Iterable[str]) -> tuple[str, ...]:
        """Return the cells of a row with what they lead to."""
        said = [
            cell if at in self.added else self.by_cell.get((row, at), cell)
            for at, cell in enumerate(cells)
        ]
        return (*said, *(self.by_cell.get((row, at), "") for at in self.added))


def links_in(part: bytes, relations: bytes, header: Sequence[str]) -> CellLinks:
    """Return the links in the XML of a sheet and of what it is related to."""
    related = _elements(_RELATIONSHIP, relations)
    targets = {one.get("Id", ""): one.get("Target", "") for one in related}
    found = {}
    for link in _elements(_LINK, part):
        cell = _CELL.match(link.get("ref", ""))
        target = targets.get(link.get("id", ""), "")
        if cell and target.startswith(_WEB):
            found[int(cell[2]), _column(cell[1])] = target
    columns = sorted({column for _, column in found if column < len(header)})
    return CellLinks(found, tuple(at for at in columns if rank("url", header[at]) is None))


def relations_of(part: str) -> str:
    """Return the name of the part that says what another is related to."""
    return join(dirname(part), "_rels", f"{part.rpartition('/')[2]}.rels")


def _elements(pattern: re.Pattern[bytes], part: bytes) -> Iterator[dict[str, str]]:
    """Yield the attributes of the elements that a pattern finds, by their names without prefix."""
    for element in pattern.findall(part):
        yield {
            name.rpartition(":")[2]: html.unescape(double or single)
            for name, double, single in _ATTRIBUTE.findall(element.decode("utf-8", "replace"))
        }


def _column(letters: str) -> int:
    at = 0
    for letter in letters:
        at = 26 * at + ord(letter) - ord("A") + 1
    return at - 1
