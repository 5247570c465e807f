"""Which column of a table holds which field: as somebody says, as headers say, as cells look."""

from collections.abc import Callable, Mapping, Sequence
from statistics import fmean

from pressmark.articles.moments import moment
from pressmark.articles.tables.headers import FIELDS, is_known, rank
from pressmark.articles.tables.table import Table
from pressmark.errors import ArticleFileError

_TEXT = "text"
_LONG = 100
"""Letters that cells of text have at least, on average, where no header says that they are."""
_CLEARLY = 1.5
"""How much longer the cells of the text are than those of any other column it could be."""

_LOOKS: Mapping[str, Callable[[str], bool]] = {
    "url": lambda cell: cell.startswith(("http://", "https://")),
    "published": lambda cell: len(cell) > len("2024") and moment(cell) is not None,
}

Columns = Mapping[str, int]
"""Fields, and the columns that hold them, counted from 0."""


def columns_for(table: Table, wished: Mapping[str, str]) -> Columns:
    """Return the columns that are wished for, and for all other fields those that are guessed.

    A field for which "" is wished has none. ArticleFileError `no-such-column` where the table has
    no column of a name, `no-text-column` where it is not plain which one holds the text.
    """
    told = {field: _named(table.header, name) for field, name in wished.items() if name}
    for field in FIELDS:
        if field in wished:
            continue
        free = [at for at in range(len(table.header)) if at not in told.values()]
        if field == _TEXT:
            told[field] = _text_column(table, free)
        elif fits := [*_named_so(field, table, free), *_like(field, table, free)]:
            told[field] = fits[0]
    if _TEXT not in told:
        raise ArticleFileError("no-text-column", columns=", ".join(table.header))
    return {field: told[field] for field in FIELDS if field in told}


def _named(header: Sequence[str], name: str) -> int:
    for at, one in enumerate(header):
        if one == name:
            return at
    for at, one in enumerate(header):
        if one.strip().casefold() == name.strip().casefold():
            return at
    raise ArticleFileError("no-such-column", name=name, columns=", ".join(header))


def _named_so(field: str, table: Table, free: Sequence[int]) -> list[int]:
    """Return the columns with a header that names the field, the best name first."""
    ranks = [(rank(field, table.header[at]), at) for at in free]
    return [at for _, at in sorted((fit, at) for fit, at in ranks if fit is not None)]


def _like(field: str, table: Table, free: Sequence[int]) -> list[int]:
    """Return the columns that nothing names, and whose cells all look like the field."""
    looks = _LOOKS.get(field)
    if looks is None:
        return []
    cells = {at: [row.cells[at] for row in table.sample if row.cells] for at in free}
    return [
        at
        for at, held in cells.items()
        if not is_known(table.header[at]) and any(held) and all(map(looks, filter(None, held)))
    ]


def _text_column(table: Table, free: Sequence[int]) -> int:
    """Return the column of the text: the one that is called so, or has by far the longest cells."""
    if len(free) == 1:
        return free[0]
    rows = [row.cells for row in table.sample if row.cells]
    lengths = {at: fmean([len(row[at]) for row in rows] or [0]) for at in free}
    called = [at for at in _named_so(_TEXT, table, free) if lengths[at]]
    nameless = [at for at in free if lengths[at] >= _LONG and not is_known(table.header[at])]
    among = sorted(called or nameless, key=lambda at: -lengths[at])
    if among and (len(among) == 1 or lengths[among[0]] >= _CLEARLY * lengths[among[1]]):
        return among[0]
    raise ArticleFileError("no-text-column", columns=", ".join(table.header))
