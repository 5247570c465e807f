import json
import re
from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter, Transformation

from pressmark.articles.extract import Extract, Wishes
from pressmark.articles.pdf.reading import read_pdf
from pressmark.errors import ArticleFileError
from tests.articles.pdf.made_pdf import drawn, escaped, typeset

LONG = (
    (
        "The ministry said on Tuesday that the ship had left the port before the order was given, "
        "and that nobody on board had been told of the measures the council agreed on last week."
    ),
    (
        "A spokesman denied this. According to him the crew knew by Monday evening at the latest, "
        "because the harbour master had read the notice to them in the presence of two witnesses."
    ),
    (
        "Neither side has published the papers. The owners, who are registered in two countries, "
        "answered no questions when they were asked about the cargo, its value and its destination."
    ),
    (
        "Observers expect a hearing in autumn. Until then the ship stays where it is, under guard, "
        "and those who paid for the grain will have to wait for it or buy it somewhere else again."
    ),
)
WORDS = st.sampled_from(
    [
        "Rat",
        "der",
        "Stadt",
        "sagte",
        "dass",
        "neue",
        "Regeln",
        "für",
        "Häfen",
        "kommen",
        "und",
        "bleiben",
    ]
)
SENTENCES = st.lists(WORDS, min_size=6, max_size=60).map(lambda words: f"Der {' '.join(words)}.")


def read(data: bytes, **wishes: object) -> Extract:
    (found,) = read_pdf(data, Wishes(**wishes))  # type: ignore[arg-type]
    assert isinstance(found, Extract)
    return found


def paragraphs(found: Extract) -> list[str]:
    return found.text.split("\n\n")


def remarks(found: Extract) -> dict[str, tuple[int, str]]:
    return {one.code: (one.count, one.fact) for one in found.remarks}


def zones(found: Extract) -> list[tuple[str, str]]:
    return [(zone.kind, found.text[zone.start : zone.end]) for zone in found.zones]


@pytest.mark.parametrize(
    "setting",
    [
        "",
        "#set par(justify: true)",
        "#set par(first-line-indent: 1.5em, spacing: 0.65em, justify: true)",
        "#set par(leading: 1.5em, spacing: 3em)",
        "#set page(columns: 2)\n#set text(size: 8pt)",
        "#set page(columns: 2)\n#set text(size: 8pt)\n#set par(justify: true)",
        "#set page(height: 150pt)",
        "#set page(flipped: true)",
    ],
    ids=["plain", "justified", "indented", "double", "columns", "newspaper", "pages", "wide"],
)
def test_paragraphs_come_back_as_they_were_set(setting: str) -> None:
    found = read(typeset("\n\n".join(map(escaped, LONG)), settings=setting))
    assert paragraphs(found) == list(LONG)


@settings(max_examples=12)
@given(st.lists(SENTENCES, min_size=1, max_size=6))
def test_any_paragraphs_come_back(texts: list[str]) -> None:
    texts = [LONG[0], *texts]  # single lines alone do not tell how far apart lines are
    tall = "#set page(height: 2000pt)"
    found = read(typeset("\n\n".join(map(escaped, texts)), settings=tall))
    assert paragraphs(found) == texts


def test_broken_words_are_put_together_and_counted() -> None:
    setting = '#set page(width: 220pt)\n#set text(hyphenate: true, lang: "en")'
    found = read(typeset(escaped(LONG[0]), settings=setting + "\n#set par(justify: true)"))
    assert paragraphs(found) == [LONG[0]]
    assert remarks(found)["joined-words"][0] > 0


def test_headings_lists_tables_and_notes_keep_their_shape() -> None:
    found = read(
        typeset(
            "= Port talks fail\n"
            f"{escaped(LONG[0])}#footnote[As the council wrote.]\n\n"
            "- the first demand\n- the second demand\n\n"
            "+ one thing\n+ another thing\n\n"
            "#table(columns: 3, [Ship], [Flag], [Year], [Alma], [Malta], [2019], [Vega], [Cyprus],"
            " [2021], [Nord], [Panama], [2008])\n\n"
            f"{escaped(LONG[1])}#footnote[By telephone.]"
        )
    )
    assert paragraphs(found) == [
        "Port talks fail",
        LONG[0] + "[1]",
        "• the first demand",
        "• the second demand",
        "1. one thing",
        "2. another thing",
        "Ship\tFlag\tYear\nAlma\tMalta\t2019\nVega\tCyprus\t2021\nNord\tPanama\t2008",
        LONG[1] + "[2]",
        "[1] As the council wrote.",
        "[2] By telephone.",
    ]
    assert found.title == "Port talks fail"


def test_a_headline_stands_before_the_columns_under_it() -> None:
    columns = "\n\n".join(map(escaped, LONG))
    found = read(
        typeset(
            "#set text(size: 7pt)\n= Talks on grain that failed for the third time this year\n"
            f"#columns(3, gutter: 9pt)[#set par(justify: true)\n{columns}]"
        )
    )
    title = "Talks on grain that failed for the third time this year"
    assert paragraphs(found) == [title, *LONG]
    assert found.title == title


JOURNAL = """#set page(columns: 2, numbering: "1", height: 330pt,
  header: [_Journal of Examples_ #h(1fr) 12 (2024)])
#set text(font: "Libertinus Serif", size: 9pt, hyphenate: true, lang: "en")
#set par(justify: true, first-line-indent: 1.2em, spacing: 0.65em)"""


def test_a_journal_comes_back_without_its_furniture_and_with_its_notes() -> None:
    first, *others = map(escaped, LONG)
    body = "\n\n".join(others)
    found = read(
        typeset(
            f"{first}#footnote[See the first report; it was printed in spring.]\n\n"
            f"{body}#footnote[By telephone.]\n\n$ x^2 + y^2 $\n\n{body}",
            settings=JOURNAL,
        )
    )
    assert paragraphs(found) == [
        "Journal of Examples\t12 (2024)",
        LONG[0] + "[1]",
        *LONG[1:-1],
        LONG[-1] + "[2]",
        "𝑥2 + 𝑦2",
        *LONG[1:],
        "[1] See the first report; it was printed in spring.",
        "[2] By telephone.",
    ]


def test_what_is_wrapped_within_a_cell_is_put_together() -> None:
    found = read(
        typeset(
            f"#table(columns: (70pt, 1fr), [Date], [Event], [3 May], [{LONG[0]}],"
            f" [4 May], [{LONG[1]}], [5 May], [None.])"
        )
    )
    rows = [("Date", "Event"), ("3 May", LONG[0]), ("4 May", LONG[1]), ("5 May", "None.")]
    assert found.text == "\n".join(map("\t".join, rows))


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


def test_heads_feet_and_numbers_of_pages_are_told_from_the_text() -> None:
    setting = (
        "#set page(height: 200pt, header: [The Daily Example #h(1fr) 3 May 2024], footer: context"
        " [example.org #h(1fr) #counter(page).display()])"
    )
    data = typeset("\n\n".join(map(escaped, LONG)), settings=setting)
    found = read(data)
    assert zones(found) == [
        ("page-header", "The Daily Example\t3 May 2024"),
        ("page-footer", "example.org\t1"),
    ]
    assert paragraphs(found)[1:-1] == list(LONG)
    alone = read(data, boilerplate="left-out")
    assert paragraphs(alone) == list(LONG)
    assert remarks(alone)["boilerplate-left-out"][0] >= 4


def test_plain_page_numbers_are_no_text() -> None:
    setting = '#set page(height: 200pt, numbering: "1 / 1")'
    assert paragraphs(read(typeset("\n\n".join(map(escaped, LONG)), settings=setting))) == list(
        LONG
    )


SCRIPTS = [
    (
        "he",
        (
            "שר האוצר הודיע אתמול כי הממשלה תטיל עיצומים חדשים על 12 חברות שמובילות נפט, "
            "וכי ההחלטה סופית ותיכנס לתוקף בתחילת החודש הבא בכל הנמלים."
        ),
    ),
    (
        "ar",
        (
            "أعلنت الحكومة اليوم أنها ستفرض عقوبات جديدة على الشركات التي تنقل النفط، "
            "وقال الوزير إن القرار نهائي وسوف يدخل حيز التنفيذ في بداية الشهر القادم."
        ),
    ),
    (
        "uk",
        "Міністр заявив, що переговори тривають, і спростував повідомлення про домовленість.",
    ),
]


@pytest.mark.parametrize(("language", "text"), SCRIPTS)
def test_other_scripts_come_in_the_order_they_are_written(language: str, text: str) -> None:
    found = read(typeset(f'#set text(lang: "{language}")\n{escaped(text)}'))
    assert paragraphs(found) == [text]
    assert found.language == language


def test_columns_of_arabic_are_read_from_the_right() -> None:
    (text,) = (text for language, text in SCRIPTS if language == "ar")
    words = text.removesuffix(".").replace("،", "").split()
    texts = [" ".join(words[at:] + words[:at]) + "." for at in range(0, 20, 3)]
    settings = "#set page(columns: 2, height: 230pt)\n#set par(justify: true)"
    markup = '#set text(lang: "ar", size: 8pt)\n' + "\n\n".join(map(escaped, texts))
    assert paragraphs(read(typeset(markup, settings=settings))) == texts


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_pages_that_lie_on_their_side_are_read(turn: int) -> None:
    writer = PdfWriter(clone_from=BytesIO(typeset("\n\n".join(map(escaped, LONG)))))
    page = writer.pages[0]
    page.add_transformation(Transformation().rotate(turn).translate(600, 600))
    for box in (page.mediabox, page.cropbox):
        box.lower_left, box.upper_right = (0, 0), (1300, 1300)
    file = BytesIO()
    writer.write(file)
    assert paragraphs(read(file.getvalue())) == list(LONG)


def test_ligatures_are_the_letters_that_people_search_for() -> None:
    found = read(typeset('#set text(font: "Libertinus Serif")\nThe office\'s efficient affidavit'))
    assert paragraphs(found) == ["The office’s efficient affidavit"]


def test_what_the_file_says_of_itself_is_taken() -> None:
    setting = (
        '#set document(title: "Port talks", author: "Ada Example", keywords: ("ships", "grain"))'
    )
    found = read(typeset(f'#set text(lang: "en", region: "gb")\n{LONG[0]}', settings=setting))
    assert (found.title, found.byline, found.language) == ("Port talks", "Ada Example", "en-GB")
    assert found.keywords == ("ships", "grain")
    assert found.published is None


def test_a_title_that_is_a_file_name_is_none() -> None:
    setting = '#set document(title: "Microsoft Word - draft2.doc", author: "Administrator")'
    found = read(typeset(f"= Talks\n{LONG[0]}", settings=setting))
    assert (found.title, found.byline) == ("Talks", None)


def test_the_address_that_a_browser_prints_is_the_articles() -> None:
    setting = "#set page(footer: text(8pt)[https:\\/\\/example.org/news/1 #h(1fr) 1/1])"
    assert read(typeset(LONG[0], settings=setting)).url == "https://example.org/news/1"


VISIBLE = "BT /F1 12 Tf 20 350 Td (Everybody can read this line.) Tj ET\n"


@pytest.mark.parametrize(
    "hiding",
    [
        "BT 3 Tr /F1 12 Tf 20 200 Td (secret words) Tj ET",
        "1 g BT /F1 12 Tf 20 200 Td (secret words) Tj ET",
        "BT /F1 0.5 Tf 20 200 Td (secret words) Tj ET",
        "BT /F1 12 Tf 20 600 Td (secret words) Tj ET",
        "BT /F1 12 Tf 20 200 Td (secret words) Tj ET 0 g 10 190 200 30 re f",
    ],
    ids=["invisible", "white", "tiny", "off the page", "blackened"],
)
def test_hidden_text_is_flagged(hiding: str) -> None:
    found = read(drawn(VISIBLE + hiding))
    assert zones(found) == [("hidden", "secret words")]
    assert remarks(found)["hidden-text"][0] == 1


@pytest.mark.parametrize(
    "shown",
    [
        "0 g 10 190 200 30 re f 1 g BT /F1 12 Tf 20 200 Td (secret words) Tj ET",
        "q 280 0 0 380 10 10 cm /P1 Do Q BT 3 Tr /F1 12 Tf 20 200 Td (secret words) Tj ET",
    ],
    ids=["white on black", "recognised under a scan"],
)
def test_what_can_be_read_is_not_hidden(shown: str) -> None:
    found = read(drawn(VISIBLE + shown))
    assert "secret words" in paragraphs(found)
    assert found.zones == ()


def test_text_drawn_twice_is_taken_once() -> None:
    again = VISIBLE.replace("350 Td", "800 Td")
    assert paragraphs(read(drawn(VISIBLE + again))) == ["Everybody can read this line."]


def test_letters_drawn_over_each_other_are_taken_once() -> None:
    bold = VISIBLE + VISIBLE.replace("20 350", "20.3 350")
    assert paragraphs(read(drawn(bold))) == ["Everybody can read this line."]


def test_small_notes_in_the_margin_do_not_make_a_table_of_the_text() -> None:
    marks = "".join(f"#place(dx: -30pt, dy: {at * 60}pt)[#text(5pt)[Q{at}]]" for at in range(4))
    found = read(typeset(marks + "\n\n".join(map(escaped, LONG))))
    assert paragraphs(found)[:4] == list(LONG)
    assert zones(found) == [("margin", f"Q{at}") for at in range(4)]


def test_actual_text_stands_for_what_is_drawn() -> None:
    marked = "/Span << /ActualText (Whole) >> BDC BT /F1 12 Tf 20 350 Td (Wh) Tj ET EMC"
    assert paragraphs(read(drawn(marked))) == ["Whole"]


SCAN = "q 280 0 0 380 10 10 cm /P1 Do Q"


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
@given(st.data())
def test_broken_files_cost_nothing_but_themselves(data: st.DataObject) -> None:
    whole = bytearray(drawn(VISIBLE + SCAN, pages=2))
    if data.draw(st.booleans()):
        del whole[data.draw(st.integers(0, len(whole))) :]
    for place in data.draw(st.lists(st.integers(0, len(whole)), max_size=8)):
        if place < len(whole):
            whole[place] ^= 1 << data.draw(st.integers(0, 7))
    try:
        read(bytes(whole))
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
