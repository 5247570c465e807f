from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from pressmark.articles.remark_words import WORDS
from pressmark.model.project import Project
from pressmark.ui.dialogs.articles.newcomer import _HARMLESS, Newcomer
from pressmark.ui.dialogs.articles.newcomers import read_words
from pressmark.ui.dialogs.articles.words import place_words, title_words
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


def test_a_text_of_one_line_is_called_by_how_it_begins(project: Project) -> None:
    found = read_words("The harbour was shut, the mayor said. " * 20, project)
    words = title_words(found, project)
    assert words.startswith("The harbour was shut")
    assert words.endswith("…")
    assert len(words) < 130


def test_what_is_harmless_is_remarked_on_somewhere() -> None:
    assert WORDS.keys() >= _HARMLESS
