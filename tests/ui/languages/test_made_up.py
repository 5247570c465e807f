import pytest

from pressmark.ui.languages.made_up import longer, mirrored


@pytest.mark.parametrize("source", ["Find", "A longer sentence with {path}.", "Save &as…", "No"])
def test_a_phrase_becomes_at_least_forty_per_cent_longer(source: str) -> None:
    told = longer("", source)
    assert told is not None
    assert len(told) >= 1.4 * len(source)
    assert (told[0], "⟧" in told) == ("⟦", True)


def test_gaps_keys_and_endings_stay() -> None:
    told = longer("", "&Save {path} && go…") or ""
    assert told.startswith("⟦&Sávé {path} && gó ")
    assert told.endswith("⟧…")


@pytest.mark.parametrize("source", ["", "QT_LAYOUT_DIRECTION", "· 3"])
def test_what_has_no_words_is_left_alone(source: str) -> None:
    assert longer("", source) is None
    assert mirrored("", source) is None


def test_the_mirrored_language_has_brackets_of_its_own() -> None:
    assert mirrored("", "Find {path}…") == "\N{RIGHT-TO-LEFT MARK}⟪Find {path}…⟫"
