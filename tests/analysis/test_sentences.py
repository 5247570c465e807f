import pytest

from pressmark.analysis.sentences import sentence_at
from pressmark.model.span import Span


@pytest.mark.parametrize(
    "sentences",
    [
        ("He denied it.", "She did not."),
        ('"We urge the DPRK to respond," it said.', "“Stop.”", "(So it goes.)", "And on?"),
        ("Gen. Smith met Mr. Lee of the U.S. Treasury at 5 p.m. today.", "They left."),
        ("It rose by 1.5 percent!", "Really?!", "Yes…"),
        ("J. K. Rowling wrote it.", "Then came No. 5 of the list."),
        ("Він сказав це.", "Вона ні."),
        ("قال ذلك؟", "نعم."),
        ("نفت كوريا الشمالية ذلك.", "وقال الوزير: «لن نقبل.»", "انتهى الأمر!"),
        ("یہ سچ ہے۔", "وہ چلا گیا۔"),
        ("Указ підписали 24 лютого 2022 р. на засіданні.", "Він набув чинності."),
        ("Так було у 2022 р.", "Згодом усе змінилося."),
        ("На вул. Грушевського, у м. Києві, зібралося 5 тис. людей.", "Йшов дощ."),
        ("Проф. Іваненко О. В. заперечив це.", "«Ні!» — сказав він.", "І т. д. і т. п."),
        ("Он отрицал это в 2024 г. и позже.", "Сумма — 3 млн. рублей."),
        ("По словам ген. Петрова, «всё не так».", "«Правда?» — спросили его."),
        ("북한은 이를 부인했다.", "“사실이 아니다.”", "외무성은 답하지 않았다."),
        ("“Really?” he asked.", "“No!” she said.", "“Stop.”", "He left."),
        ("Der Minister sagte: „Nein.“", "Dann ging er."),
    ],
)
def test_each_sentence_is_found_from_anywhere_in_it(sentences: tuple[str, ...]) -> None:
    text = "Above.\n" + " ".join(sentences) + "\nBelow."
    for sentence in sentences:
        start = text.index(sentence)
        for offset in (start, start + len(sentence) // 2, start + len(sentence) - 1):
            assert sentence_at(text, offset) == Span(start, start + len(sentence))


def test_full_width_stops_need_no_space() -> None:
    text = "他否认了。她没有。"
    assert sentence_at(text, 1) == Span(0, 5)
    assert sentence_at(text, 5) == Span(5, 9)


def test_an_empty_line_has_an_empty_sentence() -> None:
    assert sentence_at("a\n\nb", 2) == Span(2, 2)
    assert sentence_at("", 0) == Span(0, 0)
