import re
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.articles.extract import Extract, Wishes
from pressmark.articles.office.docx import read_docx
from pressmark.errors import ArticleFileError
from tests.articles.office.making import RELATIONS, STRICT, WORD, docx, p, r, zipped


def read(data: bytes, **wishes: str) -> Extract:
    (extract,) = read_docx(data, Wishes(**wishes))
    assert isinstance(extract, Extract)
    return extract


def text_of(body: str, **parts: str) -> str:
    return read(docx(body, **parts)).text


def remarks_of(extract: Extract) -> dict[str, int]:
    return {remark.code: remark.count for remark in extract.remarks}


def test_a_paragraph_is_a_line_and_an_empty_one_a_blank_line() -> None:
    body = p() + p("One", " and", " a half.") + p("Two. ") + p() + p() + p("  ") + p(" Three") + p()
    assert text_of(body) == "One and a half.\nTwo.\n\n Three"


def test_letters_come_as_they_are() -> None:
    for text in (
        "👩‍👩‍👧‍👦 🇺🇦 e\u0301 é",
        "\u200fשלום\u200e (abc)\u202c",
        "a\u00a0\u00a0b\u200b",
        "&lt;",
    ):
        assert text_of(p(text)) == text


def test_line_ends_inside_a_run_are_blanks_as_word_shows_them() -> None:
    assert text_of(p("one\r\ntwo\nthree")) == "one two three"


def test_blanks_at_the_ends_of_a_run_need_to_be_preserved() -> None:
    assert text_of("<w:p><w:r><w:t> a </w:t></w:r><w:r><w:t>b\n</w:t></w:r></w:p>") == "ab"


def test_breaks_tabs_and_signs() -> None:
    run = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:softHyphen/><w:noBreakHyphen/>"
        '<w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F0FE"/>'
        '<w:br w:type="page"/><w:t>d</w:t><w:sym w:font="X" w:char="zz"/></w:r>'
    )
    assert text_of(p(run)) == "a\tb\nc\u00ad\u2011α☑\nd"


def test_letters_of_a_font_of_signs_become_signs() -> None:
    assert text_of(p(r("\uf0b7 \uf044", '<w:rFonts w:ascii="Symbol"/>'))) == "• Δ"


def test_tracked_changes_come_as_if_accepted() -> None:
    body = p(
        "The minister ",
        f"<w:del>{r('denied')}</w:del>",
        f"<w:ins>{r('confirmed')}</w:ins>",
        "<w:del><w:r><w:delText> never</w:delText></w:r></w:del>",
        " it.",
        f"<w:moveFrom>{r('gone')}</w:moveFrom>",
        f"<w:moveTo>{r(' Moved.')}</w:moveTo>",
        f"<w:ins><w:del>{r('in and out')}</w:del></w:ins>",
    )
    extract = read(docx(body))
    assert extract.text == "The minister confirmed it. Moved."
    assert remarks_of(extract) == {"tracked-changes": 6}


def test_paragraphs_whose_ends_were_deleted_are_one() -> None:
    mark = "<w:rPr><w:del/></w:rPr>"
    body = p("One ", properties=mark) + p(f"<w:del>{r('x')}</w:del>", properties=mark) + p("two.")
    assert text_of(p("Before.") + body + p("After.")) == "Before.\nOne two.\nAfter."


def test_rows_that_were_deleted_are_gone() -> None:
    kept, gone = (f"<w:tc>{p(text)}</w:tc>" for text in ("kept", "gone"))
    table = f"<w:tbl><w:tr>{kept}</w:tr><w:tr><w:trPr><w:del/></w:trPr>{gone}</w:tr></w:tbl>"
    assert text_of(table) == "kept"


def test_what_is_hidden_comes_as_a_zone() -> None:
    body = p("He ", r("never ", "<w:vanish/>"), "denied it.") + p(
        "Second", r("!", '<w:vanish w:val="0"/>')
    )
    extract = read(docx(body))
    assert extract.text == "He never denied it.\nSecond!"
    assert [(extract.text[z.start : z.end], z.kind) for z in extract.zones] == [("never", "hidden")]
    (remark,) = extract.remarks
    assert (remark.code, remark.count) == ("hidden-text", 1)
    assert [extract.text[slice(*span)] for span in remark.spans] == ["never"]


STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Secret"><w:name w:val="Secret"/>
  <w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heir"><w:basedOn w:val="Secret"/></w:style>
<w:style w:type="character" w:styleId="Small"><w:rPr><w:vanish w:val="on"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/>
  <w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="TOC"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>
"""


def styled(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


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


NUMBERING = """
<w:abstractNum w:abstractNumId="7">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>
    <w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="8">
  <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="9">
  <w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="upperRoman"/>
    <w:lvlText w:val="Part %1 -"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="9"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="7"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
"""


def listed(number: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


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


def test_notes_are_referred_to_and_stand_at_the_end() -> None:
    body = p("One", '<w:r><w:endnoteReference w:id="1"/></w:r>', " two") + p(
        '<w:r><w:footnoteReference w:id="2"/></w:r>', "."
    )
    mark = "<w:r><w:footnoteRef/></w:r>"
    extract = read(
        docx(
            body,
            footnotes='<w:footnote w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
            f'<w:footnote w:id="2">{p(mark, " Foot.")}{p("More.")}</w:footnote>',
            endnotes=f'<w:endnote w:id="1">{p("End ", r("hid", "<w:vanish/>"))}</w:endnote>'
            f'<w:endnote w:id="5">{p("Never referred to")}</w:endnote>',
        )
    )
    assert extract.text == "One[1] two\n[2].\n\n[1] End hid\n[2] Foot.\nMore."
    assert [extract.text[zone.start : zone.end] for zone in extract.zones] == ["hid"]


def test_a_note_that_is_not_there_leaves_its_number() -> None:
    body = p("One", '<w:r><w:footnoteReference w:id="9"/></w:r>')
    assert text_of(body) == "One[1]\n\n[1]"


def test_fields_show_their_results_only() -> None:
    def field(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = "<w:r><w:instrText> HYPERLINK secret </w:instrText></w:r>"
    inner = field("begin") + r("inner code") + field("separate") + r("X") + field("end")
    body = p(
        "See ",
        field("begin") + code + r("code") + inner + field("separate"),
        "the page",
        field("end"),
        " of ",
        f'<w:fldSimple w:instr="DATE">{r("1 May")}</w:fldSimple>',
        field("end"),
        f'<w:hyperlink r:id="x" xmlns:r="r">{r(" (link)")}</w:hyperlink>',
    )
    assert text_of(body) == "See the page of 1 May (link)"


def test_a_field_may_go_on_over_paragraphs() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert text_of(p(begin, "code") + p("code", separate, "a") + p("b", end, "c")) == "a\nbc"


def test_wrappers_do_not_hide_what_they_hold() -> None:
    body = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Control')}</w:sdtContent></w:sdt>"
        + p(f"<w:smartTag><w:smartTag>{r('Tag')}</w:smartTag></w:smartTag>")
        + p(f"<w:sdt><w:sdtContent>{r('Inline')}</w:sdtContent></w:sdt>")
        + f"<w:customXml>{p('Custom')}</w:customXml><w:ins>{p('Put in')}</w:ins>"
    )
    assert text_of(body) == "Control\nTag\nInline\nCustom\nPut in"


def test_text_boxes_come_once() -> None:
    box = f"<w:txbxContent>{p('In the box')}{p('and more')}</w:txbxContent>"
    run = (
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>"
        f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert text_of(p("Before ", run, "after") + p("Next")) == (
        "Before after\nIn the box\nand more\nNext"
    )
    bent = '<v:textpath string="Bent"/>'
    old = f"<w:r><w:pict><v:textbox>{box}</v:textbox>{bent}</w:pict></w:r>"
    assert text_of(p(old)).strip() == "In the box\nand more\nBent"


def table(*rows: list[str]) -> str:
    cells = ("".join(f"<w:tc><w:tcPr/>{one}</w:tc>" for one in row) for row in rows)
    return "<w:tbl><w:tblPr/>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def test_tables_are_rows_of_cells() -> None:
    body = p("Before") + table([p("Name"), p("Born")], [p("A") + p("B"), p("<w:r><w:br/></w:r>")])
    assert text_of(body + p("After")) == "Before\n\nName\tBorn\nA B\n\nAfter"
    assert text_of(table([p(), p("b")], [p("c"), p("d")])) == "\tb\nc\td"


def test_rows_that_begin_late_have_empty_cells_before() -> None:
    row = '<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr><w:tc>{}</w:tc></w:tr>'
    assert text_of(p("A") + f"<w:tbl>{row.format(p('c'))}</w:tbl>") == "A\n\n\t\tc"


def test_what_is_no_table_but_a_layout_stays_in_paragraphs() -> None:
    long = "word " * 70
    assert text_of(table([p("One.") + p("Two.")])) == "One.\nTwo."
    assert text_of(table([p("Side"), p(long) + p("Two.")])) == f"Side\n\n{long.strip()}\nTwo."


def test_tables_in_tables_keep_their_rows() -> None:
    inner = table([p("1"), p("2")], [p("3"), p("4")])
    assert text_of(table([p("a"), inner + p()])) == "a\n\n1\t2\n3\t4"


def test_equations_are_typed_on_a_line() -> None:
    def m(text: str) -> str:
        return f"<m:r><m:t>{text}</m:t></m:r>"

    fraction = f"<m:f><m:num>{m('a+b')}</m:num><m:den>{m('2')}</m:den></m:f>"
    power = f"<m:sSup><m:e>{m('x')}</m:e><m:sup>{m('n')}</m:sup></m:sSup>"
    root = f"<m:rad><m:deg/><m:e>{m('y')}</m:e></m:rad>"
    bars = (
        f'<m:d><m:dPr><m:begChr m:val="|"/><m:endChr m:val="|"/></m:dPr><m:e>{m("z")}</m:e></m:d>'
    )
    body = p("Is ", f"<m:oMath>{fraction}{m('=')}{power}{m('+')}{root}{bars}</m:oMath>", "?")
    assert text_of(body) == "Is (a+b)/2=x^n+√y|z|?"


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


def test_as_deep_as_may_be_is_read() -> None:
    deep = "<w:ins>" * 190 + p("deep") + "</w:ins>" * 190
    assert text_of(deep) == "deep"
    tables = "<w:tbl><w:tr><w:tc>" * 60 + p("deep") + "</w:tc></w:tr></w:tbl>" * 60
    assert text_of(tables) == "deep"


SOUND = docx(
    p("One", r("two", "<w:vanish/>")) + table([p("a"), p("b")]) + p("3", properties=listed(1)),
    styles=STYLES,
    numbering=NUMBERING,
)


@given(st.lists(st.tuples(st.integers(0, len(SOUND) - 1), st.integers(0, 255)), max_size=3))
def test_wrong_bytes_are_an_error_with_a_name(wrong: list[tuple[int, int]]) -> None:
    data = bytearray(SOUND)
    for place, byte in wrong:
        data[place] = byte
    with suppress(ArticleFileError):
        read(bytes(data))


@pytest.mark.parametrize("length", range(0, len(SOUND), 97))
def test_half_a_file_is_damaged(length: int) -> None:
    assert case_of(SOUND[:length]) == "damaged"


LETTERS = st.characters(
    exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufffe\uffff"
)
SIGNS = re.compile("[\uf020-\uf0ff]")
LINES = st.text(LETTERS, min_size=1).map(lambda text: text.strip(" ")).filter(str.strip)


@given(st.lists(LINES.filter(lambda text: not SIGNS.search(text)), min_size=1))
def test_all_letters_come_back(paragraphs: list[str]) -> None:
    assert text_of("".join(p(r(text)) for text in paragraphs)) == "\n".join(paragraphs)


@pytest.mark.parametrize("name", ["made-runs-table-en.docx", "made-runs-table-ko.docx"])
def test_real_files_come_in_exactly(corpora: Path, name: str) -> None:
    inputs = corpora / "inputs"
    gold = (inputs / "gold" / f"{name}.txt").read_bytes().decode()
    assert read((inputs / name).read_bytes()).text == gold
