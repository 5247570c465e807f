"""The rows of a CSV table of annotations, gone through once and kept on the disk by article.

A table may have its rows in any order, so that those of an article stand anywhere in it.
"""

import csv
import io
import json
import re
from array import array
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from tempfile import SpooledTemporaryFile
from typing import IO, NamedTuple, Self

from pressmark.errors import CancelledError, FormatError
from pressmark.formats.csv_cells import DANGEROUS, armed
from pressmark.formats.format import ReadRequest
from pressmark.formats.long_file import LongFile

NEEDED = frozenset({"doc_id", "label", "start", "end"})
"""The columns that a table of annotations has at the least."""

_LONGEST_CELL = 1 << 27
_WIDEST_HEADER = 1 << 14
_HELD = 2**24
"""How many bytes of rows are held before they go to the disk."""
_ROWS_A_LOOK = 1_000
_SEPARATORS = ",;\t"
_LINE_END = re.compile(r"[\r\n]")
_UTF_16_BEGINS = (b"\xff\xfe", b"\xfe\xff")
_UTF_16 = "utf-16"


class Row(NamedTuple):
    """A row: the line that it begins in, from 1, and its cells by the names of their columns."""

    line: int
    cells: Mapping[str, str]


class CsvTable(AbstractContextManager["CsvTable"]):
    """A table, read; what it keeps on the disk goes with it.

    FormatError `bad-line` with the `line` where it is no table, CancelledError.
    """

    def __init__(self, request: ReadRequest) -> None:
        data = request.data
        self._file = data if isinstance(data, LongFile) else LongFile.of(data)
        self._cancelled = request.cancelled
        self._kept: IO[bytes] = SpooledTemporaryFile(_HELD)  # noqa: SIM115 -- closed on exit
        self._places: dict[str, array[int]] = {}
        self._header: list[str] = []
        # Where one cell could be a formula, none was kept from being one.
        self._is_raw = False

    def __enter__(self) -> Self:
        """Read the table."""
        try:
            self._read()
        except BaseException:
            self._kept.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of the rows."""
        self._kept.close()

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that it has rows of, in its order."""
        return tuple(self._places)

    def count(self, article_id: str) -> int:
        """Return how many rows an article has."""
        return len(self._places[article_id])

    def rows(self, article_id: str) -> list[Row]:
        """Return the rows of an article, in the order of the table."""
        return [self._row(place) for place in self._places[article_id]]

    def _row(self, place: int) -> Row:
        self._kept.seek(place)
        line, cells = json.loads(self._kept.readline())
        said = cells if self._is_raw else map(armed, cells)
        return Row(line, dict(zip(self._header, said, strict=False)))

    def _read(self) -> None:
        beginning = self._file.beginning[:_WIDEST_HEADER]
        encoding = _encoding(beginning)
        csv.field_size_limit(_LONGEST_CELL)
        self._file.passed(0, self._file.size)
        with self._file.opened() as file:
            lines = io.TextIOWrapper(file, encoding, newline="")
            try:
                self._keep(lines, _separator(beginning), file)
            except UnicodeDecodeError as error:
                line = self._undecodable(encoding)
                raise FormatError("bad-line", line=line, reason="encoding") from error
            finally:
                lines.detach()
        self._file.passed(self._file.size, self._file.size)

    def _keep(self, lines: Iterable[str], separator: str, file: IO[bytes]) -> None:
        reader = csv.reader(lines, delimiter=separator, strict=True)
        try:
            self._header = next(reader, [])
            if not set(self._header) >= NEEDED:
                raise FormatError("bad-line", line=1, where="doc_id", reason="missing")
            at, place, line = self._header.index("doc_id"), 0, reader.line_num + 1
            for number, cells in enumerate(reader):
                if any(cells):
                    self._is_raw = self._is_raw or any(one.startswith(DANGEROUS) for one in cells)
                    name = cells[at] if at < len(cells) else ""
                    self._places.setdefault(name, array("Q")).append(place)
                    place += self._kept.write(json.dumps([line, cells]).encode() + b"\n")
                line = reader.line_num + 1
                if number % _ROWS_A_LOOK == 0:
                    self._look(file)
        except csv.Error as error:
            raise FormatError("bad-line", line=reader.line_num, reason="table") from error

    def _look(self, file: IO[bytes]) -> None:
        if self._cancelled():
            raise CancelledError
        self._file.passed(file.tell(), self._file.size)

    def _undecodable(self, encoding: str) -> int:
        """Return the first line that is no text; who decodes stretches of a file knows of none."""
        for number, line in enumerate(self._file.lines(), start=1):
            try:
                line.decode(encoding if encoding != _UTF_16 else "latin-1")
            except UnicodeDecodeError:
                return number
        return 1


def claims(_name: str, data: bytes) -> bool:
    """Say whether the first line names the columns that annotations need."""
    beginning = data[:_WIDEST_HEADER]
    return set(_header(beginning, _separator(beginning))) >= NEEDED


def _separator(beginning: bytes) -> str:
    return max(_SEPARATORS, key=lambda one: len(NEEDED & set(_header(beginning, one))))


def _header(beginning: bytes, separator: str) -> list[str]:
    text = beginning.decode(_encoding(beginning), "replace")
    return next(csv.reader(_LINE_END.split(text, maxsplit=1)[:1], delimiter=separator), [])


def _encoding(beginning: bytes) -> str:
    return _UTF_16 if beginning.startswith(_UTF_16_BEGINS) else "utf-8-sig"
