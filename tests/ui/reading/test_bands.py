"""The pieces that annotations fall into on a page."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMargins, QObject
from PySide6.QtWidgets import QApplication

from pressmark.model.annotations import Annotations
from pressmark.model.article import Article, ArticleHead
from pressmark.model.span import Span
from pressmark.ui.reading.bands import Page
from pressmark.ui.reading.measure import Measure
from pressmark.ui.reading.sheet import Sheet
from tests.ui.reading.desk import annotation

TEXT = "Words that go on. " * 100


@pytest.fixture
def owner(qapp: QApplication) -> Iterator[QObject]:
    made = QObject(qapp)
    yield made
    made.deleteLater()


def sheet_with(owner: QObject, *fragments: tuple[tuple[int, int], ...]) -> Sheet:
    made = [
        annotation(TEXT, "claim", *pairs, annotation_id=str(at))
        for at, pairs in enumerate(fragments)
    ]
    shown = Article(ArticleHead(id="a"), TEXT, Annotations.of(made))
    sheet = Sheet(shown, Measure(), QMargins(80, 20, 20, 20), owner)
    sheet.document.setTextWidth(700)
    return sheet


def first_page(sheet: Sheet) -> Page:
    return sheet.bands.page(0)


def test_an_annotation_has_a_piece_on_each_of_its_lines(owner: QObject) -> None:
    sheet = sheet_with(owner, ((10, 300),))
    lines = [one for one in sheet.geometry.lines(0) if one.start < 300 and one.end > 10]
    pieces = first_page(sheet).pieces
    assert [one.baseline for one in pieces] == [one.baseline for one in lines]
    assert [one.starts for one in pieces] == [True] + [False] * (len(lines) - 1)


def test_the_longest_come_first_so_that_the_shortest_is_painted_last(owner: QObject) -> None:
    sheet = sheet_with(owner, ((10, 20),), ((0, 200),), ((5, 60),))
    lengths = [one.annotation.span.length for one in first_page(sheet).pieces]
    assert lengths == sorted(lengths, reverse=True)


def test_fragments_in_sight_of_each_other_are_joined(owner: QObject) -> None:
    sheet = sheet_with(owner, ((0, 10), (30, 40)))
    (join,) = first_page(sheet).joins
    left, right = (one for one in first_page(sheet).pieces)
    assert (join.left, join.right) == (left.right, right.left)


def test_fragments_far_apart_are_not(owner: QObject) -> None:
    sheet = sheet_with(owner, ((0, 10), (1500, 1510)))
    pages = [sheet.bands.page(number) for number in range(4)]
    assert not any(page.joins for page in pages)
    assert sum(len(page.pieces) for page in pages) == 2
    assert [bool(page.stripes) for page in pages] == [True, False, True, False]


def test_stripes_in_one_column_share_a_line(owner: QObject) -> None:
    sheet = sheet_with(owner, ((0, 5),), ((6, 10),), ((11, 15),))
    first, second, third = first_page(sheet).stripes
    assert {one.lane for one in (first, second, third)} == {0}
    assert first.bottom == second.top
    assert second.bottom == third.top


def test_a_change_drops_only_the_pages_it_touches(owner: QObject) -> None:
    sheet = sheet_with(owner, ((0, 10),), ((1700, 1710),))
    pages = [sheet.bands.page(number) for number in range(4)]
    sheet.bands.forget([Span(1650, 1720)])
    kept = [sheet.bands.page(number) is page for number, page in enumerate(pages)]
    assert kept == [True, True, True, False]


def test_an_annotation_of_very_many_fragments_costs_what_is_seen(owner: QObject) -> None:
    pairs = tuple((at, at + 2) for at in range(0, 1700, 4))
    sheet = sheet_with(owner, pairs)
    line = sheet.geometry.lines(0)[0]
    on_line = [one for one in first_page(sheet).pieces if one.baseline == line.baseline]
    held = [pair for pair in pairs if pair[0] < line.end]
    assert len(on_line) == len(held)
