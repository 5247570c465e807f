import json
import re
from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from pypdf import PdfWriter

from pressmark.errors import ArticleFileError
from tests.articles.pdf.made_pdf import drawn, typeset
from tests.articles.pdf.taking import LONG, SCAN, VISIBLE, paragraphs, read, remarks
from tests.spoilt import broken


def encrypted(*, user: str, owner: str) -> bytes:
    writer = PdfWriter(BytesIO(drawn(VISIBLE)))
    writer.encrypt(user, owner, algorithm="RC4-128")
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def test_a_pdf_that_asks_for_a_password_is_refused_and_one_that_forbids_printing_is_not() -> None:
    with pytest.raises(ArticleFileError) as caught:
        read(encrypted(user="secret", owner="secret"))
    assert caught.value.case == "encrypted"
    open_to_all = read(encrypted(user="", owner="secret"))
    assert paragraphs(open_to_all) == ["Everybody can read this line."]


def test_what_the_file_says_of_itself_is_taken() -> None:
    setting = (
        '#set document(title: "Port talks", author: "Ada Example", keywords: ("ships", "grain"))'
    )
    found = read(typeset(f'#set text(lang: "en", region: "gb")\n{LONG[0]}', settings=setting))
    assert (found.title, found.byline, found.language) == ("Port talks", "Ada Example", "en-GB")
    assert found.keywords == ("ships", "grain")
    assert found.published is None


def test_odd_bytes_in_what_the_file_says_of_itself_cost_nothing_else() -> None:
    info = "<< /Title <FEFFD8000041> /Author (Ada Example) >>"
    data = drawn(VISIBLE, objects=[info]).replace(b"/Root 1 0 R", b"/Root 1 0 R /Info 7 0 R")
    found = read(data)
    assert (found.title, found.byline) == ("\ufffdA", "Ada Example")


def test_letters_tell_the_language_where_the_file_says_another_one() -> None:
    said = '#set text(lang: "en")\nΟι υπουργοί συναντήθηκαν στην Αθήνα.'
    assert read(typeset(said)).language == "el"


def test_a_title_that_is_a_file_name_is_none() -> None:
    setting = '#set document(title: "Microsoft Word - draft2.doc", author: "Administrator")'
    found = read(typeset(f"= Talks\n{LONG[0]}", settings=setting))
    assert (found.title, found.byline) == ("Talks", None)


def test_the_address_that_a_browser_prints_is_the_articles() -> None:
    setting = "#set page(footer: text(8pt)[https:\\/\\/example.org/news/1 #h(1fr) 1/1])"
    assert read(typeset(LONG[0], settings=setting)).url == "https://example.org/news/1"


def test_actual_text_stands_for_what_is_drawn() -> None:
    marked = "/Span << /ActualText (Whole) >> BDC BT /F1 12 Tf 20 350 Td (Wh) Tj ET EMC"
    assert paragraphs(read(drawn(marked))) == ["Whole"]


def test_pages_that_are_pictures_are_said_or_refused() -> None:
    with pytest.raises(ArticleFileError) as caught:
        read(drawn(SCAN, pages=2))
    assert caught.value.case == "scanned"


def test_an_empty_page_is_no_article() -> None:
    with pytest.raises(ArticleFileError) as caught:
        read(drawn(""))
    assert caught.value.case == "no-article"


def test_fields_come_in_where_they_stand_and_the_rest_is_counted() -> None:
    fields = [
        (
            "<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Ada Example) /P 3 0 R"
            " /Rect [60 340 200 360] >>"
        ),
        "<< /Type /Annot /Subtype /Text /Contents (I doubt this) /Rect [10 10 20 20] >>",
        "<< /Names [(a.txt) << /Type /Filespec /F (a.txt) /UF (a.txt) /EF << /F 10 0 R >> >>] >>",
        "<< /Type /EmbeddedFile /Length 2 >>\nstream\nhi\nendstream",
    ]
    data = drawn(
        "BT /F1 12 Tf 20 345 Td (Name:) Tj ET",
        catalog="/AcroForm << /Fields [7 0 R] >> /Names << /EmbeddedFiles 9 0 R"
        " /JavaScript << /Names [(x) << /S /JavaScript /JS (app.alert\\(1\\)) >>] >> >>",
        objects=fields,
    ).replace(b"/Contents 4 0 R", b"/Contents 4 0 R /Annots [7 0 R 8 0 R]")
    found = read(data)
    assert paragraphs(found) == ["Name: Ada Example"]
    assert remarks(found) == {
        "left-out-comments": (1, ""),
        "left-out-attachment": (1, "a.txt"),
        "left-out-scripts": (1, ""),
    }


@pytest.mark.parametrize(
    ("needs", "told"), [("", {}), ("/NeedsRendering true", {"dynamic-form": (1, "")})]
)
def test_forms_of_adobe_give_their_fields_and_say_what_they_are(
    needs: str, told: dict[str, tuple[int, str]]
) -> None:
    field = (
        "<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Ada Example) /P 3 0 R"
        " /Rect [60 340 200 360] >>"
    )
    data = drawn(
        "BT /F1 12 Tf 20 345 Td (Name:) Tj ET",
        catalog=f"/AcroForm << /Fields [7 0 R] /XFA 8 0 R >> {needs}",
        objects=[field, "<< /Length 4 >>\nstream\n<x/>\nendstream"],
    ).replace(b"/Contents 4 0 R", b"/Contents 4 0 R /Annots [7 0 R]")
    found = read(data)
    assert paragraphs(found) == ["Name: Ada Example"]
    assert remarks(found) == told


def test_whatever_has_a_comment_is_counted_and_files_pinned_to_a_page_are_named() -> None:
    pinned = "<< /Type /Filespec /F (b.xlsx) /UF (b.xlsx) /EF << /F 10 0 R >> >>"
    annotations = [
        "<< /Type /Annot /Subtype /Stamp /Contents (Draft) /Rect [10 10 90 30] >>",
        "<< /Type /Annot /Subtype /Square /Contents (Look here) /Rect [10 50 90 80] >>",
        f"<< /Type /Annot /Subtype /FileAttachment /Rect [100 10 120 30] /FS {pinned} >>",
        "<< /Type /EmbeddedFile /Length 2 >>\nstream\nhi\nendstream",
    ]
    placed = b"/Contents 4 0 R /Annots [7 0 R 8 0 R 9 0 R]"
    found = read(drawn(VISIBLE, objects=annotations).replace(b"/Contents 4 0 R", placed))
    assert remarks(found) == {"left-out-comments": (2, ""), "left-out-attachment": (1, "b.xlsx")}


def test_letters_without_a_meaning_are_remarked() -> None:
    found = read(
        drawn("BT /F1 12 Tf 20 350 Td (\\001\\002\\003\\004 words) Tj ET").replace(
            b"/WinAnsiEncoding", b"<< /Type /Encoding /Differences [1 /g1 /g2 /g3 /g4] >>"
        )
    )
    assert "words" in found.text
    assert "low-confidence" in remarks(found)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"%PDF-1.7\n" + b"x" * 1000])
def test_what_is_no_whole_pdf_is_damaged(data: bytes) -> None:
    with pytest.raises(ArticleFileError) as caught:
        read(data)
    assert caught.value.case == "damaged"


@settings(max_examples=60)
@given(broken(drawn(VISIBLE + SCAN, pages=2)))
def test_broken_files_cost_nothing_but_themselves(data: bytes) -> None:
    try:
        read(data)
    except ArticleFileError as error:
        assert error.case in {"damaged", "scanned", "no-article", "encrypted"}  # noqa: PT017 -- many


def test_real_files_come_in_with_the_words_of_their_gold(corpora: Path) -> None:
    folder = corpora / "inputs"
    for entry in json.loads((folder / "manifest.json").read_text("utf-8")):
        if entry["type"] != "pdf" or not entry["file"].startswith("made-"):
            continue
        found = read((folder / entry["file"]).read_bytes())
        gold = (folder / entry["gold"]).read_text("utf-8")
        mine, theirs = (Counter(re.findall(r"\w+", text)) for text in (found.text, gold))
        shared = (mine & theirs).total()
        assert 2 * shared / (mine.total() + theirs.total()) >= 0.97
        assert paragraphs(found)[0] in gold
