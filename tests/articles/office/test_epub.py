from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given

from pressmark.articles.extract import Extract, Wishes
from pressmark.articles.office.epub import read_epub
from pressmark.errors import ArticleFileError
from tests.articles.measuring import word_f1
from tests.articles.office.making import zipped
from tests.spoilt import spoilt

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
)
PAGE = (
    '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" '
    '"http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd"><html xmlns="http://www.w3.org/1999/xhtml">'
    "<head><title/><style/></head><body>{}</body></html>"
)
LOCK = (
    '<encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>'
    '<enc:EncryptionMethod Algorithm="{}"/></enc:EncryptedData></encryption>'
)


def epub(*chapters: str, metadata: str = "", spine: str = "", **parts: str) -> bytes:
    """Make a book: `spine` and `parts` (`nav`) are put before its chapters."""
    pages = {f"c {number}.xhtml": PAGE.format(text) for number, text in enumerate(chapters)}
    items = "".join(
        f'<item id="{name}" href="{name.replace(" ", "%20")}" media-type="application/xhtml+xml"/>'
        for name in pages
    )
    references = "".join(f'<itemref idref="{name}"/>' for name in pages)
    book = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:opf="http://www.idpf.org/2007/opf" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>{metadata}</metadata>'
        f"<manifest>{parts.get('manifest', '')}{items}</manifest>"
        f"<spine>{spine}{references}</spine>{parts.get('guide', '')}</package>"
    )
    files = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": book,
        **{f"OEBPS/{name}": text for name, text in pages.items()},
    }
    if "lock" in parts:
        files["META-INF/encryption.xml"] = parts["lock"]
    if "nav" in parts:
        files["OEBPS/nav.xhtml"] = PAGE.format(parts["nav"])
    return zipped(files, stored="mimetype")


def read(data: bytes) -> Extract:
    (extract,) = read_epub(data, Wishes())
    assert isinstance(extract, Extract)
    return extract


def remarks_of(extract: Extract) -> dict[str, int]:
    return {remark.code: remark.count for remark in extract.remarks}


def case_of(data: bytes) -> str:
    with pytest.raises(ArticleFileError) as refused:
        read(data)
    return refused.value.case


def test_a_book_is_one_article_in_the_order_it_is_read_in() -> None:
    extract = read(
        epub(
            "<h1>One</h1><p>First&nbsp;text,<br/>on.</p>",
            "<p>Second<a id='x'/> 👩‍👩‍👧 <i>e\u0301</i></p>",
        )
    )
    assert extract.text == "One\n\nFirst\u00a0text,\non.\n\nSecond 👩‍👩‍👧 e\u0301"
    assert (extract.kind, extract.title, extract.remarks) == ("epub", "One", ())


def test_a_chapter_is_read_once_however_often_it_is_listed() -> None:
    again = '<itemref idref="c 0.xhtml"/>' * 1000
    assert read(epub("<p>One</p>", "<p>Two</p>", spine=again)).text == "One\n\nTwo"


def test_elements_that_end_at_once_hide_nothing() -> None:
    assert read(epub("<script src='x'/><p>a<a id='x'/>b<span/>c</p><div/>d")).text == "abc\n\nd"


def test_tables_and_lists_are_laid_out() -> None:
    table = "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>"
    extract = read(epub(f"<p>Before</p>{table}<ol><li>x</li><li>y</li></ol>"))
    assert extract.text == "Before\n\nA\tB\n1\t2\n\n1. x\n\n2. y"


def test_what_is_hidden_comes_as_a_zone() -> None:
    extract = read(epub("<p>Shown</p><p style='display:none'>Hidden</p>"))
    assert [extract.text[zone.start : zone.end] for zone in extract.zones] == ["Hidden"]
    assert remarks_of(extract) == {"hidden-text": 1}


def test_tables_of_contents_and_pictures_are_left_out() -> None:
    manifest = (
        '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
        '<item id="toc" href="c%200.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="svg" href="cover.svg" media-type="image/svg+xml"/>'
    )
    spine = '<itemref idref="nav"/><itemref idref="toc"/><itemref idref="svg"/>'
    guide = '<guide><reference type="toc" href="c%200.xhtml#top"/></guide>'
    book = epub(
        "<p>Contents</p>",
        "<p>Text<img src='x'/><math><mi>x</mi></math></p>",
        nav="<nav>Contents</nav>",
        manifest=manifest,
        spine=spine,
        guide=guide,
    )
    extract = read(book)
    assert extract.text == "Text"
    assert remarks_of(extract) == {
        "left-out-equations": 1,
        "left-out-navigation": 2,
        "left-out-pictures": 2,
    }


def test_chapters_that_are_not_there_are_told_of() -> None:
    manifest = '<item id="a" href="../../a.xhtml" media-type="text/html"/>'
    extract = read(epub("<p>Text</p>", manifest=manifest, spine='<itemref idref="a"/>'))
    assert (extract.text, remarks_of(extract)) == ("Text", {"left-out-chapters": 1})
    assert case_of(epub(manifest=manifest, spine='<itemref idref="a"/>')) == "damaged"


def test_what_the_book_says_of_itself() -> None:
    metadata = (
        "<dc:title>The \n Book</dc:title><dc:title>Subtitle</dc:title><dc:creator>Ann</dc:creator>"
        "<dc:creator>Bob</dc:creator><dc:language>en-GB</dc:language><dc:subject>War</dc:subject>"
        '<dc:date opf:event="modification">2023</dc:date><dc:date>2021-05-06T00:00:00Z</dc:date>'
    )
    extract = read(epub("<p>Text</p>", metadata=metadata))
    assert (extract.title, extract.byline, extract.language) == ("The Book", "Ann, Bob", "en-GB")
    assert (extract.keywords, extract.published) == (("War",), "2021-05-06")
    unknown = "<dc:date>0101-01-01</dc:date>"
    assert read(epub("<p>Text</p>", metadata=unknown)).published is None


def test_locks_on_text_are_told_from_those_on_fonts() -> None:
    fonts = LOCK.format("http://www.idpf.org/2008/embedding")
    text = LOCK.format("http://www.w3.org/2001/04/xmlenc#aes128-cbc")
    assert read(epub("<p>Text</p>", lock=fonts)).text == "Text"
    assert case_of(epub("<p>Text</p>", lock=text)) == "encrypted"


def test_files_that_are_no_books_are_refused() -> None:
    assert case_of(zipped({"mimetype": "application/epub+zip"})) == "damaged"
    assert case_of(zipped({"META-INF/container.xml": CONTAINER})) == "damaged"
    assert case_of(epub()) == "empty"
    assert case_of(epub("<p> </p>")) == "empty"
    laughs = "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"
    assert case_of(zipped({"META-INF/container.xml": laughs})) == "entities"
    assert case_of(zipped({"a.opf": laughs})) == "entities"


def test_entities_of_chapters_come_to_nothing() -> None:
    bomb = "<!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b SYSTEM 'file:///etc/passwd'>]>"
    data = epub("<p>Text &a; &b; &eacute;</p>")
    page = f"{bomb}<html><body><p>Text &a; &b; &eacute;</p></body></html>"
    files = {"a.opf": "", "META-INF/container.xml": CONTAINER}
    assert case_of(zipped(files)) == "damaged"
    assert read(data).text == "Text &a; &b; é"
    book = (
        '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.html" '
        'media-type="text/html"/></manifest><spine><itemref idref="a"/></spine></package>'
    )
    text = read(zipped({"book.opf": book, "a.html": page})).text
    assert text.endswith("é")
    assert "aaaa" not in text
    assert "root:" not in text


SOUND = epub("<h1>One</h1><p>Text</p>", metadata="<dc:title>Title</dc:title>")


@given(spoilt(SOUND))
def test_wrong_bytes_are_an_error_with_a_name(data: bytes) -> None:
    with suppress(ArticleFileError):
        read(data)


@pytest.mark.parametrize("length", range(2, len(SOUND), 97))
def test_half_a_book_is_damaged(length: int) -> None:
    assert case_of(SOUND[:length]) == "damaged"


def test_a_real_book_comes_in_whole(corpora: Path) -> None:
    inputs = corpora / "inputs"
    gold = (inputs / "gold" / "office-epub-raw_text.epub.txt").read_text("utf-8")
    extract = read((inputs / "office-epub-raw_text.epub").read_bytes())
    assert word_f1(extract.text, gold) > 0.99
