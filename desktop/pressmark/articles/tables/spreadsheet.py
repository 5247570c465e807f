"""Spreadsheets (XLSX) as tables: the values that cells show, sheet by sheet.

openpyxl reads them; that the file is no bomb and declares no entities is looked at before, and so
is what openpyxl does not tell where it reads row by row: what is hidden, merged, not calculated.
"""

import mimetypes
import re
import warnings
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, time
from io import BytesIO
from itertools import chain, islice
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from pressmark.articles.decoding import Decoded
from pressmark.articles.extract import Remark
from pressmark.articles.packed import Packed
from pressmark.articles.tables.cell_links import CellLinks, links_in, relations_of
from pressmark.articles.tables.header_row import header_at, header_of
from pressmark.articles.tables.table import SAMPLE, Row, Table, letter
from pressmark.errors import ArticleFileError

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_DECLARING = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_HIDDEN_ROW = re.compile(rb'<row\b(?=[^>]*\bhidden="(?:1|true)")[^>]*\br="(\d{1,7})"')
_HIDDEN_COLUMN = re.compile(rb'<col\b(?=[^>]*\bhidden="(?:1|true)")[^>]*>')
_REACH = re.compile(rb'\b(min|max)="(\d{1,5})"')
_MERGED = re.compile(rb"<mergeCell\b")
_NOT_CALCULATED = re.compile(rb"<f\b[^>]*(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>")
_CELL_ENDS = 32_767
"""How many letters a cell can hold: longer text was cut when it was saved."""
_MOST_COLUMNS = 16_384
_NO_ENCODING = Decoded("", "")

Cells = tuple[int, list[str]]


def read_tables(data: bytes) -> Iterator[Table]:
    """Yield the sheets that hold anything; ArticleFileError as those of `Packed`, `entities`.

    Hidden sheets are not looked into: their names are remarked on with the first table.
    """
    parts = _looked_through(data)
    book = _opened(data)
    hidden = [sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible"]
    remarks = [Remark(code="left-out-sheets", count=len(hidden), fact=", ".join(hidden)[:80])]
    remarks = remarks if hidden else []
    for sheet in (one for one in book.worksheets if one.sheet_state == "visible"):
        table = _table(sheet, parts)
        if table is not None:
            yield replace(table, remarks=(*remarks, *table.remarks))
            remarks = []


def _opened(data: bytes) -> "Workbook":
    mimetypes.inited = True  # or the import below would open the machine's own lists of types
    from openpyxl import load_workbook  # noqa: PLC0415 -- it takes its time

    with _damage_named(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what openpyxl leaves out: charts, rules, styles
        return load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)


def _looked_through(data: bytes) -> dict[str, bytes]:
    """Return the sheets' XML by the names of its parts, all parts counted and looked at."""
    packed = Packed(data)
    held = {}
    for entry in packed.entries:
        name = entry.name.lower()
        if name.endswith((".xml", ".rels")):
            part = packed.read(entry)
            if _DECLARING.search(part.replace(b"\0", b"") if b"\0" in part[:200] else part):
                raise ArticleFileError("entities")
            if name.startswith("xl/worksheets/"):
                held[name] = part
    return held


def _part_of(sheet: "Worksheet") -> str:
    """Return the name of the part that holds a sheet: openpyxl tells it nowhere else."""
    return str(getattr(sheet, "_worksheet_path", "")).lstrip("/").lower()


def _table(sheet: "Worksheet", parts: Mapping[str, bytes]) -> Table | None:
    rows = _rows(sheet)
    first = list(islice(rows, SAMPLE))
    if not first:
        return None
    part = parts.get(_part_of(sheet), b"")
    at = header_at([cells for _, cells in first])
    width = max(len(cells) for _, cells in first)
    names = header_of(first[at][1]) if at is not None else ()
    header = names + tuple(letter(column) for column in range(len(names), width))
    links = links_in(part, parts.get(relations_of(_part_of(sheet)), b""), header)
    hidden = {int(number) for number in _HIDDEN_ROW.findall(part)}

    def row(one: Cells) -> Row:
        return _row(one, width, hidden, links)

    sample = tuple(map(row, first if at is None else first[at + 1 :]))
    return Table(
        name=sheet.title,
        header=links.names(header),
        sample=sample,
        rows=chain(sample, map(row, rows)),
        remarks=tuple(_remarks(part, len(first[: at or 0]), header)),
        encoding=_NO_ENCODING,
    )


def _remarks(part: bytes, above: int, header: Sequence[str]) -> Iterator[Remark]:
    if above:
        yield Remark(code="left-out-rows", count=above)
    columns = [dict(_REACH.findall(one)) for one in _HIDDEN_COLUMN.findall(part)]
    reaches = [range(int(one.get(b"min", 1)) - 1, int(one.get(b"max", 1))) for one in columns]
    hidden = [name for at, name in enumerate(header) if any(at in one for one in reaches)]
    counted = {
        "hidden-columns": len(hidden),
        "merged-cells": len(_MERGED.findall(part)),
        "not-calculated": len(_NOT_CALCULATED.findall(part)),
    }
    for code, count in counted.items():
        if count:
            fact = ", ".join(hidden)[:80] if code == "hidden-columns" else ""
            yield Remark(code=code, count=count, fact=fact)


def _row(one: Cells, width: int, hidden: set[int], links: CellLinks) -> Row:
    number, cells = one
    codes = Counter("cut-cell" for cell in cells if len(cell) == _CELL_ENDS)
    codes.update(["hidden-row"] if number in hidden else [])
    return Row(
        place=f"row {number}",
        cells=links.cells(number, (*cells[:width], *[""] * (width - len(cells)))),
        remarks=tuple(Remark(code=code, count=count) for code, count in codes.items()),
    )


def _rows(sheet: "Worksheet") -> Iterator[Cells]:
    """Yield the rows that are not blank, with their numbers."""
    with _damage_named():
        for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
            cells = [_shown_value(value) for value in values[:_MOST_COLUMNS]]
            while cells and not cells[-1].strip():
                cells.pop()
            if cells:
                yield number, cells


def _shown_value(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            value = str(value).upper()
        case float() if value.is_integer():
            value = int(value)
        case datetime() if value.time() == time():
            value = value.date().isoformat()
        case datetime():
            value = value.replace(microsecond=0).isoformat()
    return str(value)


@contextmanager
def _damage_named() -> Iterator[None]:
    """Make one error of the many that openpyxl finds a damaged file by."""
    try:
        yield
    except (LookupError, ValueError, TypeError, AttributeError, OverflowError):
        raise ArticleFileError("damaged") from None
    # What is no XML is a syntax error to both parsers that openpyxl uses.
    except (SyntaxError, BadZipFile, OSError, EOFError):
        raise ArticleFileError("damaged") from None
