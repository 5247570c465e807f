from tests.articles.pdf.made_pdf import drawn
from tests.articles.pdf.taking import paragraphs, read, zones

FIRST = "東京の港で船が止められたと省が火曜日に発表した。乗組員（四十二人）は"
SECOND = "命令が出る前に港を出たと説明したが、"
THIRD = "関係者によると「事実ではない」という。"


def placed(text: str, x: float, y: float, *, size: float = 10, upright: bool = True) -> str:
    """Draw text from a place on: downwards in a font for that, or to the right."""
    font = "V1" if upright else "H1"
    return f"BT /{font} {size} Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET\n"


def page(*parts: str) -> bytes:
    """Make a page of what `placed` draws, with fonts that only name their letters."""
    described = (
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /X /CIDSystemInfo"
        " << /Registry (Adobe) /Ordering (Japan1) /Supplement 6 >> /FontDescriptor"
        " << /Type /FontDescriptor /FontName /X /Flags 4 /FontBBox [0 -120 1000 880]"
        " /ItalicAngle 0 /Ascent 880 /Descent -120 /StemV 80 >> >>"
    )
    fonts = [
        f"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /UniJIS-UTF16-{way}"
        " /DescendantFonts [7 0 R] >>"
        for way in "VH"
    ]
    made = drawn("".join(parts), objects=[described, *fonts])
    return made.replace(b"/F1 5 0 R", b"/F1 5 0 R /V1 8 0 R /H1 9 0 R")


def columns(text: str, *, x: float = 280, y: float = 350, length: int = 12) -> list[str]:
    """Draw text in columns of so many letters, from the right."""
    starts = range(0, len(text), length)
    return [placed(text[at : at + length], x - 16 * number, y) for number, at in enumerate(starts)]


def test_columns_are_read_downwards_and_from_the_right() -> None:
    assert paragraphs(read(page(*columns(FIRST + SECOND + THIRD)))) == [FIRST + SECOND + THIRD]


def test_columns_may_be_drawn_in_any_order() -> None:
    drawn_last_first = columns(FIRST + SECOND + THIRD)[::-1]
    assert paragraphs(read(page(*drawn_last_first))) == [FIRST + SECOND + THIRD]


def test_an_empty_place_begins_a_paragraph() -> None:
    texts = [FIRST + SECOND + THIRD, SECOND + THIRD, THIRD + SECOND]
    parts = []
    x = 280.0
    for text in texts:
        made = columns("\u3000" + text, x=x)
        parts += made
        x -= 16 * len(made)
    assert paragraphs(read(page(*parts))) == texts


def test_tiers_are_read_from_the_upper_one() -> None:
    upper, lower = FIRST + SECOND * 4, THIRD * 5
    tiers = [*columns(upper, length=10), *columns(lower, y=220, length=10)]
    assert paragraphs(read(page(*tiers))) == [upper + lower]


def test_digits_side_by_side_are_one_place_of_a_column() -> None:
    parts = [
        placed("東京の港で五月", 280, 350),
        "BT /F1 9 Tf 275 272 Td (27) Tj ET\n",
        placed("日に船が止めら", 280, 268),
        placed("れたと省が発表した。", 266, 350),
    ]
    found = "東京の港で五月27日に船が止められたと省が発表した。"
    assert paragraphs(read(page(*parts))) == [found]


def test_headlines_and_page_numbers_that_lie_keep_their_place() -> None:
    title = placed("港の船が止まる", 60, 370, size=16, upright=False)
    number = placed("12", 150, 20, size=8, upright=False)
    found = read(page(*columns(FIRST + SECOND + THIRD), title, number))
    assert paragraphs(found) == ["港の船が止まる", FIRST + SECOND + THIRD]
    assert found.title == "港の船が止まる"


def test_how_letters_are_pronounced_is_put_aside() -> None:
    ruby = "BT /V1 5 Tf 288 340 Td <" + "とうきょうとこう".encode("utf-16-be").hex() + "> Tj ET\n"
    found = read(page(*columns(FIRST + SECOND + THIRD), ruby))
    assert paragraphs(found)[0] == FIRST + SECOND + THIRD
    assert zones(found) == [("margin", "とうきょうとこう")]


def test_a_column_beside_lines_is_put_aside_and_rows_of_single_letters_are_not() -> None:
    lines = [placed(FIRST[:20], 40, 300 - 14 * at, upright=False) for at in range(8)]
    beside = placed("港湾局の記録", 280, 300)
    found = read(page(*lines, beside))
    assert paragraphs(found)[0] == FIRST[:20] * 8
    assert zones(found) == [("margin", "港湾局の記録")]
    ticks = [placed("是", 280, 300 - 14 * at, upright=False) for at in range(8)]
    assert "margin" not in dict(zones(read(page(*lines, *ticks))))
