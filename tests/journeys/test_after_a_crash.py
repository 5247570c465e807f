"""The program died: the next start says what was brought back, lists it, and can go back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from pressmark.edits.annotations import SetNote
from pressmark.edits.edit import Edit, Stamp
from pressmark.edits.frame import PutAnnotator
from pressmark.edits.removals import removal
from pressmark.edits.transaction import Transaction
from pressmark.model.records import Annotator
from pressmark.store.journal_file import journal_path
from pressmark.store.open_project import open_project, read_project, write_copy
from pressmark.ui.banner import Banner
from pressmark.ui.desk import Desk
from tests.journeys.conftest import Start


@pytest.fixture
def place(project: Path) -> str:
    return read_project(project).project.places["A01"]


def crash(project: Path, *edits: Edit) -> None:
    """Leave the project as a program leaves it that died after these edits."""
    work = project.parent / "work" / project.name
    work.parent.mkdir()
    work.write_bytes(project.read_bytes())
    with open_project(work) as file:
        for edit in edits:
            file.commit(Transaction("Write note", (edit,), Stamp("anna", "2024-05-31T14:03:00Z")))
        file.wait_kept()
        journal_path(project).write_bytes(journal_path(work).read_bytes())


def banner_of(desk: Desk) -> Banner:
    banner = desk.window.findChild(Banner)
    assert banner is not None
    return banner


def shown(desk: Desk) -> list[str]:
    """Return the lines that a dialog lists, and close it."""
    dialog = desk.window.findChild(QDialog)
    assert dialog is not None
    text = dialog.findChild(QPlainTextEdit)
    assert text is not None
    dialog.close()
    return text.toPlainText().split("\n")


def notes(desk: Desk) -> list[str | None]:
    return [desk.session.project.annotation(one).note for one in ("A01", "A02")]


def test_what_was_restored_is_said_and_listed(start: Start, project: Path, place: str) -> None:
    anna = PutAnnotator(Annotator(id="anna", name="Anna"))
    crash(project, anna, SetNote(place, "A01", "first"), SetNote(place, "A02", "second"))
    with start(project) as desk:
        assert notes(desk) == ["first", "second"]
        banner = banner_of(desk)
        assert "3 steps since 31 May 2024 " in banner.words("restored")
        assert "brought back" in banner.words("restored")
        banner.offers("restored")["Show what"].follow()
        lines = shown(desk)
        assert len(lines) == 3
        assert lines[1].endswith("Write note  (Anna)")


def test_the_last_saved_version_comes_back_in_one_step(
    start: Start, project: Path, place: str, qtbot: QtBot
) -> None:
    crash(project, SetNote(place, "A01", "first"), SetNote(place, "A02", "second"))
    saved = read_saved(project)
    with start(project) as desk:
        with qtbot.waitSignal(desk.session.keeping_changed):
            desk.autosave.save()
        banner = banner_of(desk)
        back = banner.findChildren(QPushButton)[1]
        back.setFocus()
        qtbot.keyClick(back, Qt.Key.Key_Space)
        assert desk.window.focusWidget() is desk.view
        assert notes(desk) == saved
        assert banner.words("restored") == ""
        assert desk.notices.text
        desk.session.undo()
        assert notes(desk) == ["first", "second"]
        assert desk.notices.text == ""  # its button would undo another step now
        desk.session.redo()
    assert read_saved(project) == saved


def read_saved(project: Path) -> list[str | None]:
    held = read_project(project).held
    return [held.annotation(one).note for one in ("A01", "A02")]


def test_the_journal_stays_until_what_it_gave_back_is_saved(
    start: Start, project: Path, place: str
) -> None:
    crash(project, SetNote(place, "A01", "first"))
    before = journal_path(project).read_bytes()
    with start(project) as desk:
        assert journal_path(project).read_bytes() == before
        file = desk.session.file
        assert file is not None
        file.save()
        assert not journal_path(project).exists()
    assert read_saved(project)[0] == "first"


def test_a_replaced_file_is_told_with_what_did_not_fit(
    start: Start, project: Path, place: str
) -> None:
    crash(project, SetNote(place, "A01", "first"), SetNote(place, "A02", "second"))
    journal = journal_path(project)
    aside = journal.rename(journal.with_name("aside"))
    held = read_project(project).project
    for edit in removal(held, "A01"):
        held, _ = edit.apply(held, Stamp("ben", "2024-06-01T00:00:00Z"))
    write_copy(held, project)
    aside.rename(journal)
    with start(project) as desk:
        words = banner_of(desk).words("restored")
        assert "replaced by another one" in words
        assert "1 step of the journal was put on top" in words
        assert "1 edit did not fit" in words
        assert f"{journal.name}.1" in words
        assert desk.session.project.annotation("A02").note == "second"
        banner_of(desk).offers("restored")["Show what"].follow()
        assert "Left out of step 1, Write note" in shown(desk)[-1]


def test_nothing_is_said_where_nothing_was_restored(start: Start, project: Path) -> None:
    with start(project) as desk:
        assert not banner_of(desk).isVisible()
