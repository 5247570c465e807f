import pytest

from pressmark.model.article import STATES
from pressmark.model.records import Entity
from pressmark.ui.panels.words import (
    annotation_count,
    one_line,
    short_name,
    state_words,
    value_words,
)


@pytest.mark.usefixtures("qapp")
def test_one_annotation_is_no_plural() -> None:
    assert [annotation_count(count) for count in (0, 1, 12)] == [
        "0 annotations",
        "1 annotation",
        "12 annotations",
    ]


@pytest.mark.usefixtures("qapp")
def test_every_state_has_words_and_a_strange_one_is_shown_as_it_is() -> None:
    assert [state_words(state) for state in STATES] == ["New", "In progress", "Done", "Flagged"]
    assert state_words("paused") == "paused"


@pytest.mark.parametrize(
    ("value", "words"),
    [("legal-characterisation", "Legal characterisation"), ("1", "1"), ("on_hold", "On hold")],
)
def test_ids_of_choices_are_shown_as_words(value: str, words: str) -> None:
    assert value_words(value) == words


@pytest.mark.parametrize(
    ("name", "aliases", "short"),
    [
        ("European Union", ("the EU", "the bloc"), "EU"),
        ("North Korea", ("DPRK", "Pyongyang"), "DPRK"),
        ("Kim Yo-jong", (), "Kim Yo-jong"),
        ("NATO", ("Nato alliance",), "NATO"),
        ("A", (), "A"),
    ],
)
def test_an_acronym_stands_for_a_long_name(name: str, aliases: tuple[str, ...], short: str) -> None:
    assert short_name(Entity(id="x", name=name, aliases=aliases)) == short


def test_lines_become_one() -> None:
    assert one_line(" a\n b\t\u2028c ") == "a b c"
