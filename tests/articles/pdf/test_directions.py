import pytest

from pressmark.articles.pdf.directions import are_swapped, paired, swapped
from tests.articles.pdf.made_pdf import escaped, typeset
from tests.articles.pdf.taking import paragraphs, read

HEBREW = (
    'שר האוצר (ישראל כהן) אמר ב-12 במאי 2024 כי חברת Alma Ltd. תשלם 3.5% מן הסכום; "זה סופי".',
    "על פי הדוח [עמ׳ 14–15], חברת Alma (Malta) Ltd. העבירה 1,200,000 דולר לחשבון 12/345 ב-14:30.",
    'האתר www.example.org פרסם ביום 27.5.2024 כי Covid 19 אינו הסיבה; "אין לכך בסיס" (כך לדבריו).',
)
ARABIC = (
    "قال الوزير (أحمد) في 27 مايو 2024 إن شركة Alma Ltd. ستدفع 3.5% من المبلغ؛ «القرار نهائي».",
    "وأفاد التقرير [ص 14] أن الشركة Alma (Malta) Ltd. دفعت 1,200,000 دولار إلى الحساب ١٢٣٤.",
    "نشر الموقع www.example.org في 27/5/2024 أن Covid 19 ليس السبب؛ لا أساس لذلك (بحسب قوله).",
)


@pytest.mark.parametrize(("language", "texts"), [("he", HEBREW), ("ar", ARABIC)])
def test_numbers_names_and_brackets_keep_their_place(language: str, texts: tuple[str, ...]) -> None:
    markup = f'#set text(lang: "{language}")\n' + "\n\n".join(map(escaped, texts))
    assert paragraphs(read(typeset(markup))) == list(texts)


def test_words_from_the_right_keep_their_order_in_a_line_from_the_left() -> None:
    text = "The paper الشرق الأوسط (in Arabic) and הארץ of 3 May (in Hebrew) wrote so on page 12."
    assert paragraphs(read(typeset(escaped(text)))) == [text]


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        (["אמר (כך) אמר"], False),
        (["אמר )כך( אמר"], True),
        (["(א) ב (ג)", ")ד("], False),
        (["»א«", "בלי"], True),
        (["א) ב"], False),
        ([], False),
    ],
)
def test_brackets_that_close_before_they_open_are_swapped(lines: list[str], wrong: bool) -> None:  # noqa: FBT001 -- a parameter
    assert are_swapped(lines) is wrong


def test_brackets_between_latin_letters_stay() -> None:
    assert swapped("אמר )כך( Alma (Malta) Ltd אמר") == "אמר (כך) Alma (Malta) Ltd אמר"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("the word שלום )in Hebrew)", "the word שלום (in Hebrew)"),
        ("the word (שלום( is Hebrew", "the word (שלום) is Hebrew"),
        ("the word (שלום) is Hebrew", "the word (שלום) is Hebrew"),
        ("goes on here שלום) and ends", "goes on here שלום) and ends"),
        ("begins here (שלום and goes on", "begins here (שלום and goes on"),
    ],
)
def test_a_bracket_beside_words_from_the_right_gets_its_pair(text: str, right: str) -> None:
    assert paired(text) == right
