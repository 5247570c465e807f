"""A table as it was found: its columns, and its rows as they come."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pressmark.articles.decoding import Decoded
from pressmark.articles.extract import Remark

SAMPLE = 100
"""How many rows are looked at to tell what a table's columns hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row: its place as people find it ("row 17"), and its cells, as many as there are columns.

    `fault` is the case of an ArticleFileError where the row cannot be read.
    """

    place: str
    cells: Sequence[str] = ()
    remarks: tuple[Remark, ...] = ()
    fault: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: `header` names its columns, letters where nothing does; `name` is a sheet's.

    `sample` are the first rows, which are among `rows` too. `remarks` are on the whole of it.
    `decoded` is without its text where there is no choice of an encoding.
    """

    name: str = ""
    header: tuple[str, ...]
    sample: tuple[Row, ...]
    rows: Iterator[Row]
    remarks: tuple[Remark, ...] = ()
    encoding: Decoded


def letter(column: int) -> str:
    """Return what spreadsheets call a column, counted from 0: A, B, ... Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
