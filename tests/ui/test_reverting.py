from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pressmark.edits.additions import addition
from pressmark.edits.annotations import RelabelAnnotation, SetNote
from pressmark.edits.edit import Stamp
from pressmark.edits.frame import RenameProject
from pressmark.edits.removals import removal
from pressmark.edits.transaction import Transaction
from pressmark.model.span import Span
from pressmark.store.open_project import open_project
from pressmark.ui.desk import Desk
from pressmark.ui.panels.history.history_panel import HistoryPanel
from tests.window import action, opened


@pytest.fixture
def project(tmp_path: Path, seeds: Path) -> Path:
    path = tmp_path / "Own work.pressmark"
    path.write_bytes((seeds / "example.pressmark").read_bytes())
    return path


def shown(qtbot: QtBot, desk: Desk) -> HistoryPanel:
    action(desk, "history").trigger()
    panel = desk.reverting.panel
    qtbot.waitUntil(lambda: desk.reverting.chronicle.is_read and panel.rows.is_ready)
    return panel


def rows(panel: HistoryPanel) -> list[str]:
    """Return the words of all rows, without their time."""
    found = [panel.rows.index(row).data() for row in range(panel.rows.rowCount())]
    return [words.split(", ", 1)[1] if ", " in words else words for words in found]


def filtered(qtbot: QtBot, panel: HistoryPanel) -> list[str]:
    """Return the first words of all rows, once they are there."""
    qtbot.waitUntil(lambda: panel.rows.is_ready)
    return [words.split(",")[0] for words in rows(panel)]


def choose(panel: HistoryPanel, title: str) -> None:
    at = next(row for row, words in enumerate(rows(panel)) if words.startswith(title))
    panel.view.setCurrentIndex(panel.rows.index(at))


def tag(desk: Desk, name: str, title: str = "Tag claim") -> None:
    article = desk.session.article_id
    span = [Span(40, 60)]
    stamp = desk.session.stamp()
    made = addition(desk.session.project, article, "claim", span, stamp, annotation_id=name)
    desk.session.commit(title, made)


def note(desk: Desk, name: str, words: str) -> None:
    place = desk.session.project.places[name]
    desk.session.commit("Write note", SetNote(place, name, words))


def test_steps_are_listed_newest_first_through_restarts(qtbot: QtBot, project: Path) -> None:
    with opened(qtbot, project) as desk:
        tag(desk, "new")
    with opened(qtbot, project) as desk:
        note(desk, "new", "n")
        panel = shown(qtbot, desk)
        first, second, third = rows(panel)
        assert first == "today"
        assert second.startswith("Write note, ")
        assert third.startswith("Tag claim, ")
        note(desk, "new", "m")
        assert rows(panel)[1].startswith("Write note")
        assert len(rows(panel)) == 4


def test_a_step_is_taken_back_though_it_is_not_the_last(qtbot: QtBot, project: Path) -> None:
    with opened(qtbot, project) as desk:
        tag(desk, "new")
        desk.session.commit("Rename project", RenameProject("Other"))
        panel = shown(qtbot, desk)
        choose(panel, "Tag claim")
        panel.revert.click()
        qtbot.waitUntil(lambda: "new" not in desk.session.project.places)
        assert desk.session.project.title == "Other"
        assert desk.session.undo_title == "Revert: Tag claim"
        assert "Taken back: Tag claim" in desk.notices.text
        desk.notices.follow()
        assert "new" in desk.session.project.places
        assert rows(panel)[1].startswith("Undo: Revert: Tag claim")


def test_what_builds_on_a_step_is_named_and_taken_along(qtbot: QtBot, project: Path) -> None:
    with opened(qtbot, project) as desk:
        before = desk.session.project.places
        tag(desk, "new")
        note(desk, "new", "n")
        desk.session.commit("Rename project", RenameProject("Other"))
        place = desk.session.project.places["new"]
        desk.session.commit("Change label", RelabelAnnotation(place, "new", "quote"))
        panel = shown(qtbot, desk)
        choose(panel, "Tag claim")
        panel.revert.click()
        qtbot.waitUntil(lambda: panel.question is not None)
        assert panel.question is not None
        said = "2 later steps build on this: “Write note”, “Change label”."
        assert panel.question.words == said
        cancel, take_all = panel.question.offers
        cancel.follow()
        assert panel.question is None
        assert "new" in desk.session.project.places

        panel.revert.click()
        qtbot.waitUntil(lambda: panel.question is not None)
        assert take_all.words == "Take back all 3"
        assert panel.question is not None
        panel.question.offers[1].follow()
        qtbot.waitUntil(lambda: "new" not in desk.session.project.places)
        assert set(desk.session.project.places) == set(before)
        assert desk.session.project.title == "Other"
        desk.session.undo()
        assert desk.session.project.annotation("new").label == "quote"


def test_a_question_is_dropped_when_something_is_done(qtbot: QtBot, project: Path) -> None:
    with opened(qtbot, project) as desk:
        tag(desk, "new")
        note(desk, "new", "n")
        panel = shown(qtbot, desk)
        choose(panel, "Tag claim")
        panel.revert.click()
        qtbot.waitUntil(lambda: panel.question is not None)
        note(desk, "new", "m")
        assert panel.question is None


def test_what_no_history_knows_of_is_not_destroyed(qtbot: QtBot, project: Path) -> None:
    with opened(qtbot, project) as desk:
        tag(desk, "new")
        place = desk.session.article_id
    with open_project(project) as file:
        file.commit(Transaction("Elsewhere", removal(file.project, "new"), Stamp("me", "2026")))
    history = project.with_name(f"{project.name}.history")
    lines = history.read_bytes().splitlines(keepends=True)
    history.write_bytes(b"".join(lines[:-1]))
    with opened(qtbot, project) as desk:
        panel = shown(qtbot, desk)
        choose(panel, "Tag claim")
        before = desk.session.project
        panel.revert.click()
        qtbot.waitUntil(lambda: "Something else has changed" in desk.notices.text)
        assert desk.session.project is before
        assert place in before.articles


def test_undone_steps_cannot_be_taken_back(qtbot: QtBot, project: Path) -> None:
    with opened(qtbot, project) as desk:
        tag(desk, "new")
        desk.session.undo()
        panel = shown(qtbot, desk)
        for title in ("Undo: Tag claim", "Tag claim"):
            choose(panel, title)
            assert not panel.revert.isEnabled()


def test_it_is_filtered_by_words_people_and_annotation(qtbot: QtBot, project: Path) -> None:
    with open_project(project) as file:
        bo = Stamp("bo", "2026-05-31T12:00:00Z")
        file.commit(Transaction("Bo's step", (RenameProject("Bo"),), bo))
    with opened(qtbot, project) as desk:
        tag(desk, "one")
        tag(desk, "two", "Tag quote")
        panel = shown(qtbot, desk)
        assert len(filtered(qtbot, panel)) == 5
        panel.filter.setText("QUOTE")
        assert filtered(qtbot, panel) == ["today", "Tag quote"]
        panel.filter.clear()
        mine = desk.session.annotator
        panel.people.setCurrentIndex(panel.people.findData(mine.id))
        assert len(filtered(qtbot, panel)) == 3
        panel.people.setCurrentIndex(0)
        desk.session.show("one")
        panel.show_annotation()
        assert filtered(qtbot, panel) == ["today", "Tag claim"]
        desk.view.setFocus()  # from the list one does not follow what it leads to
        desk.session.show("two")
        assert filtered(qtbot, panel) == ["today", "Tag quote"]


def test_the_inspector_leads_to_what_was_done_to_an_annotation(qtbot: QtBot, project: Path) -> None:
    with opened(qtbot, project) as desk:
        tag(desk, "one")
        tag(desk, "two", "Tag quote")
        desk.session.show("one")
        desk.inspector.annotation.history.click()
        panel = desk.reverting.panel
        qtbot.waitUntil(lambda: desk.reverting.chronicle.is_read and panel.rows.is_ready)
        assert desk.docks.open_id == "history"
        assert filtered(qtbot, panel) == ["today", "Tag claim"]


def test_going_to_a_step_goes_to_what_it_touched(qtbot: QtBot, project: Path) -> None:
    with opened(qtbot, project) as desk:
        tag(desk, "new")
        desk.session.activate("")
        panel = shown(qtbot, desk)
        place = panel.view.visualRect(panel.rows.index(1)).center()
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert desk.session.annotation is not None
        assert desk.session.annotation.id == "new"
        qtbot.keyClick(panel.view, Qt.Key.Key_Escape)
        assert desk.docks.open_id == ""


def test_rows_are_made_as_far_as_somebody_scrolls(qtbot: QtBot, project: Path) -> None:
    with open_project(project) as file:
        for number in range(600):
            stamp = Stamp("bo", f"2026-05-{number // 60 + 1:02}T12:00:00Z")
            file.commit(Transaction(f"Step {number}", (RenameProject(str(number)),), stamp))
    with opened(qtbot, project) as desk:
        panel = shown(qtbot, desk)
        qtbot.waitUntil(lambda: panel.rows.rowCount() >= 200)
        assert panel.rows.rowCount() < 500
        panel.filter.setText("Step 5")
        qtbot.waitUntil(lambda: not panel.rows.canFetchMore(panel.view.rootIndex()))
        assert sum("Step 5" in words for words in rows(panel)) == 111
        panel.filter.clear()
        qtbot.waitUntil(lambda: panel.rows.rowCount() >= 200)
        panel.rows.fetchMore(panel.view.rootIndex())
        qtbot.waitUntil(lambda: panel.rows.rowCount() >= 400)
        assert panel.rows.rowCount() < 600
