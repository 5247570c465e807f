from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.articles.extract import Extract, Wishes
from pressmark.articles.office.rtf import read_rtf
from pressmark.errors import ArticleFileError

FONTS = (
    r"{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fcharset204{\*\panose 02}Arial Cyr{\*\falt X};}"
    r"{\f2\fcharset128 Mincho;}{\f3\fcharset2 Symbol;}{\f4\fcharset177 David;}"
    r"{\f5\fcharset129 Batang;}{\f6 Plain;}{\f7\fcharset134 SimSun;}}"
)


def rtf(body: str, head: str = r"\ansi\ansicpg1252\deff0") -> bytes:
    return ("{\\rtf1" + head + FONTS + body + "}").encode("latin-1")


def read(data: bytes, **wishes: str) -> Extract:
    (extract,) = read_rtf(data, Wishes(**wishes))
    assert isinstance(extract, Extract)
    return extract


def text_of(body: str, head: str = r"\ansi\ansicpg1252\deff0") -> str:
    return read(rtf(body, head)).text


def remarks_of(extract: Extract) -> dict[str, int]:
    return {remark.code: remark.count for remark in extract.remarks}


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"One\par Two\par\par Three", "One\nTwo\n\nThree"),
        ("One\\\nTwo\\\r\nThree", "One\nTwo\nThree"),
        ("br\r\noken\n lines", "broken lines"),
        (r"a\tab b\line c\page d\sect e", "a\tb\nc\nd\ne"),
        (r"\{a\}\\b", r"{a}\b"),
        (r"a\~b\-c\_d\:e\|f", "a\u00a0b\u00adc\u2011def"),
        (r"\lquote a\rquote\~\ldblquote b\rdblquote\emdash c\endash d\bullet", "‘a’\u00a0“b”—c–d•"),
        (r"\ltrmark a\rtlmark\zwj\zwnj.", "\u200ea\u200f\u200d\u200c."),
        (r"\'e9\'80", "é€"),
        ("\xe9\x80", "é€"),
        (r"\u1084?\u1080 ?\u1088?!", "мир!"),
        (r"\u-10179?\u-8704?", "😀"),
        (r"\u55357?\u56832?", "😀"),
        (r"\uc0\u-10179\u-8704 x", "😀x"),
        (r"\uc2\u-10179\'3f\'3f\u-8704\'3f\'3fx", "😀x"),
        (r"{\uc2 \u1084aa}\u1080 bc", "миc"),
        (r"\uc1\u1084\par", "м"),
        (r"\uc1\u1084{x}", "мx"),
        (r"\uc3\u1084\'3f\{\tab x", "мx"),
        (r"\u-10179?x\u-8704?", "\ufffdx\ufffd"),
        (r"\f1\'ec\'e8\'f0\f0\'e9", "мирé"),
        (r"{\f1\'ec}\'e8", "мè"),
        (r"\f1 \'ec\plain\'e8", "мè"),
        (r"\f2\'83\'65\'83X\'83\'7bg", "テスボg"),
        (r"\f2\'83\\\'83\{\'83\}", "ソボマ"),
        ("\\f2\\'83\r\n\\'65", "テ"),
        (r"\f5\'c7\'d1\'b1\'db", "한글"),
        (r"\f7\'d6\'d0", "中"),
        (r"\f3 abG\'b7", "αβΓ•"),
        (r"\f3\u61537\'3f\u-3913?", "α•"),
        (r"\rtlch\af4\ltrch\f0\rtlch \'f9\'ec\'e5\'ed\ltrch \'e9", "שלוםé"),
        (r"\f6\'e9\f99\'e9", "éé"),
        (r"\unknown12 a\b0 b", "ab"),
        (r"a{\*\unknown b {c}} d", "a d"),
        (r"a{\pict\bin4 }}}}\'41} b", "a b"),
        (r'{\field{\*\fldinst HYPERLINK "http://x"}{\fldrslt the page}}.', "the page."),
        (r"a{\xe index}{\tc contents}b", "ab"),
        (r"{\upr{ansi}{\*\ud{\u1084?}}}.", "м."),
        (r"{\mmath{\*\moMath{\mr x}{\mf{\mfPr y}{\mnum{\mr 1}}}}}", "x1"),
    ],
)
def test_what_is_written_is_read(body: str, text: str) -> None:
    assert text_of(body) == text


@pytest.mark.parametrize(
    ("head", "letters", "text"),
    [
        (r"\ansi\ansicpg1251\deff6", r"\'ec", "м"),
        (r"\ansi\ansicpg1251", r"\'ec", "м"),
        (r"\ansi\ansicpg949\deff6", r"\'c7\'d1", "한"),
        (r"\ansi\ansicpg65001\deff6", "\xd0\xbc", "м"),
        (r"\mac\deff6", r"\'8e", "é"),
        (r"\pc\deff6", r"\'82", "é"),
        (r"\ansi\ansicpg99999\deff6", r"\'e9", "é"),
    ],
)
def test_the_code_page_is_that_of_the_file(head: str, letters: str, text: str) -> None:
    assert text_of(letters, head) == text


def test_what_was_deleted_is_gone_and_what_was_inserted_stays() -> None:
    body = (
        r"He {\deleted denied}{\revised confirmed}{\revised  it}"
        r".{\deleted\par Gone.{\footnote x}\cell\row}\par{\revised New.}"
    )
    extract = read(rtf(body))
    assert extract.text == "He confirmed it.\nNew."
    assert remarks_of(extract) == {"tracked-changes": 4}


def test_what_is_hidden_comes_as_a_zone() -> None:
    extract = read(rtf(r"He {\v never }denied\v , they say\v0 ."))
    assert extract.text == "He never denied, they say."
    assert [extract.text[zone.start : zone.end] for zone in extract.zones] == [
        "never",
        ", they say",
    ]
    assert remarks_of(extract) == {"hidden-text": 2}


def test_notes_are_referred_to_and_stand_at_the_end() -> None:
    note = r"{\super\chftn{\footnote\pard\plain{\super\chftn} Foot{\b note}.\par More.}}"
    end = r"{\super\chftn{\footnote\ftnalt\pard\plain{\super\chftn} End.}}"
    assert text_of(f"One{note} two{end}.\\par After") == (
        "One[1] two[2].\nAfter\n\n[1] Footnote.\nMore.\n[2] End."
    )


def test_notes_in_cells_are_no_cells() -> None:
    row = r"\trowd\pard\intbl a{\footnote b}\cell c\cell\row"
    assert text_of(row) == "a[1]\tc\n\n[1] b"


def test_tables_are_rows_of_cells() -> None:
    row = r"\trowd\cellx1\cellx2\pard\intbl {}\cell {}\cell\row"
    table = row.format("Name", "Born") + row.format(r"A\par B", r"x\line y")
    assert text_of(rf"Before\par {table}\pard After") == ("Before\n\nName\tBorn\nA B\tx y\n\nAfter")


def test_tables_in_tables_keep_their_rows() -> None:
    inner = (
        r"\pard\intbl\itap2 1\nestcell{\nonesttables\par}2\nestcell{\nonesttables\par}"
        r"{\*\nesttableprops\trowd\cellx1\nestrow}{\nonesttables\par}"
    )
    table = rf"\trowd\pard\intbl a\cell {inner}{inner}\pard\intbl b\cell\row\pard After"
    assert text_of(table) == "a\n\n1\t2\n1\t2\n\nb\n\nAfter"


def test_unended_tables_lose_nothing() -> None:
    assert text_of(r"\trowd\intbl a\cell b\cell c") == "a\tb\n\nc"


def test_lists_have_their_numbers_and_bullets() -> None:
    body = (
        r"{\listtext\pard\plain\f3\'b7\tab}\pard One\par{\pntext\f0 2.\tab}Two\par"
        r"{\listtext o\tab}Three\par{\listtext 9.\tab}\par"
    )
    assert text_of(body) == "• One\n2. Two\n• Three"


def test_text_boxes_follow_their_paragraph() -> None:
    shape = (
        r"{\shp{\*\shpinst\shpleft1{\sp{\sn name}{\sv value}}{\shptxt In the\par box}}"
        r"{\shprslt{\do{\dptxbxtext In the box}}}}"
    )
    old = r"{\*\do\dobxpage{\dptxbxtext Old}}"
    assert text_of(f"Before{shape} and{old} after\\par Next") == (
        "Before and after\nIn the\nbox\nOld\nNext"
    )


def test_what_stays_behind_is_counted() -> None:
    extract = read(
        rtf(
            r"Text{\*\shppict{\pict 00ff}}{\nonshppict{\pict 00ff}}{\object{\result x{\pict 0}}}"
            r"{\*\annotation Why?}{\header Top}{\footer }{\footerf {\b 2}}{\headerl\par}"
        )
    )
    assert extract.text == "Text"
    assert remarks_of(extract) == {
        "left-out-comments": 1,
        "left-out-headers": 2,
        "left-out-objects": 1,
        "left-out-pictures": 1,
    }


def test_what_the_file_says_of_itself() -> None:
    info = (
        r"{\info{\title \u1052?\'e9 }{\author Ann}{\keywords a, b}{\operator Op}{\doccomm c}"
        r"{\upr{\title old}{\*\ud{\title new}}}}"
    )
    extract = read(rtf(info + "Text"))
    assert (extract.title, extract.byline, extract.keywords) == ("new", "Ann", ("a", "b"))
    assert (extract.text, extract.kind, extract.published) == ("Text", "rtf", None)


STYLES = r"{\stylesheet{\ql Normal;}{\s1\b heading 1;}{\s2 toc 1;}{\*\cs3 Char;}{\s4\v Title;}}"


def test_headings_are_titles_where_none_is_given() -> None:
    assert read(rtf(STYLES + r"\pard\s1 Head {\i line}\par\pard Text")).title == "Head line"
    assert read(rtf(r"Text\par\pard\outlinelevel0 Head\par\pard x")).title == "Head"
    assert read(rtf(STYLES + r"Text\par")).title is None


def test_tables_of_contents_are_zones() -> None:
    extract = read(rtf(STYLES + r"{\pard\s2 One\tab 1\par}Text"))
    assert [(zone.start, zone.end, zone.kind) for zone in extract.zones] == [(0, 5, "navigation")]


def test_a_file_that_ends_too_early_says_so() -> None:
    extract = read(rtf(r"One {\b two")[:-1])
    assert (extract.text, remarks_of(extract)) == ("One two", {"cut-off": 1})


def test_what_follows_the_end_is_not_read() -> None:
    assert read(rtf("One") + b"\0\0 {\\rtf1 two}").text == "One"


@pytest.mark.parametrize(
    ("data", "case"),
    [
        (b"", "damaged"),
        (b"text", "damaged"),
        (b"{\\rtf1}", "empty"),
        (b"{\\rtf1{\\pict 1}}", "empty"),
    ],
)
def test_files_that_hold_nothing_are_refused(data: bytes, case: str) -> None:
    with pytest.raises(ArticleFileError) as refused:
        read(data)
    assert refused.value.case == case


def test_deep_groups_end() -> None:
    assert text_of("{" * 50_000 + "deep" + "}" * 50_000) == "deep"
    assert text_of(r"\itap2000000\intbl a\par\nestcell\nestrow\cell\row") == "a"


PIECES = [
    *(r"{", r"}", r"\par ", r"\cell ", r"\row ", r"\nestcell ", r"\nestrow ", r"\intbl", r"\itap3"),
    *(
        r"\footnote ",
        r"\shptxt ",
        r"\*",
        r"\u-8704?",
        r"\u-10179",
        r"\'83",
        "\\",
        r"\bin3 ",
        "text",
    ),
    *(r"\uc9 ", r"\upr ", r"\ud ", r"\info ", r"\title ", r"\fonttbl", r"\f1 ", r"\f", r"\pict "),
    *(
        r"\listtext ",
        r"\deleted ",
        r"\v ",
        r"\stylesheet ",
        r"\s1 ",
        r"\pard ",
        r"\header ",
        "\x80",
    ),
    *(r"\fcharset ", r"\ansicpg ", r"\deff ", r"\u ", r"\-9 ", r"\f2 ", r"\annotation ", "\r\n"),
]


@given(st.lists(st.sampled_from(PIECES)))
def test_whatever_is_written_is_read_somehow(pieces: list[str]) -> None:
    assert read(rtf("text " + "".join(pieces))).text


def written(text: str) -> str:
    units = text.encode("utf-16-le")
    numbers = (
        int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2)
    )
    return "".join(f"\\u{number}?" for number in numbers)


LETTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029")
LINES = st.text(LETTERS, min_size=1).map(lambda text: text.strip(" ")).filter(str.strip)


@given(st.lists(LINES, min_size=1))
def test_all_letters_come_back(paragraphs: list[str]) -> None:
    body = "\\par\n".join(map(written, paragraphs))
    assert text_of(body) == "\n".join(paragraphs)


@pytest.mark.parametrize("name", ["made-cyrillic.rtf", "made-unicode.rtf"])
def test_real_files_come_in_exactly(corpora: Path, name: str) -> None:
    inputs = corpora / "inputs"
    gold = (inputs / "gold" / f"{name}.txt").read_bytes().decode()
    assert read((inputs / name).read_bytes()).text == gold
