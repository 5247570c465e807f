from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from pressmark.ui.dialogs.articles.newcomer import Newcomer
from pressmark.ui.dialogs.articles.words import place_words
from tests.ui.languages.speaking_of import spoken


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("", "a.zip"),
        ("row 2", "a.zip › рядок 2"),
        ("t.csv, row 17", "a.zip › t.csv, рядок 17"),
        ("item 3", "a.zip › запис 3"),
        ("arrow 2", "a.zip › arrow 2"),
        ("row 2.html", "a.zip › row 2.html"),
    ],
)
def test_a_place_that_was_counted_is_said_in_the_language(
    qapp: QApplication, part: str, said: str
) -> None:
    with spoken(qapp, "uk"):
        assert place_words(Newcomer(path=Path("a.zip"), part=part)) == said
