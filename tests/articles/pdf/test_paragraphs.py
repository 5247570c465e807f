from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter, Transformation

from tests.articles.pdf.made_pdf import drawn, escaped, typeset
from tests.articles.pdf.taking import LONG, paragraphs, read, remarks, zones

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


def test_a_hyphen_that_the_font_calls_soft_is_one_where_it_is_drawn() -> None:
    letters = (
        "1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <2D> <00AD> endbfchar"
    )
    stream = f"<< /Length {len(letters)} >>\nstream\n{letters}\nendstream"
    data = drawn("BT /F1 12 Tf 20 350 Td (a co-op of 12) Tj ET", objects=[stream])
    named = data.replace(b"/Encoding /Win", b"/ToUnicode 7 0 R /Encoding /Win")
    assert paragraphs(read(named)) == ["a co-op of 12"]


def test_small_notes_in_the_margin_do_not_make_a_table_of_the_text() -> None:
    marks = "".join(f"#place(dx: -30pt, dy: {at * 60}pt)[#text(5pt)[Q{at}]]" for at in range(4))
    found = read(typeset(marks + "\n\n".join(map(escaped, LONG))))
    assert paragraphs(found)[:4] == list(LONG)
    assert zones(found) == [("margin", f"Q{at}") for at in range(4)]
