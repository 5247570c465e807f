"""Two analysts tag the same articles; one merges the other's file, and settles what is in doubt."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from pressmark.analysis.conflicts import open_conflicts
from pressmark.edits.additions import addition
from pressmark.edits.annotations import SetConfidence, SetNote
from pressmark.edits.articles import DescribeArticle
from pressmark.edits.edit import Edit, Stamp
from pressmark.edits.frame import PutAnnotator, PutEntity, RenameProject
from pressmark.edits.removals import removal
from pressmark.edits.transaction import Transaction
from pressmark.model.records import Annotator
from pressmark.model.span import Span
from pressmark.store.open_project import open_project, project_bytes, read_project
from pressmark.ui.desk import Desk
from pressmark.ui.dialogs.disputes import DisputesDialog
from pressmark.ui.dialogs.merge.merge_dialog import MergeDialog
from pressmark.ui.widgets.plain_label import PlainLabel
from tests.journeys.conftest import Start
from tests.window import action

BO = Stamp("bo", "2026-11-20T09:00:00Z")


@pytest.fixture
def theirs(project: Path, tmp_path: Path) -> Path:
    """Return Bo's file: one annotation more, one less, one with another note."""
    path = tmp_path / "Bo.pressmark"
    path.write_bytes(project.read_bytes())
    with open_project(path) as file:
        place = file.project.places["A01"]
        edits: list[Edit] = [
            PutAnnotator(Annotator(id="bo", name="Bo")),
            addition(file.project, place, "claim", [Span(0, 9)], BO, annotation_id="new"),
            SetNote(place, "A01", "Bo says so."),
            *removal(file.project, "B05"),
        ]
        file.commit(Transaction("Work", tuple(edits), BO))
    return path


def note(desk: Desk, annotation_id: str, words: str) -> None:
    place = desk.session.project.places[annotation_id]
    desk.session.commit("Write note", SetNote(place, annotation_id, words))


def shown(desk: Desk, qtbot: QtBot) -> MergeDialog:
    def find() -> MergeDialog | None:
        return next((one for one in desk.window.findChildren(MergeDialog) if one.isVisible()), None)

    qtbot.waitUntil(lambda: find() is not None)
    dialog = find()
    assert dialog is not None
    return dialog


def words(dialog: QDialog) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(PlainLabel) if one.isVisible())


def press(dialog: MergeDialog, key: Qt.Key, desk: Desk, qtbot: QtBot) -> None:
    """Press a key in the dialog; the window is the active one again, as window managers do it."""
    QTest.keyClick(dialog, key)
    with qtbot.waitActive(desk.window):
        desk.window.activateWindow()


def rows(dialog: MergeDialog) -> list[str]:
    items = (dialog.list.topLevelItem(at) for at in range(dialog.list.topLevelItemCount()))
    return [item.text(1) for item in items if item is not None]


def test_a_colleagues_file_is_merged_settled_and_undone(
    start: Start, project: Path, theirs: Path, qtbot: QtBot
) -> None:
    with start(project) as desk:
        session = desk.session
        note(desk, "A01", "Mine.")
        place = session.project.places["A02"]
        session.commit("Confidence", SetConfidence(place, "A02", "high"))
        before = project_bytes(session.project)

        desk.merging.take(theirs)
        dialog = shown(desk, qtbot)
        assert "Compared with what both had until today" in words(dialog)
        assert rows(dialog)[:2] == ["Both changed: note", "Deleted"]
        assert "New" in rows(dialog)
        press(dialog, Qt.Key.Key_Return, desk, qtbot)
        assert session.undo_title == "Merge Bo"
        assert "new" in session.project.places
        assert "B05" not in session.project.places
        assert session.project.annotation("A02").confidence == "high"
        assert "1 annotation is kept in two versions" in desk.notices.text

        desk.notices.follow()
        assert session.annotation is not None
        versions = desk.inspector.annotation.versions
        qtbot.waitUntil(versions.isVisible)
        pair = desk.conflicts.pair
        assert pair is not None
        assert {pair.kept.note, pair.copy.note} == {"Mine.", "Bo says so."}
        other = pair.copy.note if session.annotation == pair.kept else pair.kept.note
        merged = project_bytes(session.project)
        QTest.mouseClick(versions.other, Qt.MouseButton.LeftButton)
        assert session.project.annotation("A01").note == other
        assert open_conflicts(session.project) == ()
        assert not versions.isVisible()
        assert "settled" in desk.notices.text

        QTest.keyClick(desk.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert project_bytes(session.project) == merged
        QTest.keyClick(desk.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert project_bytes(session.project) == before

        session.redo()
        desk.conflicts.tell(1)
        session.undo()
        assert desk.notices.text == ""


def test_whoever_cancels_merges_nothing(
    start: Start, project: Path, theirs: Path, qtbot: QtBot
) -> None:
    with start(project) as desk:
        before = desk.session.project
        desk.merging.take(theirs)
        press(shown(desk, qtbot), Qt.Key.Key_Escape, desk, qtbot)
        assert desk.session.project is before


def test_merging_a_file_again_brings_nothing(
    start: Start, project: Path, theirs: Path, qtbot: QtBot
) -> None:
    with start(project) as desk:
        desk.merging.take(theirs)
        press(shown(desk, qtbot), Qt.Key.Key_Return, desk, qtbot)
        qtbot.waitUntil(lambda: not desk.window.findChildren(MergeDialog))
        desk.merging.take(theirs)
        dialog = shown(desk, qtbot)
        assert "nothing in it that this project does not have" in words(dialog)
        assert not dialog.merge.isEnabled()
        press(dialog, Qt.Key.Key_Escape, desk, qtbot)


def test_the_versions_are_settled_by_keys_and_menu(
    start: Start, project: Path, theirs: Path, qtbot: QtBot
) -> None:
    with start(project) as desk:
        note(desk, "A01", "Mine.")
        desk.merging.take(theirs)
        press(shown(desk, qtbot), Qt.Key.Key_Return, desk, qtbot)
        assert not action(desk, "keep-both").isEnabled()
        QTest.keyClick(desk.window, Qt.Key.Key_F8)
        assert desk.session.annotation is not None
        assert action(desk, "keep-both").isEnabled()
        count = desk.session.project.annotation_count()
        action(desk, "keep-both").trigger()
        assert desk.session.project.annotation_count() == count
        assert open_conflicts(desk.session.project) == ()
        QTest.keyClick(desk.window, Qt.Key.Key_F8)
        assert "Nothing is kept in two versions" in desk.notices.text


def test_open_conflicts_are_told_when_a_project_is_opened(
    start: Start, project: Path, theirs: Path, qtbot: QtBot
) -> None:
    with start(project) as desk:
        note(desk, "A01", "Mine.")
        desk.merging.take(theirs)
        press(shown(desk, qtbot), Qt.Key.Key_Return, desk, qtbot)
    assert len(open_conflicts(read_project(project).project)) == 1
    with start(project) as desk:
        qtbot.waitUntil(lambda: "kept in two versions" in desk.notices.text)


def test_the_project_that_is_open_is_not_merged_with_itself(start: Start, project: Path) -> None:
    with start(project) as desk:
        desk.merging.take(project)
        assert "is the project that is open" in desk.notices.text


def other_fields(path: Path, source: str, title: str) -> None:
    with open_project(path) as file:
        place = file.project.places["A01"]
        eu = replace(next(iter(file.project.entities.values())), name=title)
        edits = (DescribeArticle(place, {"source": source}), PutEntity(eu), RenameProject(title))
        file.commit(Transaction("Describe", edits, BO))


def test_fields_in_two_versions_are_gone_through_and_settled_for_good(
    start: Start, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    theirs = tmp_path / "Bo.pressmark"
    theirs.write_bytes(project.read_bytes())
    other_fields(theirs, "Reuters", "By Bo")
    other_fields(project, "Yonhap", "By Anna")
    with start(project) as desk:
        session = desk.session
        place = session.project.places["A01"]
        desk.merging.take(theirs)
        press(shown(desk, qtbot), Qt.Key.Key_Return, desk, qtbot)
        assert "3 other things are kept in two versions" in desk.notices.text

        desk.notices.follow()
        box = desk.inspector.article.disputes
        qtbot.waitUntil(box.isVisible)
        assert session.article_id == place
        qtbot.waitUntil(box.buttons()[0].hasFocus)
        before = session.project.articles[place].head.source
        QTest.keyClick(box.buttons()[0], Qt.Key.Key_Space)
        after = session.project.articles[place].head.source
        assert {before, after} == {"Reuters", "Yonhap"}
        assert not box.isVisible()
        QTest.keyClick(desk.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert session.project.articles[place].head.source == before
        assert box.isVisible()
        QTest.mouseClick(box.buttons()[1], Qt.MouseButton.LeftButton)
        assert not box.isVisible()

        desk.conflicts.show_next()
        dialog = desk.window.findChild(DisputesDialog)
        assert dialog is not None
        assert len(dialog.box.buttons()) == 4
        QTest.mouseClick(dialog.box.buttons()[0], Qt.MouseButton.LeftButton)
        QTest.mouseClick(dialog.box.buttons()[1], Qt.MouseButton.LeftButton)
        assert not dialog.isVisible()
        assert "settled" in desk.notices.text
        settled = project_bytes(session.project)

        desk.merging.take(theirs)
        again = shown(desk, qtbot)
        assert "nothing in it" in words(again)
        press(again, Qt.Key.Key_Escape, desk, qtbot)
        assert project_bytes(session.project) == settled
