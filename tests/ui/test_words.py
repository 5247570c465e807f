from pathlib import Path

import pytest

from pressmark.ui.shown_paths import shown_path
from pressmark.ui.words import counted


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 articles"), (1, "1 article"), (2, "2 articles")]
)
def test_counts_are_told_in_words(count: int, words: str) -> None:
    assert counted("{n} article", "{n} articles", count) == words


def test_paths_in_the_home_folder_are_short(home: Path) -> None:
    assert shown_path(home / "a" / "b.txt") == str(Path("~/a/b.txt"))
    assert shown_path(Path("/elsewhere/b.txt")) == str(Path("/elsewhere/b.txt"))
