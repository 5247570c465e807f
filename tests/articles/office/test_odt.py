from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.articles.extract import Extract, Wishes
from pressmark.articles.office.odt import read_odt
from pressmark.errors import ArticleFileError
from tests.articles.office.making import OPEN_DOCUMENT, zipped
from tests.spoilt import spoilt

STYLES = """
<style:style style:name="Secret" style:family="text">
  <style:text-properties text:display="none"/></style:style>
<style:style style:name="Shown" style:family="text">
  <style:text-properties text:display="true"/></style:style>
<style:style style:name="Signs" style:family="text">
  <style:text-properties style:font-name="Symbol"/></style:style>
<style:style style:name="Buried" style:family="paragraph">
  <style:text-properties text:display="none"/></style:style>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Buried"/>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Title"/>
<style:style style:name="P3" style:family="paragraph" style:list-style-name="L2"/>
<text:list-style style:name="L1">
  <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
  <text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"
    text:display-levels="2"/>
  <text:list-level-style-number text:level="3" style:num-format=""/>
</text:list-style>
<text:list-style style:name="L2">
  <text:list-level-style-bullet text:level="1" text:bullet-char="-"/></text:list-style>
<text:outline-style style:name="Outline">
  <text:outline-level-style text:level="1" style:num-format="I" style:num-prefix="Part "/>
  <text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>
"""


def content(body: str, kind: str = "text") -> str:
    return (
        f"<office:document-content {OPEN_DOCUMENT}><office:automatic-styles>{STYLES}"
        f"</office:automatic-styles><office:body><office:{kind}>{body}</office:{kind}>"
        "</office:body></office:document-content>"
    )


def odt(body: str, **parts: str) -> bytes:
    others = {
        f"{name}.xml": f"<office:document {OPEN_DOCUMENT} xmlns:dc="
        f'"http://purl.org/dc/elements/1.1/">{text}</office:document>'
        for name, text in parts.items()
    }
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content(body),
            **others,
        },
        stored="mimetype",
    )


def read(data: bytes, **wishes: str) -> Extract:
    (extract,) = read_odt(data, Wishes(**wishes))
    assert isinstance(extract, Extract)
    return extract


def text_of(body: str) -> str:
    return read(odt(body)).text


def hidden_in(extract: Extract) -> list[str]:
    assert {zone.kind for zone in extract.zones} <= {"hidden"}
    return [extract.text[zone.start : zone.end] for zone in extract.zones]


def remarks_of(extract: Extract) -> dict[str, int]:
    return {remark.code: remark.count for remark in extract.remarks}


def p(text: str = "", style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (p("One") + p() + p() + p("Two"), "One\n\nTwo"),
        (p("\n  a \n\t b <text:span> c</text:span> "), "a b c"),
        (p('a<text:s/><text:s text:c="3"/>b<text:s text:c="9999999999"/>.'), "a    b ."),
        (p("a<text:tab/>b<text:line-break/> c"), "a\tb\n c"),
        (p("a<text:soft-page-break/>b<text:bookmark/>c<text:a>d</text:a>"), "abcd"),
        (
            p("e\u0301\u00a0\u00a0é 👩‍👩‍👧 \u200fשלום\u200e"),
            "e\u0301\u00a0\u00a0é 👩‍👩‍👧 \u200fשלום\u200e",
        ),
        (p("Today <text:date>1 May</text:date> by <text:author-name>A</text:author-name>."), None),
        (
            p(
                "<text:script>run()</text:script>a<office:event-listeners>x</office:event-listeners>"
            ),
            "a",
        ),
        (f"<text:section>{p('In')}</text:section>", "In"),
        (p('<x:new xmlns:x="urn:x">kept</x:new>'), "kept"),
        ("<text:h>Head</text:h>" + p("<text:number>9</text:number>Text"), "Part I Head\nText"),
    ],
)
def test_what_is_written_is_read(body: str, text: str | None) -> None:
    assert text_of(body) == (text or "Today 1 May by A.")


def test_blanks_are_never_made_by_the_million() -> None:
    assert len(text_of(p("<text:s text:c='99999999'/>a"))) == 1001


def test_what_was_deleted_is_gone() -> None:
    changes = (
        '<text:tracked-changes><text:changed-region text:id="1"><text:deletion>'
        f"{p('denied')}</text:deletion></text:changed-region><text:changed-region text:id='2'>"
        "<text:insertion/></text:changed-region></text:tracked-changes>"
    )
    body = p(
        'It <text:change text:change-id="1"/><text:change-start text:change-id="2"/>did'
        '<text:change-end text:change-id="2"/>.'
    )
    extract = read(odt(changes + body))
    assert (extract.text, remarks_of(extract)) == ("It did.", {"tracked-changes": 2})


def test_what_was_deleted_in_its_place_is_gone_with_the_ends_of_paragraphs() -> None:
    changes = (
        '<text:tracked-changes><text:changed-region xml:id="1"><text:deletion/>'
        "</text:changed-region></text:tracked-changes>"
    )
    body = (
        p('One<text:change-start text:change-id="1"/> gone<text:note/>')
        + p("gone <text:s/><draw:frame/>too")
        + p('<text:span>gone<text:change-end text:change-id="1"/></text:span> two.')
        + p("Three")
    )
    assert text_of(changes + body) == "One two.\nThree"


def test_what_is_hidden_comes_as_a_zone() -> None:
    inner = '<text:span text:style-name="Shown">b</text:span>'
    body = (
        p(f'He <text:span text:style-name="Secret">never {inner} ever </text:span>left.')
        + p("Buried", "P1")
        + f'<text:section text:display="none">{p("Section")}</text:section>'
        + p('Field <text:hidden-text text:is-hidden="true" text:string-value="one"/>.')
        + p("Field <text:hidden-text>two</text:hidden-text>.")
        + p('Whole<text:hidden-paragraph text:is-hidden="true"/>')
        + '<table:table><table:table-row table:visibility="collapse"><table:table-cell>'
        + f"{p('Row')}</table:table-cell></table:table-row></table:table>"
    )
    extract = read(odt(body))
    assert extract.text == (
        "He never b ever left.\nBuried\nSection\nField one.\nField two.\nWhole\n\nRow"
    )
    assert hidden_in(extract) == ["never", "ever", "Buried\nSection", "one", "Whole\n\nRow"]


def items(*texts: str) -> str:
    return "".join(f"<text:list-item>{text}</text:list-item>" for text in texts)


def test_lists_count_as_they_are_shown() -> None:
    body = (
        '<text:list text:style-name="L1" xml:id="a">'
        + items(
            p("one"),
            p("two") + p("and on") + f"<text:list>{items(p('below'), p('too'))}</text:list>",
            p("three") + f"<text:list>{items(p('again'))}</text:list>",
        )
        + "</text:list>"
        + p("between")
        + f'<text:list text:style-name="L2">{items(p("point"))}</text:list>'
        + f'<text:list text:continue-list="a" text:style-name="L1">{items(p("four"))}</text:list>'
        + f'<text:list text:continue-numbering="true" text:style-name="L1">{items(p("five"))}'
        + f"<text:list-header>{p('head')}</text:list-header></text:list>"
        + f'<text:list text:style-name="L1"><text:list-item text:start-value="7">{p("seven")}'
        + "</text:list-item></text:list>"
        + f"<text:list>{items(p('by its style', 'P3'), p())}</text:list>"
    )
    assert text_of(body).split("\n") == [
        *("1. one", "2. two", "and on", "2.a) below", "2.b) too", "3. three", "3.a) again"),
        *("between", "• point", "4. four", "5. five", "head", "7. seven", "• by its style"),
    ]


def test_notes_are_referred_to_and_stand_at_the_end() -> None:
    note = (
        "<text:note><text:note-citation>{}</text:note-citation><text:note-body>{}"
        "</text:note-body></text:note>"
    )
    body = p(f"One{note.format('*', p('Foot.') + p('More.'))} two{note.format('i', p('End.'))}.")
    assert text_of(body + p("After")) == ("One[1] two[2].\nAfter\n\n[1] Foot.\nMore.\n[2] End.")


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<table:table-cell>{one}</table:table-cell>" for one in row) for row in rows)
    first, *rest = (f"<table:table-row>{row}</table:table-row>" for row in cells)
    head = f"<table:table-header-rows>{first}</table:table-header-rows>"
    return f"<table:table>{head}{''.join(rest)}</table:table>"


def test_tables_are_rows_of_cells() -> None:
    body = p("Before") + table((p("Name"), p("Born")), (p("A") + p("B"), p())) + p("After")
    assert text_of(body) == "Before\n\nName\tBorn\nA B\n\nAfter"
    inner = table((p("1"), p("2")))
    assert text_of(table((p("a"), inner))) == "a\n\n1\t2"


def test_cells_that_reach_down_leave_empty_ones() -> None:
    covered = "<table:covered-table-cell/>"
    wide = f'<table:table-cell table:number-columns-spanned="2">{p("wide")}</table:table-cell>'
    cell = f"<table:table-cell>{p('x')}</table:table-cell>"
    rows = (wide + covered + cell, covered + cell + cell)
    body = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    assert text_of(f"<table:table>{body}</table:table>") == "wide\tx\n\tx\tx"


def test_repeated_cells_come_as_often_as_makes_sense() -> None:
    cell = f'<table:table-cell table:number-columns-repeated="999999">{p("x")}</table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="999999">{cell}</table:table-row>'
    text = text_of(f"<table:table>{row}</table:table>")
    assert text.count("x") == 50 * 50


def test_frames_follow_their_paragraph() -> None:
    box = f"<draw:frame><draw:text-box>{p('In the')}{p('box')}</draw:text-box></draw:frame>"
    shape = f"<draw:g><draw:custom-shape>{p('Shape')}</draw:custom-shape></draw:g>"
    assert text_of(shape + p(f"Before {box}<draw:a>{shape}</draw:a>after") + p("Next")) == (
        "Shape\nBefore after\nIn the\nbox\nShape\nNext"
    )


def test_what_stays_behind_is_counted() -> None:
    picture = "<draw:frame><draw:image/><draw:image/></draw:frame>"
    thing = "<draw:frame><draw:object/><draw:image/></draw:frame>"
    body = p(
        f"Text{picture}{thing}<office:annotation>{p('Why?')}</office:annotation>"
        "<text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>かん</text:ruby-text>"
        "</text:ruby>"
    )
    styles = f"<style:header>{p('Top')}</style:header><style:footer>{p()}</style:footer>"
    extract = read(odt(picture + body, styles=styles))
    assert extract.text == "Text漢(かん)"
    assert remarks_of(extract) == {
        "left-out-comments": 1,
        "left-out-headers": 1,
        "left-out-objects": 1,
        "left-out-pictures": 2,
    }
    macros = zipped({"content.xml": content(p("x")), "Basic/Standard/Module1.xml": "<x/>"})
    assert remarks_of(read(macros)) == {"left-out-macros": 1}


def test_a_table_of_contents_is_a_zone_or_left_out() -> None:
    index = (
        f"<text:table-of-content><text:index-body><text:index-title>{p('Contents')}"
        f"</text:index-title>{p('A<text:tab/>1')}</text:index-body></text:table-of-content>"
    )
    data = odt(index + p("Text"))
    extract = read(data)
    assert [(zone.start, zone.end, zone.kind) for zone in extract.zones] == [(0, 12, "navigation")]
    assert read(data, boilerplate="left-out").text == "Text"


META = (
    "<office:meta><dc:title> A title</dc:title><meta:initial-creator>Ann</meta:initial-creator>"
    "<dc:creator>Bob</dc:creator><dc:language>en-GB</dc:language><meta:keyword>one</meta:keyword>"
    "<meta:keyword>two words</meta:keyword><meta:creation-date>2020</meta:creation-date>"
    "</office:meta>"
)


def test_what_the_file_says_of_itself() -> None:
    extract = read(odt(p("Text"), meta=META))
    assert (extract.title, extract.byline, extract.language) == ("A title", "Ann", "en-GB")
    assert (extract.keywords, extract.published) == (("one", "two words"), None)
    assert read(odt(p("Text") + p("The title", "P2"))).title == "The title"
    assert read(odt(p("Text") + "<text:h>Head</text:h>")).title == "Head"


def test_flat_files_read_alike() -> None:
    body = content(p("One <text:span text:style-name='Secret'>two</text:span>"))
    flat = body.replace("document-content", "document")
    assert hidden_in(read(flat.encode())) == ["two"]
    assert read(f'<?xml version="1.0"?>{flat}'.encode("utf-16")).text == "One two"


def case_of(data: bytes) -> str:
    with pytest.raises(ArticleFileError) as refused:
        read(data)
    return refused.value.case


def test_files_that_are_no_texts_are_refused() -> None:
    assert case_of(odt(p())) == "empty"
    assert case_of(odt(p("x") + "<broken>")) == "damaged"
    assert case_of(zipped({"mimetype": ""})) == "damaged"
    assert case_of(zipped({"content.xml": "<x/>"})) == "damaged"
    assert case_of(b"<x/>") == "damaged"
    assert case_of(zipped({"content.xml": content("", "spreadsheet")})) == "unsupported"
    assert case_of(zipped({"content.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"})) == "entities"
    locked = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    assert case_of(zipped({"content.xml": "x", "META-INF/manifest.xml": locked})) == "encrypted"


@pytest.mark.parametrize("wrapper", ["text:section", "draw:g", "text:span", "text:list"])
def test_as_deep_as_may_be_is_read(wrapper: str) -> None:
    opened, closed = f"<{wrapper}>", f"</{wrapper}>"
    if wrapper == "text:list":
        opened, closed = f"{opened}<text:list-item>", f"</text:list-item>{closed}"
    depth = 95 if wrapper == "text:list" else 190
    deep = opened * depth + (p("deep") if wrapper != "text:span" else "deep") + closed * depth
    assert text_of(deep if wrapper != "text:span" else p(deep)) == "deep"


SOUND = odt(p("One") + table((p("a"), p("b"))), meta=META)


@given(spoilt(SOUND))
def test_wrong_bytes_are_an_error_with_a_name(data: bytes) -> None:
    with suppress(ArticleFileError):
        read(data)


@pytest.mark.parametrize("length", range(2, len(SOUND), 97))
def test_half_a_file_is_damaged(length: int) -> None:
    assert case_of(SOUND[:length]) == "damaged"


def written(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return p(escaped.replace("  ", " <text:s/>").replace("  ", " <text:s/>"))


LETTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
LINES = st.text(LETTERS, min_size=1).map(lambda text: text.strip(" ")).filter(str.strip)


@given(st.lists(LINES, min_size=1))
def test_all_letters_come_back(paragraphs: list[str]) -> None:
    assert text_of("".join(map(written, paragraphs))) == "\n".join(paragraphs)
