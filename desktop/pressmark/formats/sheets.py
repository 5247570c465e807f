"""Sheets of a workbook: rows written as they come, each cell words or a number, no formulas."""

import io
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from datetime import datetime

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.xml.constants import ARC_CORE
from openpyxl.xml.functions import tostring

from pressmark.formats.xml_text import xml_text
from pressmark.formats.zipping import repacked

LARGEST_CELL = 32_767
"""How many UTF-16 units a cell holds."""

Content = str | int

_NO_TIME = datetime(1980, 1, 1)  # noqa: DTZ001 -- its library knows no zones
"""What stands for the time of writing: the same project makes the same file."""


class Sheets:
    """A workbook that grows sheet by sheet."""

    def __init__(self, widths: Mapping[str, int], usual: int) -> None:
        """Begin with no sheet; `widths` are those of columns by their titles, in characters."""
        self._book = Workbook(write_only=True)
        properties = self._book.properties
        properties.created = properties.modified = _NO_TIME
        self._widths = widths
        self._usual = usual
        self._looks: dict[tuple[bool, bool], Cell] = {}

    def add(self, title: str, head: list[str], rows: Iterable[Iterable[Content]]) -> None:
        """Add a sheet with a head that stays in sight and can be filtered by."""
        sheet = self._book.create_sheet(title)
        self._looks.clear()  # a cell is of its sheet
        sheet.freeze_panes = "A2"
        for at, name in enumerate(head, start=1):
            sheet.column_dimensions[get_column_letter(at)].width = self._widths.get(
                name, self._usual
            )
        count = 1
        sheet.append([self._cell(sheet, name, is_head=True) for name in head])
        for row in rows:
            sheet.append([self._cell(sheet, one) for one in row])
            count += 1
        sheet.auto_filter.ref = f"A1:{get_column_letter(max(1, len(head)))}{count}"

    def saved(self) -> Iterator[bytes]:
        """Yield the workbook; nothing can be added any more."""
        core = tostring(self._book.properties.to_tree())
        file = io.BytesIO()
        self._book.save(file)
        yield from repacked(file.getvalue(), {ARC_CORE: lambda _: (core,)})

    def _cell(self, sheet: WriteOnlyWorksheet, content: Content, *, is_head: bool = False) -> Cell:
        if not isinstance(content, str):
            return WriteOnlyCell(sheet, value=content)
        look = (len(content) > self._usual, is_head)
        if look not in self._looks:
            self._looks[look] = _looking(sheet, is_long=look[0], is_head=look[1])
        cell = copy(self._looks[look])  # giving each its own look takes most of the time
        cell.value = fitted(content)
        cell.data_type = "s"  # else what begins with "=" would be worked out
        return cell


def _looking(sheet: WriteOnlyWorksheet, *, is_long: bool, is_head: bool) -> Cell:
    cell = WriteOnlyCell(sheet)
    cell.alignment = Alignment(vertical="top", wrap_text=is_long)
    if is_head:
        cell.font = Font(bold=True)
    return cell


def fitted(words: str) -> str:
    """Return as much of some words as a cell holds, without what XML does not."""
    cut = words.encode("utf-16-le", "surrogatepass")[: 2 * LARGEST_CELL]
    return xml_text(cut.decode("utf-16-le", "ignore"))
