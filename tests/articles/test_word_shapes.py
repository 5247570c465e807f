import pytest

from pressmark.articles.decoding import decode
from pressmark.articles.word_shapes import oddness


@pytest.mark.parametrize(
    "text",
    ["Міністр заявив, що її докази невідомі.", "Größe und Straße", "Übergrößenträger", "plain", ""],
)
def test_words_as_people_write_them_are_not_odd(text: str) -> None:
    assert oddness(text) < 0.1


@pytest.mark.parametrize(
    ("codec", "wrong"), [("koi8_r", "cp1252"), ("koi8_r", "cp1251"), ("cp1251", "cp1252")]
)
def test_words_read_wrongly_are_odd(codec: str, wrong: str) -> None:
    text = "Лукаш Подольски третий по количеству матчей"
    read = text.encode(codec).decode(wrong, "replace")
    assert oddness(read) > 3 * oddness(text)


@pytest.mark.parametrize("codec", ["koi8_r", "cp1251"])
def test_a_few_russian_words_are_enough(codec: str) -> None:
    text = "Наблюдатели думают, что его решение примут осенью."
    assert decode(text.encode(codec)).text == text
