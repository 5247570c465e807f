from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given

from pressmark.errors import ArticleFileError
from tests.articles.office.making import RELATIONS, STRICT, WORD, docx, p, r, zipped
from tests.articles.office.taking import (
    NUMBERING,
    STYLES,
    listed,
    read,
    remarks_of,
    styled,
    table,
    text_of,
)
from tests.spoilt import spoilt


def test_styles_hide_too_and_hand_it_down() -> None:
    small = '<w:rStyle w:val="Small"/>'
    body = (
        p("Seen ", r("small", small), " seen.")
        + p("Gone ", r("twice is not", small), r(" shown", '<w:vanish w:val="false"/>'))
        + p("Heir", r("twice", small), properties=styled("Heir"))
        + p("Loop", properties=styled("Loop"))
    )
    extract = read(docx(body, styles=STYLES))
    hidden = [extract.text[zone.start : zone.end] for zone in extract.zones]
    assert hidden == ["small", "twice is not", "Heir"]


def test_lists_count_as_word_shows_them() -> None:
    body = (
        p("Heading", properties=styled("1"))
        + p("one", properties=listed(1))
        + p("two", properties=listed(1))
        + p("below", properties=listed(1, 1))
        + p("below too", properties=listed(1, 1))
        + p("three", properties=listed(1))
        + p("again below", properties=listed(1, 1))
        + p("point", properties=listed(3))
        + p("anew", properties=listed(4))
        + p("on", properties=listed(4))
        + p("none", properties=listed(0))
        + p("unknown", properties=listed(99))
        + p("Next", properties=styled("1"))
    )
    assert text_of(body, styles=STYLES, numbering=NUMBERING).split("\n") == [
        "Part IV - Heading",
        *("1. one", "2. two", "2.a) below", "2.b) below too", "3. three", "3.a) again below"),
        *("• point", "1. anew", "2. on", "none", "unknown", "Part V - Next"),
    ]


def test_what_stays_behind_is_counted() -> None:
    extract = read(
        docx(
            p("Text", "<w:r><w:drawing><pic:pic/></w:drawing></w:r>", "<w:r><w:object/></w:r>")
            + f"<w:altChunk/>{p('<w:subDoc/>')}"
            + p(
                "<w:r><w:ruby><w:rt><w:r><w:t>かん</w:t></w:r></w:rt><w:rubyBase>"
                "<w:r><w:t>漢</w:t></w:r></w:rubyBase></w:ruby></w:r>"
            ),
            comments="<w:comment/><w:comment/>",
            header1=p("Top"),
            header2=p(),
            footer1=p("Bottom"),
            vbaProject="",
        )
    )
    assert extract.text == "Text\n\n漢(かん)"
    assert remarks_of(extract) == {
        "left-out-comments": 2,
        "left-out-headers": 2,
        "left-out-macros": 1,
        "left-out-objects": 1,
        "left-out-parts": 2,
        "left-out-pictures": 1,
    }


def with_chunk(data: str) -> str:
    relation = (
        '<Relationships><Relationship Id="x" Type="http://y/aFChunk" Target="/word/chunk"/>'
        '<Relationship Id="z" Type="http://y/aFChunk" Target="other"/></Relationships>'
    )
    body = f'{p("Before")}<w:altChunk xmlns:r="{RELATIONS}" r:id="x"/>{p("After")}'
    document = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return read(
        zipped(
            {
                "word/document.xml": document,
                "word/_rels/document.xml.rels": relation,
                "word/chunk": data,
            }
        )
    ).text


DIAGRAM = (
    '<dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
    f' xmlns:r="{RELATIONS}" r:dm="diagramData1"/>'
)
POINTS = (
    '<x:pt xmlns:x="http://schemas.openxmlformats.org/drawingml/2006/diagram"><x:t>{}</x:t></x:pt>'
)


def test_the_words_of_a_diagram_come_along() -> None:
    space = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    lines = f"<a:p {space}><a:r><a:t>The ow</a:t></a:r><a:r><a:t>ner</a:t></a:r></a:p>"
    body = p("Text", f"<w:r><w:drawing>{DIAGRAM}</w:drawing></w:r>") + p("After")
    extract = read(docx(body, diagramData1=POINTS.format(lines) + POINTS.format("")))
    assert (extract.text, remarks_of(extract)) == ("Text\nThe owner\nAfter", {})
    empty = read(docx(body, diagramData1=""))
    assert (empty.text, remarks_of(empty)) == ("Text\nAfter", {"left-out-pictures": 1})


def form_field(value: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{value}</w:ffData></w:fldChar></w:r>'
        '<w:r><w:instrText>FORM</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


CHOICES = '<w:listEntry w:val="One"/><w:listEntry w:val="Two"/>'


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("<w:checkBox><w:checked/></w:checkBox>", "☒"),
        ('<w:checkBox><w:default w:val="1"/></w:checkBox>', "☒"),
        ('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>', "☐"),
        (f'<w:ddList><w:result w:val="1"/>{CHOICES}</w:ddList>', "Two"),
        (f"<w:ddList>{CHOICES}</w:ddList>", "One"),
        (f'<w:ddList><w:result w:val="7"/>{CHOICES}</w:ddList>', ""),
        ("", ""),
    ],
)
def test_what_was_chosen_in_an_old_form_is_text(value: str, text: str) -> None:
    assert text_of(p("A: ", form_field(value), ".")) == f"A: {text}."


@pytest.mark.parametrize(
    ("chunk", "text"),
    [
        ("<html><body><p>One</p><p>Two &amp; <b>three</b></p></body></html>", "One\nTwo & three"),
        ("MIME-Version: 1.0\nContent-Type: text/html\n\n<p>One</p>", "One"),
        ("{\\rtf1 One\\par Two}", "One\nTwo"),
        ("One\r\nTwo", "One\nTwo"),
    ],
)
def test_parts_in_other_formats_come_along(chunk: str, text: str) -> None:
    assert with_chunk(chunk) == f"Before\n{text}\nAfter"


def test_a_table_of_contents_is_a_zone_or_left_out() -> None:
    data = docx(
        p("Contents", properties=styled("TOC")) + p("A 1", properties=styled("TOC")) + p("Text"),
        styles=STYLES,
    )
    extract = read(data)
    assert [(zone.start, zone.end, zone.kind) for zone in extract.zones] == [(0, 12, "navigation")]
    left = read(data, boilerplate="left-out")
    assert (left.text, remarks_of(left)) == ("Text", {"boilerplate-left-out": 1})


def test_what_the_file_says_of_itself() -> None:
    core = (
        "<dc:title>A \n title</dc:title><dc:creator>Ann</dc:creator>"
        "<dc:language>en_GB</dc:language><cp:keywords>one; two,one</cp:keywords>"
    )
    extract = read(docx(p("Text"), core=core))
    assert (extract.title, extract.byline, extract.language) == ("A title", "Ann", "en-GB")
    assert (extract.keywords, extract.published, extract.kind) == (("one", "two"), None, "docx")


def test_the_first_heading_is_the_title_where_none_is_given() -> None:
    body = p("Text") + p("Head ", "line", properties=styled("1")) + p("Two", properties=styled("1"))
    assert read(docx(body, styles=STYLES)).title == "Head line"
    assert read(docx(p("Text"))).title is None


def test_strict_files_read_alike() -> None:
    body = p("a", r("b", "<w:vanish/>")) + p("c", properties=listed(1))
    strict = read(docx(body, space=STRICT, numbering=NUMBERING, styles=STYLES))
    assert strict.text == "ab\n1. c"
    assert len(strict.zones) == 1


def case_of(data: bytes) -> str:
    with pytest.raises(ArticleFileError) as refused:
        read(data)
    return refused.value.case


def test_files_that_are_no_documents_are_refused() -> None:
    assert case_of(b"PK\x03\x04") == "damaged"
    assert case_of(zipped({"word/other.xml": ""})) == "damaged"
    assert case_of(docx(p())) == "empty"
    assert case_of(docx(p("Text") + "<w:broken>")) == "damaged"
    laughs = '<!DOCTYPE w:document [<!ENTITY a "b">]><w:document xmlns:w="x"/>'
    assert case_of(zipped({"word/document.xml": laughs})) == "entities"
    assert case_of(docx("<w:tbl><w:tr><w:tc>" * 99 + "</w:tc></w:tr></w:tbl>" * 99)) == "damaged"


SOUND = docx(
    p("One", r("two", "<w:vanish/>")) + table([p("a"), p("b")]) + p("3", properties=listed(1)),
    styles=STYLES,
    numbering=NUMBERING,
)


@given(spoilt(SOUND))
def test_wrong_bytes_are_an_error_with_a_name(data: bytes) -> None:
    with suppress(ArticleFileError):
        read(data)


@pytest.mark.parametrize("length", range(0, len(SOUND), 97))
def test_half_a_file_is_damaged(length: int) -> None:
    assert case_of(SOUND[:length]) == "damaged"


@pytest.mark.parametrize("name", ["made-runs-table-en.docx", "made-runs-table-ko.docx"])
def test_real_files_come_in_exactly(corpora: Path, name: str) -> None:
    inputs = corpora / "inputs"
    gold = (inputs / "gold" / f"{name}.txt").read_bytes().decode()
    assert read((inputs / name).read_bytes()).text == gold
