"""A sync service left a conflicted copy beside the project: the window tells, and merges it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from pressmark.edits.annotations import SetNote
from pressmark.edits.edit import Stamp
from pressmark.edits.frame import RenameProject
from pressmark.edits.transaction import Transaction
from pressmark.store.conflict_copies import Beside, copies_beside
from pressmark.store.open_project import open_project, read_project
from pressmark.ui.banner import Banner
from pressmark.ui.desk import Desk
from pressmark.ui.dialogs.merge.merge_dialog import MergeDialog
from tests.journeys.conftest import Start

TOPIC = "conflict-copies"


def conflicted(project: Path) -> Path:
    copy = project.with_name(f"{project.stem} (Anna's conflicted copy 2024-05-31).pressmark")
    copy.write_bytes(project.read_bytes())
    with open_project(copy) as file:
        note = SetNote(file.project.places["A01"], "A01", "theirs")
        file.commit(Transaction("Write note", (note,), Stamp("anna", "2024-05-31T14:03:00Z")))
    return copy


def banner_of(desk: Desk) -> Banner:
    banner = desk.window.findChild(Banner)
    assert banner is not None
    return banner


def test_a_copy_is_told_shown_and_merged(start: Start, project: Path, qtbot: QtBot) -> None:
    copy = conflicted(project)
    with start(project) as desk:
        banner = banner_of(desk)
        qtbot.waitUntil(lambda: banner.words(TOPIC) != "")
        assert "A conflicted copy of this project" in banner.words(TOPIC)
        banner.offers(TOPIC)["Show"].follow()
        shown = desk.window.findChild(QDialog)
        assert shown is not None
        lines = shown.findChild(QPlainTextEdit)
        assert lines is not None
        assert copy.name in lines.toPlainText()
        shown.close()

        banner.offers(TOPIC)["Merge it…"].follow()
        assert banner.words(TOPIC) == ""
        qtbot.waitUntil(lambda: desk.window.findChild(MergeDialog) is not None)
        dialog = desk.window.findChild(MergeDialog)
        assert dialog is not None
        dialog.accept()
        qtbot.waitUntil(lambda: desk.session.project.annotation("A01").note == "theirs")
    assert read_project(project).project.annotation("A01").note == "theirs"
    assert copy.exists()
    with start(project) as desk:
        desk.tasks.stop()
        assert banner_of(desk).words(TOPIC) == ""


def test_a_copy_that_comes_while_one_works_is_told_after_the_next_save_and_only_once(
    start: Start, project: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[Path] = []

    def look(beside: Path) -> tuple[Beside, ...]:
        looks.append(beside)
        return copies_beside(beside)

    monkeypatch.setattr("pressmark.ui.conflict_copies.copies_beside", look)
    with start(project) as desk:
        banner = banner_of(desk)

        def change(title: str) -> None:
            """Change something, and wait until the look after its save is over."""
            before = len(looks)
            desk.session.commit("Rename project", RenameProject(title))
            desk.autosave.save()
            qtbot.waitUntil(lambda: len(looks) > before and not desk.tasks.is_busy)

        qtbot.waitUntil(lambda: bool(looks) and not desk.tasks.is_busy)
        conflicted(project)
        change("One")
        assert "A conflicted copy" in banner.words(TOPIC)
        banner.withdraw(TOPIC)
        change("Two")
        assert banner.words(TOPIC) == ""


def test_a_window_that_may_only_read_merges_nothing(
    start: Start, project: Path, qtbot: QtBot
) -> None:
    conflicted(project)
    with open_project(project), start(project) as desk:
        banner = banner_of(desk)
        qtbot.waitUntil(lambda: banner.words(TOPIC) != "")
        assert list(banner.offers(TOPIC)) == ["Show"]
