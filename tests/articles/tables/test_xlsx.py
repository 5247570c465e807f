import io
import re
from collections.abc import Callable
from datetime import date, datetime
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from pressmark.articles.extract import Extract, Found, PartRefused, Wishes
from pressmark.articles.tables.reading import read_xlsx
from pressmark.errors import ArticleFileError


def saved(book: Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def sheet(*rows: tuple[object, ...]) -> Workbook:
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    return book


def changed(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return a zip with one of its parts changed."""
    file = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            held = old.read(name)
            new.writestr(name, change(held) if name == part else held)
    return file.getvalue()


def found(book: Workbook | bytes, **columns: str) -> list[Found]:
    data = book if isinstance(book, bytes) else saved(book)
    return list(read_xlsx(data, Wishes(columns=columns)))


def only(book: Workbook | bytes) -> Extract:
    (one,) = found(book)
    assert isinstance(one, Extract)
    return one


def codes(extract: Extract) -> dict[str, str]:
    return {remark.code: remark.fact for remark in extract.remarks}


HEADER = ("Title", "Text", "Date")


def test_values_are_taken_as_they_are_shown() -> None:
    one = only(sheet(HEADER, ("A", "Said.\nTwice.", date(2024, 5, 27))))
    assert (one.title, one.text, one.published) == ("A", "Said.\nTwice.", "2024-05-27")
    assert one.part == "Sheet, row 2"
    one = only(sheet(HEADER, (3.0, "Said.", datetime(2024, 5, 27, 10, 30))))  # noqa: DTZ001 -- as spreadsheets have it
    assert (one.title, one.published) == ("3", "2024-05-27T10:30:00")


def test_every_sheet_is_a_table() -> None:
    book = sheet(HEADER, ("A", "Said.", None))
    book.create_sheet("Notes").append(("x", "y", "z"))
    book.create_sheet("More").append(("Titel", "Inhalt"))
    book["More"].append(("B", "So."))
    book.create_sheet("Empty")
    parts = {one.part: type(one) for one in found(book)}
    assert parts == {"Sheet, row 2": Extract, "More, row 2": Extract, "Notes": PartRefused}


def test_what_is_hidden_or_merged_is_told() -> None:
    book = sheet(("Export",), HEADER, ("A", "Said.", None), ("B", "So.", None))
    first = book.worksheets[0]
    first.row_dimensions[4].hidden = True
    first.column_dimensions["C"].hidden = True
    first.merge_cells("A1:C1")
    book.create_sheet("Secret").sheet_state = "hidden"
    one, two = found(book)
    assert isinstance(one, Extract)
    assert isinstance(two, Extract)
    told = codes(one)
    assert told["hidden-columns"] == "Date"
    assert told["left-out-sheets"] == "Secret"
    assert {"merged-cells", "left-out-rows"} <= told.keys()
    assert codes(two) == {"hidden-row": ""}


def test_formulas_count_with_their_results() -> None:
    book = sheet(HEADER, ("=1+1", "Said.", None))
    one = only(book)
    assert one.title is None
    assert "not-calculated" in codes(one)
    calculated = changed(
        saved(book),
        "xl/worksheets/sheet1.xml",
        lambda xml: re.sub(rb"<v ?/>|<v></v>", b"<v>2</v>", xml),
    )
    one = only(calculated)
    assert one.title == "2"
    assert "not-calculated" not in codes(one)


def test_text_that_was_cut_is_told() -> None:
    assert "cut-cell" in codes(only(sheet(HEADER, ("A", "x" * 32_767, None))))


def test_a_table_of_annotations_is_not_taken_for_articles() -> None:
    book = sheet(("doc_id", "label", "start", "end", "text"), ("a", "claim", 0, 4, "Said"))
    with pytest.raises(ArticleFileError, match="unsupported"):
        found(book)
    assert isinstance(found(book, text="text")[0], Extract)


def test_entities_are_refused() -> None:
    laughs = b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY l "ha"><!ENTITY m "&l;&l;">]>'
    for part in ("xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"):
        data = changed(saved(sheet(HEADER, ("A", "b", None))), part, lambda xml: laughs + xml)
        with pytest.raises(ArticleFileError, match="entities"):
            found(data)


def test_a_bomb_is_refused() -> None:
    data = changed(
        saved(sheet(HEADER, ("A", "b", None))),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b"</sheetData>", b"</sheetData>" + b" " * 30_000_000),
    )
    with pytest.raises(ArticleFileError, match="too-much"):
        found(data)


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml"]
)
@pytest.mark.parametrize("change", [lambda _: b"", lambda xml: xml[:100], lambda xml: xml[::-1]])
def test_damage_is_named(part: str, change: Callable[[bytes], bytes]) -> None:
    data = changed(saved(sheet(HEADER, ("A", "b", None))), part, change)
    with pytest.raises(ArticleFileError, match=r"damaged|no-article"):
        found(data)


def test_numbers_beyond_all_measure_are_damage() -> None:
    data = changed(
        saved(sheet(HEADER, ("A", "b", date(2024, 5, 27)))),
        "xl/styles.xml",
        lambda xml: xml.replace(b'numFmtId="', b'numFmtId="99999999999999999999'),
    )
    with pytest.raises(ArticleFileError, match="damaged"):
        found(data)


def linked(*cells: tuple[str, str]) -> Workbook:
    """Make a sheet of two articles, with links in some of the cells."""
    book = sheet(("Headline", "Text", "Link"), ("A", "b", "here"), ("C", "d", "there"))
    assert book.active is not None
    for name, address in cells:
        book.active[name].hyperlink = address
    return book


def addresses(book: Workbook) -> list[str | None]:
    return [one.url for one in found(book) if isinstance(one, Extract)]


def test_what_a_cell_of_addresses_leads_to_is_the_address() -> None:
    book = linked(("C2", "https://x.example/?a=1&b=2"), ("C3", "https://x.example/3"))
    assert addresses(book) == ["https://x.example/?a=1&b=2", "https://x.example/3"]


def test_what_headlines_lead_to_is_a_column_of_its_own() -> None:
    book = linked(("A2", "https://x.example/2"), ("A3", "https://x.example/3"))
    assert book.active is not None
    book.active.delete_cols(3)
    first, second = (one for one in found(book) if isinstance(one, Extract))
    assert [first.title, first.url] == ["A", "https://x.example/2"]
    assert [second.title, second.url] == ["C", "https://x.example/3"]
    assert "url = Headline (link)" in codes(first)["guessed-columns"]


def test_links_to_anything_but_the_web_are_none() -> None:
    assert addresses(linked(("C2", "mailto:a@x.example"), ("A3", "file:///c:/x"))) == [
        "here",
        "there",
    ]
