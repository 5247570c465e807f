"""CSV: one row an annotation, for spreadsheets and for scripts. Offsets: code points."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from pressmark.formats.annotation_table import AnnotationTable
from pressmark.formats.csv_cells import disarmed
from pressmark.formats.csv_reading import read_csv
from pressmark.formats.csv_table import claims
from pressmark.formats.format import EVERYTHING, Format
from pressmark.formats.selection import Selection

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class CsvOptions:
    """What the table is for: in a `spreadsheet` no cell may become a formula."""

    flavour: Literal["spreadsheet", "raw"] = field(
        default="spreadsheet",
        metadata={"about": "made for"},
    )


def _write(selection: Selection, options: CsvOptions) -> Iterator[bytes]:
    spreadsheet = options.flavour == "spreadsheet"
    table = AnnotationTable(selection)
    yield (_BOM if spreadsheet else b"") + _rows([table.head], harmless=spreadsheet)
    for rows in table.rows():
        yield _rows(rows, harmless=spreadsheet)


def _rows(rows: Iterable[list[str]], *, harmless: bool) -> bytes:
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\r\n")
    for row in rows:
        writer.writerow([disarmed(cell) for cell in row] if harmless else row)
    return lines.getvalue().encode()


CSV = Format(
    id="csv",
    name="CSV table",
    about="One row an annotation, with its words and context. Opens in any spreadsheet.",
    suffix=".csv",
    group="reading",
    holds=EVERYTHING - {"text", "relations", "zones"},
    options=CsvOptions,
    write=_write,
    read=read_csv,
    passes=1,
    claims=claims,
)
