"""CSV in all its dialects: separators, quotes, encodings, line ends within cells, no header."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from pressmark.articles.decoding import decode
from pressmark.articles.extract import Remark, Wishes
from pressmark.articles.tables.header_row import header_at, header_of
from pressmark.articles.tables.headers import is_known
from pressmark.articles.tables.table import SAMPLE, Row, Table, letter
from pressmark.errors import ArticleFileError

_SEPARATORS = ",;\t|^~"
_SEPARATOR_SAID = re.compile(r"sep=(.)\n")
_LONGEST_CELL = 64 * 1024 * 1024
_LOOKED_AT = 256 * 1024
_SHOWN = 80

Cells = tuple[int, list[str]]
"""A row's number, counted from 1, and its cells."""


def read_table(data: bytes, wishes: Wishes) -> Table:
    """Return the table in a CSV file; ArticleFileError `damaged`, and those of `decode`.

    Rows are told by their number, which is that of a spreadsheet that opens the file.
    """
    decoded = decode(data, wishes.encoding or None)
    text = decoded.text
    said = _SEPARATOR_SAID.match(text)
    if said:
        text = text[said.end() :]
    dialect = _dialect(text[:_LOOKED_AT], said[1] if said else "")
    rows = _rows(text, dialect, 1 + bool(said))
    first = list(islice(rows, SAMPLE))
    at = header_at([cells for _, cells in first])
    wide = Counter(len(cells) for _, cells in first).most_common(1)
    names = header_of(first[at][1]) if at is not None else ()
    width = max(len(names), wide[0][0] if wide else 0)
    header = names + tuple(letter(column) for column in range(len(names), width))
    body = first if at is None else first[at + 1 :]
    sample = tuple(_row(number, cells, width) for number, cells in body)
    return Table(
        header=header,
        sample=sample,
        rows=_all(sample, rows, width),
        remarks=tuple(_remarks(at or 0, text)),
        encoding=decoded,
    )


def _all(sample: tuple[Row, ...], rows: Iterator[Cells], width: int) -> Iterator[Row]:
    yield from sample
    for number, cells in rows:
        yield _row(number, cells, width)


def _row(number: int, cells: list[str], width: int) -> Row:
    spare = [cell for cell in cells[width:] if cell.strip()]
    remarks = []
    if spare:
        fact = "; ".join(spare)
        remarks.append(Remark(code="left-out-cells", count=len(spare), fact=fact[:_SHOWN]))
    if len(cells) < width:
        remarks.append(Remark(code="short-row"))
    cells = [*cells[:width], *[""] * (width - len(cells))]
    return Row(place=f"row {number}", cells=cells, remarks=tuple(remarks))


def _remarks(above: int, text: str) -> Iterator[Remark]:
    if above:
        yield Remark(code="left-out-rows", count=above)
    if text.count('"') % 2:
        yield Remark(code="open-quote")


def _rows(text: str, dialect: type[csv.Dialect], number: int) -> Iterator[Cells]:
    """Yield the rows that are not blank."""
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), dialect)
    try:
        for at, cells in enumerate(reader, start=number):
            if any(cell.strip() for cell in cells):
                yield at, cells
    except csv.Error:
        raise ArticleFileError("damaged", line=reader.line_num) from None


def _dialect(text: str, separator: str) -> type[csv.Dialect]:
    escaped = text.count('\\"') > text.count('""')

    class Found(csv.excel):
        doublequote = not escaped
        escapechar = "\\" if escaped else None

    quotes = '"' if '"' in text else "\"'"
    Found.delimiter, Found.quotechar = max(
        ((one, quote) for quote in quotes for one in separator or _SEPARATORS),
        key=lambda signs: _regularity(text, Found, *signs),
    )
    return Found


def _regularity(
    text: str, dialect: type[csv.Dialect], separator: str, quote: str
) -> tuple[int, float, int]:
    """Return how much like a table the text is with a separator and a quotation mark."""
    file = io.StringIO(text, newline="")
    reader = csv.reader(file, dialect, delimiter=separator, quotechar=quote)
    rows: list[list[str]] = []
    try:
        rows.extend(cells for cells in islice(reader, SAMPLE) if cells)
    except csv.Error:
        return 0, 0.0, 0
    widths = Counter(map(len, rows))
    (width, often), *_ = widths.most_common(1) or [(0, 0)]
    known = sum(map(is_known, rows[0])) if rows else 0
    share = often / len(rows) if width > 1 else 0.0
    return known if len(rows[:1]) and len(rows[0]) > 1 else 0, share, width
