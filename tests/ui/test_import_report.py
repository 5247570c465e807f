"""The report of an import: of each file what was taken, what was left out, and why."""

from pathlib import Path

import pytest

from pressmark.errors import ArticleFileError
from pressmark.model.project import Project
from pressmark.paths import seed
from pressmark.store.bases import side_of
from pressmark.ui.dialogs.articles.newcomer import Newcomer
from pressmark.ui.import_report import import_report
from pressmark.ui.import_words import told
from tests import newcomers as made


@pytest.fixture(scope="module")
def project() -> Project:
    return side_of(seed("example.pressmark")).project


def test_each_file_is_told_of_with_what_to_know(project: Project) -> None:
    every = made.newcomers(project)
    left = made.plain()
    left.is_taken = False
    report = import_report([*every, left], project)
    assert report.summary == (
        "5 articles came in, 1 was left out, 1 was refused, 1 was here already."
    )
    lines = report.text.split("\n")
    at = lines.index("    page.html")
    assert lines[at + 1] == "        Web page · Depot empty"
    assert lines[at + 2] == "        2 stretches are hidden in the file; they are dimmed here."
    refused = lines[lines.index("Refused") : lines.index("Left out in the preview")]
    assert any("OCR" in line for line in refused)
    assert lines.index("Left out in the preview") < lines.index("Came in") < at
    assert lines.index("Here already") > at
    assert "        1 stretch looks like boilerplate and is dimmed." in lines


def test_a_part_of_a_file_that_is_refused_is_named(project: Project) -> None:
    path = Path("many.zip")
    refusal = ArticleFileError("empty", path=path)
    one = Newcomer(path=path, kind="zip", part="empty.txt", refusal=refusal)
    assert "in many.zip › empty.txt." in import_report([one], project).text
    assert "in many.zip › empty.txt." in told([one])


def test_what_a_reprint_is_like_is_called_by_its_title_or_first_line(project: Project) -> None:
    first, second, third = made.plain(), made.alike(project), made.alike(project)
    assert first.read
    assert third.like
    third.liken(third.like._replace(other=first.read.article.head.id))
    text = import_report([first, second, third], project).text
    assert "the same as “Ships turned back on Friday.”: 92 %" in text
    assert "the same as “Ten countries, EU condemn" in text


def test_a_notice_counts_what_came_of_it(project: Project) -> None:
    words = told(made.newcomers(project))
    assert words.startswith("5 articles imported. 1 is linked")
    assert "1 is linked as a reprint." in words
    assert "OCR" in words
    assert told([made.refused(), made.refused()]) == "Nothing new came in. 2 files refused."
    assert told([made.page()]).endswith("1 stretch looks like boilerplate and is dimmed.")
