import re
from pathlib import Path

import pytest

from pressmark.errors import (
    ArticleFileError,
    CancelledError,
    EditError,
    FormatError,
    PressmarkError,
    ProjectFileError,
    QueryError,
    RecordError,
    SettingsError,
)
from pressmark.store.lock import Holder
from pressmark.ui.messages import has_sentence, sentence

KINDS = {
    kind.__name__: kind
    for kind in (
        *(ArticleFileError, CancelledError, EditError, FormatError, PressmarkError),
        *(ProjectFileError, QueryError, RecordError, SettingsError),
    )
}
RAISED = re.compile(r"(\w+Error)\(\s*\"([a-z-]+)\"")
INTERNAL = {"bad-anchor", "bad-confidence", "bad-id", "bad-request", "bad-state", "has-relations"}
INTERNAL |= {
    "id-taken",
    "no-annotator",
    "no-dispute",
    "no-entity",
    "no-field",
    "no-judgement",
    "no-relation",
    "nothing-to-set",
}
INTERNAL |= {"one-end", "same-article", "text-differs"}
"""What the window never asks for: it would be a fault of Pressmark's, and says so generally."""


def raised(root: Path) -> set[tuple[str, str]]:
    package = root / "desktop" / "pressmark"
    sources = [path for path in package.rglob("*.py") if package / "cli" not in path.parents]
    found = {pair for path in sources for pair in RAISED.findall(path.read_text(encoding="utf-8"))}
    return {(kind, case) for kind, case in found if kind in KINDS}


def test_every_error_has_a_sentence(root: Path) -> None:
    cases = raised(root)
    assert len(cases) > 50
    for kind, case in cases:
        words = sentence(KINDS[kind](case, path=Path("x"), folder=Path("y"), id="z"))
        assert re.fullmatch(r"[“A-Zx~].+[.]", words), (kind, case, words)


def test_what_people_cause_has_a_sentence_of_its_own(root: Path) -> None:
    general = {
        (kind, case)
        for kind, case in raised(root)
        if kind in ("EditError", "ProjectFileError", "ArticleFileError")
        and case not in INTERNAL
        and not has_sentence(KINDS[kind].code, case)
    }
    assert general == set()


def test_facts_are_filled_in() -> None:
    error = ProjectFileError("disk-full", path=Path("/data/x.pressmark"))
    assert "/data" in sentence(error).replace("\\", "/")


def test_a_fact_that_is_missing_leaves_a_gap() -> None:
    assert "…" in sentence(ProjectFileError("newer-version"))


def test_the_home_folder_is_not_named(home: Path) -> None:
    words = sentence(ProjectFileError("missing", path=home / "work" / "x.pressmark"))
    assert str(home) not in words
    assert "~" in words


@pytest.mark.parametrize(
    ("holder", "words"),
    [
        (Holder(name="ana", host="desk", pid=1), "ana on desk"),
        (Holder(), "Somebody"),
    ],
)
def test_a_lock_is_said_by_who_has_it(holder: Holder, words: str) -> None:
    assert words in sentence(ProjectFileError("locked", path=Path("x"), holder=holder))


def test_an_error_of_no_known_kind_is_called_unexpected() -> None:
    assert "unexpected" in sentence(PressmarkError("unexpected", kind="ValueError"))
