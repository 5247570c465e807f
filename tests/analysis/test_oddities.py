from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.analysis import oddities as odd
from pressmark.analysis.oddities import Oddities, oddities


def words(text: str) -> list[str]:
    return [text[slice(*word)] for word in oddities(text).words]


def test_a_plain_text_has_none() -> None:
    for text in ("plain", "Ça alors — “déjà vu”…", "Привет, мир", "日本語 テキスト"):
        assert oddities(text) == Oddities()
        assert not oddities(text)


def test_the_seed_has_one_cyrillic_letter_in_a_latin_number(seeds: Path) -> None:
    text = (seeds / "000_c7f105b3da0fbea6.txt").read_text("utf-8")
    found = oddities(text)
    assert words(text) == ["2849-Х"]
    assert [text[at] for at in found.letters] == ["\u0425"]
    assert found.invisible == ()


@pytest.mark.parametrize(
    ("text", "odd", "letters"),
    [
        ("The Рaris talks.", ["Рaris"], "\u0420"),
        ("In 2О24, they", ["2О24"], "\u041e"),
        ("Встреча в Mоскве", ["Mоскве"], "M"),
        ("(Kαι)", ["Kαι"], "K"),
        ("Танк Т90М и 5G в 1990х", [], ""),  # at home in a Cyrillic text
        ("the Covid-вирус of 2020", [], ""),
        ("Τesla", ["Τesla"], "\u03a4"),
    ],
)
def test_letters_of_another_alphabet(text: str, odd: list[str], letters: str) -> None:
    assert words(text) == odd
    assert "".join(text[at] for at in oddities(text).letters) == letters


def test_characters_without_a_shape_are_found_and_those_that_turn_counted() -> None:
    text = "a\u00adb \u202eevil\u202c zero\u200bwidth \ufeff \u2066x\u2069 \u200f"
    found = oddities(text)
    assert [text[at] for at in found.invisible] == [
        *"\u00ad\u202e\u202c\u200b\ufeff\u2066\u2069\u200f"
    ]
    assert found.turning == 5


@pytest.mark.parametrize("text", ["می\u200cخواهم", "क्\u200dष", "👩\u200d🚀", "👩🏽\u200d🚀"])
def test_joiners_that_a_script_or_an_emoji_needs_are_no_oddity(text: str) -> None:
    assert not oddities(text)


def test_hidden_tags_are_found_but_not_those_of_a_flag() -> None:
    assert not oddities("🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f")
    assert oddities("x\U000e0067\U000e0062").invisible == (1, 2)


@given(st.text(alphabet="aБ2-х. \u200b\u202e\u0301Α", max_size=60))
def test_everything_lies_within_the_text(text: str) -> None:
    found = oddities(text)
    assert all(word.fits(len(text)) for word in found.words)
    assert all(0 <= at < len(text) for at in (*found.invisible, *found.letters))
    assert list(found.letters) == sorted(set(found.letters))


def test_what_is_looked_for_is_what_may_be_there() -> None:
    everything = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
    invisible = {char for char in everything if odd._INVISIBLE.match(char)}
    assert {char for char in invisible if not odd._MAY_BE_INVISIBLE.match(char)} == set()
    letters = {char for char in everything if odd._OTHER.match(char) and char.isalpha()}
    missed = {char for char in letters if not odd._MAY_BE_FOREIGN.match(char)}
    assert not {char for char in missed if ord(char) < 0x1D00}  # others are signs of phonetics


def test_of_very_many_odd_words_the_first_are_enough() -> None:
    assert len(oddities("\u0430n " * (odd.MOST + 5)).words) == odd.MOST
