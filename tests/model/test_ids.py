import pytest

from pressmark.model.ids import article_id, is_id, new_id


@pytest.mark.parametrize("good", ["a", "A-1_b.c", "0" * 64])
def test_good_ids(good: str) -> None:
    assert is_id(good)


@pytest.mark.parametrize("bad", ["", "a b", "é", "0" * 65, "a/b", "a\n"])
def test_bad_ids(bad: str) -> None:
    assert not is_id(bad)


def test_made_ids_are_well_formed_and_differ() -> None:
    assert is_id(new_id())
    assert new_id() != new_id()


def test_one_text_has_one_id_wherever_it_is_imported() -> None:
    assert article_id("Ten countries 🇺🇦") == article_id("Ten countries 🇺🇦")
    assert article_id("a") != article_id("b")
    assert is_id(article_id(""))
