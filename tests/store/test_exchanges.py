import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pressmark.paths import state_folder
from pressmark.store.exchanges import (
    forget_exchanges,
    last_choices,
    last_renamed,
    last_report,
    note_choice,
    note_renamed,
    note_report,
)
from pressmark.store.export_choice import ExportChoice

ONE, OTHER = Path("/a/one.pressmark"), Path("/a/б.pressmark")


def test_nothing_is_remembered_at_first() -> None:
    assert (last_choices(), last_report(ONE), last_renamed(ONE)) == ({}, "", {})


def test_the_format_that_was_exported_last_comes_last() -> None:
    for form in ("csv", "html", "csv"):
        note_choice(ExportChoice(format=form, notes=False))
    assert list(last_choices()) == ["html", "csv"]
    assert last_choices()["html"] == ExportChoice(format="html", notes=False)


def test_each_project_has_its_own_memory() -> None:
    note_report(ONE, "2024-05-27T10:00:00Z")
    note_renamed(OTHER, {"PER": "quote"})
    note_renamed(OTHER, {"ORG": "claim"})
    assert last_report(ONE) == "2024-05-27T10:00:00Z"
    assert last_report(OTHER) == ""
    assert last_renamed(OTHER) == {"PER": "quote", "ORG": "claim"}


def test_a_forgotten_project_leaves_no_trace() -> None:
    note_report(ONE, "2024-05-27T10:00:00Z")
    note_renamed(ONE, {"PER": "quote"})
    note_report(OTHER, "2024-05-28T10:00:00Z")
    forget_exchanges(ONE)
    assert (last_report(ONE), last_renamed(ONE)) == ("", {})
    assert last_report(OTHER)
    assert str(ONE) not in (state_folder() / "exchanges.json").read_text()


def test_fifty_projects_are_remembered() -> None:
    for number in range(60):
        note_report(Path(f"/{number}"), "2024")
    assert last_report(Path("/9")) == ""
    assert last_report(Path("/10")) == "2024"


@pytest.mark.parametrize(
    "facts", [{"reported": {"/a": 1}}, {"renamed": {"/a": []}}, {"chosen": {"csv": {}}}]
)
def test_what_is_damaged_is_as_at_first(
    facts: dict[str, object], expect_log: Callable[[str], None]
) -> None:
    expect_log("settings damaged: exchanges.json")
    state_folder().mkdir(parents=True)
    (state_folder() / "exchanges.json").write_text(json.dumps(facts))
    assert (last_choices(), last_report(Path("/a")), last_renamed(Path("/a"))) == ({}, "", {})
