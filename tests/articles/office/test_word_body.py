import re

from hypothesis import given
from hypothesis import strategies as st

from tests.articles.office.making import docx, p, r
from tests.articles.office.taking import (
    read,
    remarks_of,
    table,
    text_of,
)


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


def test_as_deep_as_may_be_is_read() -> None:
    deep = "<w:ins>" * 190 + p("deep") + "</w:ins>" * 190
    assert text_of(deep) == "deep"
    tables = "<w:tbl><w:tr><w:tc>" * 60 + p("deep") + "</w:tc></w:tr></w:tbl>" * 60
    assert text_of(tables) == "deep"


LETTERS = st.characters(
    exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufffe\uffff"
)

SIGNS = re.compile("[\uf020-\uf0ff]")

LINES = st.text(LETTERS, min_size=1).map(lambda text: text.strip(" ")).filter(str.strip)


@given(st.lists(LINES.filter(lambda text: not SIGNS.search(text)), min_size=1))
def test_all_letters_come_back(paragraphs: list[str]) -> None:
    assert text_of("".join(p(r(text)) for text in paragraphs)) == "\n".join(paragraphs)
