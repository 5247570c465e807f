from dataclasses import replace

import pytest

from pressmark.formats.reports import volumes
from pressmark.formats.reports.blocks import (
    Block,
    Column,
    Heading,
    Paragraph,
    Quotation,
    Table,
    Title,
    Words,
    line,
)
from pressmark.formats.wording import ENGLISH

TITLE = Title("Arms", "2 articles")
COLUMNS = (Column("Number", 1),)


def quotation(number: int) -> Quotation:
    return Quotation(Words(f"C{number}", "tag"), "x" * 700, line("Reuters"))


def bound(*blocks: Block) -> list[list[Block]]:
    return list(volumes.volumes((TITLE, *blocks), ENGLISH))


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(volumes, "LONGEST", 2_500)
    monkeypatch.setattr(volumes, "_ROWS", 3)


def test_what_has_room_is_one_volume_as_it_is() -> None:
    blocks = (Heading(1, "Claims"), Paragraph(line("None.")), Heading(1, "Empty"))
    assert bound(*blocks) == [[TITLE, *blocks]]
    assert bound() == [[TITLE]]


def test_a_volume_ends_before_what_has_no_room_and_never_after_a_heading() -> None:
    claims, kim, sources = Heading(1, "Claims", "claims"), Heading(2, "Kim"), Heading(1, "Sources")
    quotations = [quotation(one) for one in range(4)]
    first, second = bound(claims, *quotations[:2], kim, *quotations[2:], sources, TITLE_ROW)
    assert first == [
        replace(TITLE, subtitle="2 articles · volume 1 · continued in volume 2"),
        claims,
        *quotations[:2],
    ]
    assert second == [
        replace(TITLE, subtitle="2 articles · volume 2"),
        replace(claims, words="Claims (continued)"),
        kim,
        *quotations[2:],
        sources,
        TITLE_ROW,
    ]


def test_a_section_that_begins_a_volume_is_not_continued() -> None:
    claims, quotes = Heading(1, "Claims"), Heading(1, "Quotes")
    first, second = bound(claims, *map(quotation, range(2)), quotes, quotation(4))
    assert quotes not in first
    assert second[1:] == [quotes, quotation(4)]


def test_a_table_goes_on_between_two_rows() -> None:
    rows = tuple((line("y" * 300),) for _ in range(11))
    table = Table(COLUMNS, rows, "Numbers")
    made = bound(Heading(1, "Claims"), table)
    parts = [one for blocks in made for one in blocks if isinstance(one, Table)]
    assert len(parts) == len(made) == 4
    assert tuple(row for one in parts for row in one.rows) == rows
    assert bound(replace(table, rows=rows[:4])) == [[TITLE, replace(table, rows=rows[:4])]]


TITLE_ROW = Table(COLUMNS, ((line("1"),),))
