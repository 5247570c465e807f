import pytest

from pressmark.analysis.estimates import mixed_sentences


def told(text: str, *, is_estimated: bool = False) -> list[str]:
    return [text[slice(*one)] for one in mixed_sentences(text, is_estimated=is_estimated)]


@pytest.mark.parametrize(
    "sentence",
    [
        "We judge with high confidence that a launch is likely.",
        "It is almost certain, and we are confident of it.",
        "There is a roughly even chance (low confidence).",
        "З низькою впевненістю: постачання ймовірне.",
    ],
)
def test_a_sentence_that_says_both_is_found(sentence: str) -> None:
    text = f"Trade goes on. {sentence} Nothing more."
    assert told(text) == [sentence]


@pytest.mark.parametrize(
    "text",
    [
        "A launch is likely. We have high confidence in this.",
        "Our confidence is low.",
        "Deliveries will probably go on.",
        "",
    ],
)
def test_a_text_that_keeps_them_apart_is_let_be(text: str) -> None:
    assert told(text) == []


def test_where_a_likelihood_is_chosen_a_word_of_confidence_is_enough() -> None:
    assert told("We are confident. So be it.", is_estimated=True) == ["We are confident."]
