"""The columns of a table, for somebody to say which of them holds what before it comes in."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from pressmark.articles.contents import kind_for
from pressmark.articles.extract import Extract, Found, Wishes
from pressmark.articles.pool import POOL, never
from pressmark.articles.tables.columns import columns_for
from pressmark.articles.tables.reading import TABLES
from pressmark.articles.tables.table import Table
from pressmark.errors import ArticleFileError
from pressmark.store.records import from_json, to_json
from pressmark.store.strict_json import json_bytes, read_json

_ROWS = 5
_CELL = 200
_KIND = "-columns"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableColumns:
    """A table's columns by name, how it begins, and which column holds which field.

    `name` is a sheet's. `sample` are its first rows, cells cut. `columns` are fields and names of
    columns as wished or guessed; empty where `problem`, the case of an ArticleFileError, says why.
    """

    name: str = ""
    header: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...] = ()
    columns: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    problem: str = ""


def columns_of(
    data: bytes, wishes: Wishes, cancelled: Callable[[], bool] = never
) -> tuple[TableColumns, ...]:
    """Return the columns of the tables in a file, read by a child; none where it is no table.

    ArticleFileError as where the file is read.
    """
    kind = kind_for(data, wishes).id
    if kind not in TABLES:
        return ()
    found = POOL.found_in(data, replace(wishes, kind=f"{kind}{_KIND}"), cancelled)
    return tuple(
        from_json(TableColumns, read_json(one.text.encode()))
        for one in found
        if isinstance(one, Extract)
    )


def read_columns(data: bytes, wishes: Wishes) -> Iterator[Found]:
    """Yield the columns of each table as JSON; this is how the child answers `columns_of`."""
    for table in TABLES[wishes.kind.removesuffix(_KIND)](data, wishes):
        yield Extract(text=json_bytes(to_json(_columns(table, wishes))).decode(), part=table.name)


def _columns(table: Table, wishes: Wishes) -> TableColumns:
    shown = TableColumns(
        name=table.name,
        header=table.header,
        sample=tuple(tuple(cell[:_CELL] for cell in row.cells) for row in table.sample[:_ROWS]),
    )
    try:
        columns = columns_for(table, wishes.columns)
    except ArticleFileError as error:
        return replace(shown, problem=error.case)
    return replace(shown, columns={field: table.header[at] for field, at in columns.items()})
