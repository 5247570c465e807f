import pytest

from pressmark.ui.panels.inspector.article_rules import (
    address_refusal,
    grade_words,
    language_refusal,
    moment_refusal,
)

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    "text", ["", "2024-05", "2024-05-27T12:00", "2024-05-27T12:00:05Z", "2024-05-27T12:00+02:00"]
)
def test_a_day_may_have_a_time(text: str) -> None:
    assert moment_refusal(text) == ""


@pytest.mark.parametrize("text", ["2024-05T12:00", "2024-05-27T25:00", "soon"])
def test_what_is_no_moment_is_refused(text: str) -> None:
    assert moment_refusal(text).startswith("Write a date")


@pytest.mark.parametrize("text", ["", "en", "kok", "pt-BR", "zh-Hant-TW"])
def test_languages_are_codes(text: str) -> None:
    assert language_refusal(text) == ""


@pytest.mark.parametrize("text", ["English", "e", "en_GB", "en-"])
def test_names_of_languages_are_refused(text: str) -> None:
    assert "en, ko or pt-BR" in language_refusal(text)


@pytest.mark.parametrize("text", ["", "https://example.org/a?b=c#d", "HTTP://example.org"])
def test_addresses_are_of_the_web(text: str) -> None:
    assert address_refusal(text) == ""


@pytest.mark.parametrize("text", ["example.org", "file:///etc/passwd", "https://", "https://a b"])
def test_other_addresses_are_refused(text: str) -> None:
    assert "https://" in address_refusal(text)


def test_every_grade_says_what_it_means() -> None:
    assert len({grade_words(letter) for letter in "ABCDEF"}) == 6
    assert grade_words("X") == "X"
