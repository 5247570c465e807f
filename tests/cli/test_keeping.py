import json
from pathlib import Path

import pytest

from pressmark.store.backups import back_up, read_backup
from tests.cli.conftest import Pressmark


@pytest.fixture
def tagged(pressmark: Pressmark, example: Path) -> Path:
    """The example with one more article, before which a backup was made."""
    more = example.with_name("more.txt")
    more.write_text("A third article.\n", encoding="utf-8")
    assert pressmark("import", example, more).status == 0
    return example


def test_backups_are_listed_with_what_they_hold(pressmark: Pressmark, tagged: Path) -> None:
    run = pressmark("backups", tagged, "--json")
    assert run.status == 0
    (one,) = run.json
    assert (one["number"], one["annotations"], one["articles"]) == (1, 38, 2)
    assert one["damaged"] is False
    assert "38" in pressmark("backups", tagged).out


def test_a_damaged_backup_is_marked_and_stops_nothing(pressmark: Pressmark, tagged: Path) -> None:
    bad = back_up(tagged)
    bad.path.write_bytes(b"nothing")
    assert [one["damaged"] for one in pressmark("backups", tagged, "--json").json] == [False, True]


def test_a_backup_is_written_to_a_file_of_its_own_only(
    pressmark: Pressmark, tagged: Path, tmp_path: Path
) -> None:
    before = tagged.read_bytes()
    output = tmp_path / "then.pressmark"
    assert pressmark("backups", tagged, "--restore", 1, "--output", output).status == 0
    assert pressmark("check", output).status == 0
    again = pressmark("backups", tagged, "--restore", 1, "--output", output)
    assert (again.status, "exists already" in again.err) == (1, True)
    assert pressmark("backups", tagged, "--restore", 1, "--output", tagged).status == 1
    assert tagged.read_bytes() == before
    none = pressmark("backups", tagged, "--restore", 9, "--output", tmp_path / "x.pressmark")
    assert (none.status, "no backup of that number" in none.err) == (1, True)
    assert pressmark("backups", tagged, "--restore", 1).status == 2


def test_a_backup_is_what_the_file_was(pressmark: Pressmark, example: Path) -> None:
    made = back_up(example)
    output = example.with_name("then.pressmark")
    pressmark("backups", example, "--restore", 1, "--output", output)
    assert output.read_bytes() == read_backup(made.path) == example.read_bytes()


def test_the_history_says_what_was_done_and_by_whom(pressmark: Pressmark, tagged: Path) -> None:
    (step,) = pressmark("history", tagged, "--json").json
    assert step["articles"]
    assert step["undone"] is False
    lines = pressmark("history", tagged).out.splitlines()
    assert len(lines) == 2
    assert step["title"] in lines[1]


def test_a_project_without_history_has_none(pressmark: Pressmark, example: Path) -> None:
    run = pressmark("history", example, "--json")
    assert (run.status, json.loads(run.out)) == (0, [])
