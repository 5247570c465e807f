from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from pressmark.edits.frame import RenameProject
from pressmark.edits.removals import removal
from pressmark.paths import state_folder
from pressmark.store.backup_folders import keeps_beside
from pressmark.store.backups import back_up, backups_of
from pressmark.store.open_project import read_project
from pressmark.store.settings import read_settings
from pressmark.ui.desk import Desk
from pressmark.ui.dialogs.backups.backups_dialog import BackupsDialog
from tests.window import action, opened


@pytest.fixture
def project(tmp_path: Path, seeds: Path) -> Path:
    path = tmp_path / "work" / "Own work.pressmark"
    path.parent.mkdir()
    path.write_bytes((seeds / "example.pressmark").read_bytes())
    return path


def shown(qtbot: QtBot, desk: Desk, path: Path | None = None) -> BackupsDialog:
    dialog = desk.backups.show(path)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.is_ready)
    return dialog


def texts(dialog: BackupsDialog) -> list[list[str]]:
    items = [dialog.list.topLevelItem(row) for row in range(dialog.list.topLevelItemCount())]
    return [[item.text(column) for column in range(1, 4)] for item in items if item is not None]


def test_what_differs_is_said_and_restoring_is_one_step(qtbot: QtBot, project: Path) -> None:
    with opened(qtbot, project) as desk:
        before = desk.session.project
        back_up(project)
        for name in sorted(before.places)[:3]:
            desk.session.commit("Delete", *removal(desk.session.project, name))
        desk.session.commit("Rename project", RenameProject("Other"))
        now = desk.session.project
        dialog = shown(qtbot, desk)
        frame = "title, labels, names or assessment changed"
        assert texts(dialog) == [["38", "2", f"3 annotations more, 9 relations more, {frame}"]]
        dialog.restore.click()
        qtbot.waitUntil(lambda: desk.session.project.title == before.title)
        assert set(desk.session.project.places) == set(before.places)
        *_, newest = backups_of(project)
        assert newest.number >= 2
        assert (desk.session.undo_title or "").startswith("Restore backup of today")
        desk.notices.follow()
        assert desk.session.project == now


def test_a_damaged_one_is_marked_and_the_others_are_not(qtbot: QtBot, project: Path) -> None:
    back_up(project)
    bad = back_up(project)
    bad.path.write_bytes(bad.path.read_bytes()[:-30])
    back_up(project, damaged=True)
    with opened(qtbot, project) as desk:
        dialog = shown(qtbot, desk)
        assert [row[2] for row in texts(dialog)] == [
            "as now",
            "damaged: it cannot be read",
            "as now",
        ]
        first = dialog.list.topLevelItem(0)
        assert first is not None
        assert first.text(0).endswith("damaged")
        dialog.reject()


def test_a_copy_is_written_and_can_be_opened(
    qtbot: QtBot, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(project)
    copy = project.with_name("then.pressmark")
    answers = iter([project, copy])
    monkeypatch.setattr("pressmark.ui.backups.ask_new_file", lambda *_: next(answers))
    with opened(qtbot, project) as desk:
        dialog = shown(qtbot, desk)
        dialog.copy.click()
        assert "Choose another name" in dialog.trouble.text()
        dialog.copy.click()
        assert read_project(copy).project == desk.session.project
        desk.notices.follow()
        assert desk.files.is_open(copy)


def test_backups_are_offered_where_a_project_is_broken(qtbot: QtBot, project: Path) -> None:
    back_up(project)
    for broken in (b"", b"no project", None):
        project.unlink() if broken is None else project.write_bytes(broken)
        with opened(qtbot) as desk:
            assert not desk.files.open_path(project)
            button = next(one for one in desk.notices.findChildren(QPushButton) if one.text())
            assert (button.text(), button.isVisible()) == ("Backups…", True)
            dialog = shown(qtbot, desk, project)
            assert texts(dialog) == [["38", "2", ""]]
            assert dialog.restore.isHidden()
            dialog.reject()


def test_the_second_folder_is_chosen_used_and_left_again(
    qtbot: QtBot, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr("pressmark.ui.backups.ask_folder", lambda *_: stick)
    with opened(qtbot, project) as desk:
        dialog = shown(qtbot, desk)
        dialog.places.choose.click()
        assert read_settings().backup_folder == str(stick)
        assert len(backups_of(project, stick)) == 1
        assert "Last success: today" in dialog.places.words.text()
        qtbot.waitUntil(lambda: dialog.is_ready)
        dialog.places.refuse.click()
        assert read_settings().backup_folder == ""
        qtbot.waitUntil(lambda: dialog.is_ready)
        dialog.reject()


def test_a_second_backup_that_fails_is_said_once_and_shown(
    qtbot: QtBot, project: Path, tmp_path: Path, expect_log: Callable[[str], None]
) -> None:
    expect_log("second backup failed: folder-missing")
    with opened(qtbot, project) as desk:
        desk.preferences.choose(backup_folder=str(tmp_path / "away"))
        desk.session.commit("Rename project", RenameProject("Other"))
        desk.files.save()
        assert "A backup was not made" in desk.notices.text
        desk.notices.hide()
        desk.session.commit("Rename project", RenameProject("Another"))
        desk.files.save()
        assert desk.notices.text == ""
        dialog = shown(qtbot, desk)
        assert "Last success: never" in dialog.places.words.text()
        dialog.reject()


def test_a_sensitive_project_keeps_its_backups_beside_itself(qtbot: QtBot, project: Path) -> None:
    back_up(project)
    with opened(qtbot, project) as desk:
        dialog = shown(qtbot, desk)
        dialog.places.beside.click()
        assert keeps_beside(project)
        qtbot.waitUntil(lambda: dialog.is_ready)
        assert texts(dialog) == [["38", "2", "as now"]]
        dialog.places.beside.click()
        assert not keeps_beside(project)
        qtbot.waitUntil(lambda: dialog.is_ready)
        dialog.reject()


def test_a_project_is_forgotten_only_when_somebody_agrees(
    qtbot: QtBot, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(project)
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(
        "pressmark.ui.forgetting.is_confirmed",
        lambda _parent, *words: bool(asked.append(words)) or len(asked) > 1,
    )
    with opened(qtbot, project) as desk:
        action(desk, "forget").trigger()
        assert desk.files.is_open(project)
        assert len(backups_of(project)) == 1
        action(desk, "forget").trigger()
        assert desk.session.file is None
        assert backups_of(project) == ()
        assert str(project) not in (state_folder() / "state.json").read_text(encoding="utf-8")
        assert project.is_file()
    assert "1 backup" in asked[0][2]
    assert read_project(project).project.title in asked[0][1]


def test_what_is_unsaved_is_not_forgotten(
    qtbot: QtBot, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(project)
    monkeypatch.setattr("pressmark.ui.forgetting.is_confirmed", lambda *_: True)
    with opened(qtbot, project) as desk:
        monkeypatch.setattr(desk.files, "leave", lambda: False)
        action(desk, "forget").trigger()
        assert len(backups_of(project)) == 1
        monkeypatch.undo()
