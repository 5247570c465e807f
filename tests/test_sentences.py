"""Every error there is, in the words of both faces."""

import re
from pathlib import Path

import pytest

from pressmark.cli import messages as cli
from pressmark.cli.reasons import _REASONS
from pressmark.errors import EditError, PressmarkError, ProjectFileError, RecordError
from pressmark.store.verification import Kind
from pressmark.ui import messages as ui
from tests.raised import PACKAGE, Raised, raised

NEVER_ASKED = {
    *("bad-anchor", "bad-confidence", "bad-id", "bad-state", "has-relations", "id-taken"),
    *("no-annotator", "no-dispute", "no-entity", "no-field", "no-judgement"),
    *("no-relation", "nothing-to-set", "one-end", "same-article", "text-differs"),
}
"""Edits that the window never asks for: its general sentence names their case."""
NOT_TOLD = {"ended", "mended", "new-id", "no-article", "no-end"}
"""Reasons within the store, and those of salvaging."""
ALL = sorted(raised(), key=lambda one: (one.kind.__name__, one.case, one.layer))
FACTS = {"path": Path("x.pressmark"), "folder": Path("y"), "id": "z", "reason": "EIO"}


def of(*layers: str) -> list[Raised]:
    """Return the errors that people can meet where these layers are not theirs."""
    return [one for one in ALL if one.layer not in layers and one.kind is not RecordError]


def name(one: Raised) -> str:
    return f"{one.kind.code}/{one.case}"


def test_many_errors_are_raised() -> None:
    assert len({(one.kind, one.case) for one in ALL}) > 60


@pytest.mark.parametrize("one", of("ui"), ids=name)
def test_the_verbs_have_a_sentence_for_each(one: Raised) -> None:
    error = one.kind(one.case, **FACTS)
    assert cli.has_sentence(error)
    assert re.fullmatch(r"[\w?].*[.]", cli.sentence(error))


@pytest.mark.parametrize("one", of("cli"), ids=name)
def test_the_window_has_a_sentence_for_each(one: Raised) -> None:
    told = ui.sentence(one.kind(one.case, **FACTS))
    assert re.fullmatch(r"[“A-Zx~].*[.]", told)
    assert f"({one.case})" not in told or (one.kind is EditError and one.case in NEVER_ASKED)


def test_no_sentence_is_left_over() -> None:
    made = {case for one in ALL for case in (one.case, f"{one.kind.code}/{one.case}")}
    assert cli._SENTENCES.keys() - made == set()


def test_every_reason_of_a_record_has_words() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    given = set(re.findall(r'\breason="([a-z-]+)"', source))
    given |= set(re.findall(r'(?:_refusal\(text|_UnfitError\()[^"]*"([a-z-]+)"', source))
    assert given - _REASONS.keys() - NOT_TOLD == set()


def test_every_finding_has_words() -> None:
    assert set(Kind.__args__) == cli._WRONG.keys()  # type: ignore[attr-defined]


@pytest.mark.parametrize("template", cli._SENTENCES.values())
def test_a_sentence_says_what_to_do_in_one_line(template: str) -> None:
    assert "\n" not in template
    assert template.endswith(".")


def test_an_error_that_nobody_knows_is_told_all_the_same() -> None:
    assert cli.sentence(PressmarkError("new")) == "This could not be done (new)."


@pytest.mark.parametrize(
    ("kept", "words"),
    [(0, ""), (2, "; of 3 steps only the first 2 are kept in"), (3, "; what was done is kept in")],
)
def test_what_could_not_be_saved_and_is_kept_is_said(kept: int, words: str) -> None:
    told = cli.sentence(ProjectFileError("disk-full", folder="y", kept=kept, unsaved=3))
    assert words in told
    assert ("journal" in told) is bool(kept)
