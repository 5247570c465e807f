"""Where the text stands: lines, boxes and pages, also where it runs from right to left."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TypeAlias

import pytest
from PySide6.QtCore import QMargins, QObject, QPointF
from PySide6.QtWidgets import QApplication

from pressmark.model.span import Span
from pressmark.ui.reading.geometry import PAGE, Line
from pressmark.ui.reading.measure import Measure
from pressmark.ui.reading.sheet import Sheet
from tests.ui.reading.desk import article

WIDTH = 700
SheetMaker: TypeAlias = Callable[[str], Sheet]


@pytest.fixture
def sheet_of(qapp: QApplication) -> Iterator[SheetMaker]:
    owner = QObject(qapp)

    def make(text: str) -> Sheet:
        sheet = Sheet(article(text), Measure(), QMargins(80, 20, 20, 20), owner)
        sheet.document.setTextWidth(WIDTH)
        return sheet

    yield make
    owner.deleteLater()


def lines_of(sheet: Sheet) -> list[Line]:
    return sheet.geometry.lines_between(0, sheet.document.size().height())


TEXTS = (
    "One line.",
    "Words that go on. " * 100,
    "\n\n".join(["Words that go on. " * 20] * 5) + "\n",
    "x" * 3000,
    "مرحبا بالعالم " * 60,
    "\U0001f1fa\U0001f1e6 flags " * 300,
    "long paragraph " * 2000,
    "",
    "\n\n\n",
)


@pytest.mark.parametrize("text", TEXTS)
def test_lines_follow_each_other_through_the_whole_text(sheet_of: SheetMaker, text: str) -> None:
    lines = lines_of(sheet_of(text))
    assert lines[0].start == 0
    assert lines[-1].next_start == len(text)
    for line, following in pairwise(lines):
        assert line.next_start == following.start
        assert line.start <= line.end <= line.next_start
        assert not text[line.start : line.end].endswith((" ", "\n"))
        assert abs(line.next_top - following.top) <= 1
        assert line.bottom - line.top == Measure().pitch


@pytest.mark.parametrize("text", TEXTS)
def test_every_offset_is_on_the_line_that_holds_it(sheet_of: SheetMaker, text: str) -> None:
    sheet = sheet_of(text)
    for offset in range(0, len(text), 7):
        line = sheet.geometry.line_of(offset)
        assert line.start <= offset < line.next_start
        assert line in sheet.geometry.lines(line.start // PAGE)


@pytest.mark.parametrize("text", TEXTS[:4])
def test_a_point_in_a_box_is_a_place_in_its_text(sheet_of: SheetMaker, text: str) -> None:
    sheet = sheet_of(text)
    for offset in range(0, min(len(text), 900), 13):
        line = sheet.geometry.line_of(offset)
        if offset < line.end:
            ((left, right),) = sheet.geometry.extents(line, Span(offset, offset + 1))
            point = QPointF(left + (right - left) * 0.25, line.baseline - 3)
            assert sheet.geometry.offset_at(point) == offset


def test_a_stretch_of_one_direction_has_one_extent_on_each_line(sheet_of: SheetMaker) -> None:
    text = "Words that go on. " * 100
    sheet = sheet_of(text)
    lines = lines_of(sheet)
    span = Span(10, 400)
    extents = [sheet.geometry.extents(line, span) for line in lines]
    touched = [line for line in lines if line.start < 400 and line.end > 10]
    assert [len(one) for one in extents if one] == [1] * len(touched)


def test_mixed_directions_fall_apart_and_add_up(sheet_of: SheetMaker) -> None:
    text = "abc مرحبا def"
    sheet = sheet_of(text)
    (line,) = lines_of(sheet)
    assert line.mixed
    whole = sheet.geometry.extents(line, Span(0, len(text)))
    assert len(whole) == 1
    arabic = sheet.geometry.extents(line, Span(4, 9))
    # From before the Latin letters to the middle of the Arabic word: not one stretch on screen.
    across = sheet.geometry.extents(line, Span(0, 6))
    assert len(arabic) == 1
    assert len(across) == 2
    (left, right), (first, last) = across
    assert left < right < first < last
    assert abs(last - arabic[0][1]) < 1, "the Arabic word starts at its right"


def test_a_right_to_left_paragraph_stands_at_the_right(sheet_of: SheetMaker) -> None:
    sheet = sheet_of("مرحبا بالعالم")
    (line,) = lines_of(sheet)
    ((_, right),) = sheet.geometry.extents(line, Span(0, 5))
    assert right > WIDTH - 60


def test_forgetting_asks_the_layout_again(sheet_of: SheetMaker) -> None:
    sheet = sheet_of("Words that go on. " * 100)
    before = len(lines_of(sheet))
    sheet.document.setTextWidth(350)
    sheet.forget_layout()
    assert len(lines_of(sheet)) > before


def test_pages_between_heights_are_those_of_the_lines_there(sheet_of: SheetMaker) -> None:
    sheet = sheet_of("\n".join(["Words that go on. " * 20] * 50))
    lines = lines_of(sheet)
    for line in (lines[0], lines[100], lines[-1], lines[3]):
        found = sheet.geometry.lines_between(line.top + 1, line.bottom - 1)
        assert found == [line]
        assert line.start // PAGE in sheet.geometry.pages(line.top + 1, line.bottom - 1)


def test_between_paragraphs_is_not_the_end_even_before_all_is_laid_out(
    sheet_of: SheetMaker,
) -> None:
    text = "\n".join(["Words that go on. " * 20] * 30)
    for height in range(0, 900, 5):
        offset = sheet_of(text).geometry.offset_at(QPointF(100, height))
        assert offset < len(text) // 4
