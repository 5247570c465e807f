import pytest

from pressmark.analysis.entity_names import EntityNames
from pressmark.model.records import Entity

NAMES = EntityNames(
    (
        Entity(id="eu", name="European Union", aliases=("the EU", "the bloc")),
        Entity(id="nine", name="Nine North Korean individuals and entities listed by the EU"),
        Entity(id="kim-a", name="Kim"),
        Entity(id="kim-b", name="Kim Yo-jong", aliases=("Kim",)),
    )
)


@pytest.mark.parametrize("words", ["The EU", "EU’s", "european  union", "the bloc"])
def test_case_articles_and_genitives_do_not_count(words: str) -> None:
    assert NAMES.named(words) == "eu"


def test_a_telling_beginning_is_enough() -> None:
    assert NAMES.named("nine North Korean individuals and entities") == "nine"
    assert NAMES.named("nine North") is None


@pytest.mark.parametrize("words", ["Kim", "", "Eu ro", "Union"])
def test_what_names_two_or_none_is_not_guessed(words: str) -> None:
    assert NAMES.named(words) is None
