"""What `check` says of a journal and of copies, and what `annotate` does about others."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import Mock

import pytest

from pressmark.cli.saving import save
from pressmark.edits.annotations import SetNote
from pressmark.edits.edit import Edit, Stamp
from pressmark.edits.removals import removal
from pressmark.edits.transaction import Transaction
from pressmark.errors import ProjectFileError
from pressmark.store.journal_file import journal_path
from pressmark.store.open_project import OpenProject, open_project, read_project, write_copy
from tests.cli.conftest import Pressmark
from tests.cli.test_annotating import Annotate


def edited(path: Path, *edits: Edit) -> datetime:
    """Leave a project as a program leaves it that died after these edits; return their time."""
    folder = path.parent / "work"
    folder.mkdir()
    work = folder / path.name
    work.write_bytes(path.read_bytes())
    time = datetime.now(UTC)
    stamp = Stamp("anna", time.strftime("%Y-%m-%dT%H:%M:%SZ"))
    with open_project(work) as file:
        for edit in edits:
            file.commit(Transaction("Note", (edit,), stamp))
        file.wait_kept()
        journal_path(path).write_bytes(journal_path(work).read_bytes())
    return time


def changed(path: Path, *edits: Edit) -> None:
    """Change a project file as another program would."""
    project = read_project(path).project
    for edit in edits:
        project, _ = edit.apply(project, Stamp("ben", "2030-01-01T00:00:00Z"))
    write_copy(project, path)


@pytest.fixture
def place(example: Path) -> str:
    return read_project(example).project.places["A01"]


def test_a_sound_project_alone_has_nothing_to_say(pressmark: Pressmark, example: Path) -> None:
    assert pressmark("check", example).err.count("\n") == 1


def test_what_the_journal_adds_is_counted(pressmark: Pressmark, example: Path, place: str) -> None:
    time = edited(example, SetNote(place, "A01", "a"), SetNote(place, "A02", "b"))
    run = pressmark("check", example)
    assert run.status == 0
    since = rf"([0-9-]+ )?{time.astimezone():%H:%M}"  # with a date where midnight has just gone by
    assert re.search(f"The journal holds 2 steps since {since} not saved yet", run.err)


def test_a_replaced_file_and_what_does_not_fit_are_named(
    pressmark: Pressmark, example: Path, place: str
) -> None:
    edited(example, SetNote(place, "A01", "a"), SetNote(place, "A02", "b"))
    journal = journal_path(example)
    aside = journal.rename(journal.with_name("aside"))
    changed(example, *removal(read_project(example).project, "A01"))
    aside.rename(journal)
    run = pressmark("check", example)
    assert run.status == 1
    assert "replaced by another one" in run.err
    assert "1 step of the journal" in run.err
    assert "(Note) does not fit any more: There is no annotation A01" in run.err


def test_the_damaged_line_of_a_journal_is_named(
    pressmark: Pressmark, example: Path, place: str
) -> None:
    edited(example, SetNote(place, "A01", "a"), SetNote(place, "A02", "b"))
    journal = journal_path(example)
    journal.write_bytes(journal.read_bytes().replace(b'"b"', b'"x"'))
    run = pressmark("check", example)
    assert run.status == 1
    assert "1 step since" in run.err
    assert "damaged at line 3" in run.err


def test_conflicted_copies_are_listed_while_they_hold_something_new(
    pressmark: Pressmark, example: Path, place: str
) -> None:
    copy = example.with_name("example (Anna's conflicted copy 2024-05-31).pressmark")
    copy.write_bytes(example.read_bytes())
    assert copy.name not in pressmark("check", example).err
    changed(copy, SetNote(place, "A01", "theirs"))
    run = pressmark("check", example)
    assert run.status == 0
    assert copy.name in run.err
    assert pressmark("check", example, "--json").json["conflict_copies"] == [copy.name]


@pytest.fixture
def annotate(example: Path) -> Iterator[Annotate]:
    running = Annotate(example)
    assert running.listen() == "READY"
    yield running
    if running.process.poll() is None:
        running.process.kill()
        running.process.communicate()


def test_what_was_saved_elsewhere_meanwhile_is_merged(
    annotate: Annotate, example: Path, place: str
) -> None:
    assert annotate.ask(op="set", annotation="A01", note="ours") == "ACK A01"
    changed(example, SetNote(place, "A02", "theirs"))
    status, err = annotate.end()
    assert status == 0
    assert "both were merged, with 0 conflicts" in err
    project = read_project(example).project
    assert [project.annotation(one).note for one in ("A01", "A02")] == ["ours", "theirs"]


@pytest.mark.parametrize("verb", ["import", "amend"])
def test_other_verbs_merge_what_was_saved_meanwhile_too(
    pressmark: Pressmark, example: Path, place: str, verb: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = example.with_name("text.txt")
    text.write_text("Nothing of this has been said before.", encoding="utf-8")

    def save_late(file: OpenProject, stamp: Stamp) -> None:
        changed(example, SetNote(place, "A02", "theirs"))
        save(file, stamp)

    module = {"import": "importing", "amend": "amending"}[verb]
    monkeypatch.setattr(f"pressmark.cli.{module}.save", save_late)
    run = pressmark(verb, example, *([place] if verb == "amend" else []), text)
    assert run.status == 0
    assert "both were merged, with 0 conflicts" in run.err
    held = read_project(example).held
    assert len(held.articles) == 3
    assert held.annotation("A02").note == "theirs"


def test_what_would_lose_annotations_names_what_saves_it(
    pressmark: Pressmark, example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = example.with_name("text.txt")
    text.write_text("Nothing of this has been said before.", encoding="utf-8")
    refusal = ProjectFileError("would-lose", path=example, lost=30, count=38)
    monkeypatch.setattr(OpenProject, "save", Mock(side_effect=refusal))
    run = pressmark("import", example, text)
    assert run.status == 1
    assert "`pressmark annotate --allow-loss` saves it" in run.err


def test_what_is_no_project_any_more_is_left_alone_and_nothing_is_lost(
    annotate: Annotate, example: Path
) -> None:
    held = example.read_bytes()
    assert annotate.ask(op="set", annotation="A01", note="ours") == "ACK A01"
    example.write_bytes(b"something else")
    status, err = annotate.end()
    assert status == 1
    assert "is not a Pressmark project" in err or "was changed by something else" in err
    assert example.read_bytes() == b"something else"
    example.write_bytes(held)
    assert read_project(example).project.annotation("A01").note == "ours"


def test_whoever_goes_on_is_told_what_the_journal_gave_back(example: Path, place: str) -> None:
    edited(example, SetNote(place, "A01", "a"))
    running = Annotate(example)
    assert running.listen() == "READY"
    status, err = running.end()
    assert status == 0
    assert "The journal holds 1 step since" in err
    assert read_project(example).held.annotation("A01").note == "a"
