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
