import pytest

from pressmark.ui.panels.keeping_words import keeping_guidance, keeping_words


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ((0, 0, ""), "saved"),
        ((3, 3, "12:04"), "saved 12:04"),
        ((4, 4, None), "kept"),
        ((4, 3, None), "keeping…"),
    ],
)
def test_kept_and_saved_are_two_things(facts: tuple[int, int, str | None], words: str) -> None:
    assert keeping_words(*facts) == words


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("saved_at", ["", "12:04"])
def test_what_was_rescued_is_not_saved_before_it_has_a_place(saved_at: str) -> None:
    assert keeping_words(3, 3, saved_at, has_place=False) == "not saved yet"
    assert "Save as" in keeping_guidance(3, 3, saved_at, has_place=False)
    assert keeping_words(4, 3, None, has_place=False) == "keeping…"


@pytest.mark.usefixtures("qapp")
def test_each_is_explained() -> None:
    explained = {keeping_guidance(*facts) for facts in ((3, 3, ""), (4, 4, None), (4, 3, None))}
    assert len(explained) == 3
