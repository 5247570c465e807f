"""Advice without a window: `check --advice` says what the window lists."""

from pathlib import Path

from pressmark.analysis.checks import check
from pressmark.cli.messages import _ODD, odd_sentence
from pressmark.edits.additions import addition
from pressmark.edits.edit import Stamp
from pressmark.edits.transaction import Transaction
from pressmark.model.span import Span
from pressmark.store.open_project import open_project
from pressmark.ui.panels.checks.finding_words import CODES
from tests.cli.conftest import Pressmark

STAMP = Stamp("5d0c8a4e-3b1f-4f7a-9c62-1e8d27b0a493", "2024-05-31T12:04:05Z")


def test_advice_is_what_the_window_lists(pressmark: Pressmark, example: Path) -> None:
    with open_project(example) as file:
        article = file.project.shelf()[0].open()
        edit = addition(file.project, article.head.id, "sanction", (Span(201, 260),), STAMP)
        file.commit(Transaction("Tag", (edit,), STAMP))
        file.save()
        found = [*check(file.project)]
    assert found
    told = pressmark("check", example, "--advice", "--json").json["findings"]
    assert [one["code"] for one in told] == [one.code for one in found]
    assert [one["sentence"] for one in told] == [odd_sentence(one) for one in found]
    assert all(one["advice"] for one in told)


def test_nothing_is_said_of_the_example(pressmark: Pressmark, example: Path) -> None:
    assert pressmark("check", example, "--advice", "--json").json["findings"] == []


def test_both_faces_have_words_for_the_same_findings() -> None:
    assert set(_ODD) - {"two-versions"} == CODES
