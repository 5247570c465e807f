"""Going back: to a step of last week, to a backup, and from there again."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pressmark.store.backups import backups_of
from pressmark.store.open_project import read_project
from pressmark.ui.desk import Desk
from tests.journeys.conftest import Start
from tests.window import action


def tag(qtbot: QtBot, desk: Desk, start: int, end: int) -> str:
    """Tag a stretch as a claim with the key, and return the id of what that made."""
    before = set(desk.session.project.places)
    desk.view.select(start, end)
    qtbot.keyClick(desk.view, Qt.Key.Key_1)
    (made,) = set(desk.session.project.places) - before
    return made


def choose(desk: Desk, qtbot: QtBot, title: str, below: int = 0) -> None:
    """Go to a step in the history by the keys."""
    action(desk, "history").trigger()
    panel = desk.reverting.panel
    qtbot.waitUntil(lambda: desk.reverting.chronicle.is_read and panel.rows.is_ready)
    words = [panel.rows.index(row).data() for row in range(panel.rows.rowCount())]
    rows = [row for row, line in enumerate(words) if f", {title}" in line]
    panel.view.setCurrentIndex(panel.rows.index(rows[below]))


def test_a_step_of_an_earlier_session_is_taken_back_with_what_builds_on_it(
    start: Start, qtbot: QtBot, project: Path
) -> None:
    with start(project) as desk:
        first = tag(qtbot, desk, 40, 60)
        second = tag(qtbot, desk, 70, 90)
        desk.session.show(first)
        qtbot.keyClick(desk.view, Qt.Key.Key_2)
        assert desk.session.project.annotation(first).label == "quote"
    with start(project) as desk:
        choose(desk, qtbot, "Tag claim", below=1)
        panel = desk.reverting.panel
        qtbot.mouseClick(panel.revert, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: panel.question is not None)
        assert panel.question is not None
        assert "A later step builds on this" in panel.question.words
        panel.question.offers[1].follow()
        qtbot.waitUntil(lambda: first not in desk.session.project.places)
        assert second in desk.session.project.places
        action(desk, "undo").trigger()
        assert desk.session.project.annotation(first).label == "quote"
        action(desk, "redo").trigger()
    held = read_project(project).project
    assert first not in held.places
    assert second in held.places


def test_a_backup_is_put_back_saved_and_undone(start: Start, qtbot: QtBot, project: Path) -> None:
    before = read_project(project).project
    with start(project) as desk:
        made = tag(qtbot, desk, 40, 60)
        desk.files.save()
        assert len(backups_of(project)) == 1
        dialog = desk.backups.show()
        assert dialog is not None
        qtbot.waitUntil(lambda: dialog.is_ready)
        assert "1 annotation fewer" in dialog.list.topLevelItem(0).text(3)
        qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: made not in desk.session.project.places)
        assert len(backups_of(project)) == 2
        desk.files.save()
        assert set(read_project(project).project.places) == set(before.places)
        action(desk, "undo").trigger()
        assert made in desk.session.project.places


def test_what_cannot_be_put_back_is_written_as_a_copy(
    start: Start, qtbot: QtBot, project: Path
) -> None:
    with start(project) as desk:
        tag(qtbot, desk, 40, 60)
    damaged = project.read_bytes().replace(b'"flag": false', b'"flag": 5', 1)
    project.write_bytes(damaged)
    with start(project) as desk:
        dialog = desk.backups.show()
        assert dialog is not None
        qtbot.waitUntil(lambda: dialog.is_ready)
        qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: "Save a copy" in dialog.trouble.text())
        dialog.reject()
        assert desk.session.undo_title is None
