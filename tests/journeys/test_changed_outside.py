"""Another program changes the project file while it is open: nobody's work is overwritten."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from pressmark.edits.annotations import SetNote
from pressmark.edits.edit import Edit, Stamp
from pressmark.edits.frame import RenameProject
from pressmark.edits.transaction import Transaction
from pressmark.store.journal_file import journal_path
from pressmark.store.open_project import open_project, read_project, write_copy
from pressmark.ui.banner import Banner
from pressmark.ui.desk import Desk
from tests.journeys.conftest import Start

THERE = Stamp("ben", "2030-01-01T00:00:00Z")


def elsewhere(path: Path, *edits: Edit) -> bytes:
    """Change the file as another program would, and return what it holds."""
    project = read_project(path).held
    for edit in edits:
        project, _ = edit.apply(project, THERE)
    write_copy(project, path)
    return path.read_bytes()


def banner_of(desk: Desk) -> Banner:
    banner = desk.window.findChild(Banner)
    assert banner is not None
    return banner


def come_back(desk: Desk, qtbot: QtBot) -> Banner:
    """Return to the window, and wait for what it says of the file."""
    banner = banner_of(desk)
    desk.window.returned.emit()
    qtbot.waitUntil(lambda: banner.words("outside") != "")
    return banner


def note(desk: Desk, name: str, words: str) -> None:
    place = desk.session.project.places[name]
    assert desk.session.commit("Write note", SetNote(place, name, words)) is not None


def notes(desk: Desk, *names: str) -> list[str | None]:
    return [desk.session.project.annotation(one).note for one in names]


@pytest.fixture
def place(project: Path) -> str:
    return read_project(project).project.places["A01"]


def test_without_edits_here_the_file_is_read_again_at_the_same_place(
    start: Start, project: Path, place: str, qtbot: QtBot
) -> None:
    with start(project) as desk:
        desk.session.open_article(place)
        desk.view.set_caret(300)
        theirs = elsewhere(project, SetNote(place, "A01", "theirs"))
        banner = come_back(desk, qtbot)
        assert "Own work.pressmark was changed by another program" in banner.words("outside")
        banner.offers("outside")["Read it again"].follow()
        qtbot.waitUntil(lambda: notes(desk, "A01") == ["theirs"])
        assert banner.words("outside") == ""
        assert (desk.session.article_id, desk.view.caret()) == (place, 300)
        assert desk.session.file is not None
        assert desk.session.file.saved
        desk.session.activate("A01")
        assert desk.session.annotation is not None
        assert desk.session.annotation.note == "theirs"
    assert project.read_bytes() == theirs


def test_edits_on_both_sides_are_merged_in_one_step(
    start: Start, project: Path, place: str, qtbot: QtBot
) -> None:
    with start(project) as desk:
        note(desk, "A01", "ours")
        theirs = elsewhere(project, SetNote(place, "A02", "theirs"))
        desk.files.save()
        assert project.read_bytes() == theirs
        banner = banner_of(desk)
        qtbot.waitUntil(lambda: banner.words("outside") != "")
        assert "You have edits that are not in it." in banner.words("outside")
        assert list(banner.offers("outside")) == ["Merge", "Save as…"]
        banner.offers("outside")["Merge"].follow()
        qtbot.waitUntil(lambda: notes(desk, "A01", "A02") == ["ours", "theirs"])
        file = desk.session.file
        assert file is not None
        qtbot.waitUntil(lambda: file.saved)
        desk.session.undo()
        assert notes(desk, "A01", "A02")[0] == "ours"
        desk.session.redo()
    held = read_project(project).held
    assert [held.annotation(one).note for one in ("A01", "A02")] == ["ours", "theirs"]


def test_what_both_changed_is_kept_twice_and_counted(
    start: Start, project: Path, place: str, qtbot: QtBot
) -> None:
    with start(project) as desk:
        note(desk, "A01", "ours")
        elsewhere(project, SetNote(place, "A01", "theirs"))
        come_back(desk, qtbot).offers("outside")["Merge"].follow()
        qtbot.waitUntil(lambda: "1 annotation is kept in two versions" in desk.notices.text)
        article = desk.session.project.article(place)
        assert {one.note for one in article.annotations} >= {"ours", "theirs"}
        assert [one.origin.conflict_of for one in article.annotations].count("A01") == 1


def test_what_is_typed_while_it_is_merged_is_not_lost(
    start: Start, project: Path, place: str, qtbot: QtBot
) -> None:
    with start(project) as desk:
        elsewhere(project, SetNote(place, "A02", "theirs"))
        come_back(desk, qtbot).offers("outside")["Read it again"].follow()
        note(desk, "A01", "typed")
        qtbot.waitUntil(lambda: notes(desk, "A01", "A02") == ["typed", "theirs"])


def test_a_look_that_finds_nothing_says_nothing(start: Start, project: Path, qtbot: QtBot) -> None:
    with start(project) as desk:
        held = project.read_bytes()
        elsewhere(project, RenameProject("Theirs"))
        banner = come_back(desk, qtbot)
        project.write_bytes(held)
        desk.window.returned.emit()
        qtbot.waitUntil(lambda: banner.words("outside") == "")


def test_a_file_that_is_no_project_any_more_is_left_alone(
    start: Start, project: Path, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "Other.pressmark"
    monkeypatch.setattr("pressmark.ui.project_files.ask_new_file", lambda *_args: other)
    with start(project) as desk:
        note(desk, "A01", "ours")
        project.write_bytes(b"something else")
        banner = come_back(desk, qtbot)
        assert "is no Pressmark project" in banner.words("outside")
        banner.offers("outside")["Save as…"].follow()
        assert banner.words("outside") == ""
        assert desk.files.is_open(other)
    assert project.read_bytes() == b"something else"
    assert read_project(other).project.annotation("A01").note == "ours"


def test_a_window_that_may_only_read_follows_who_writes(
    start: Start, project: Path, place: str, qtbot: QtBot
) -> None:
    with open_project(project) as writer, start(project) as desk:
        writer.commit(Transaction("Write note", (SetNote(place, "A01", "theirs"),), THERE))
        writer.save()
        come_back(desk, qtbot).offers("outside")["Read it again"].follow()
        assert notes(desk, "A01") == ["theirs"]


@pytest.mark.parametrize("button", ["Merge and quit", "Quit all the same"])
def test_quitting_asks_and_loses_nothing(
    start: Start, project: Path, place: str, monkeypatch: pytest.MonkeyPatch, button: str
) -> None:
    monkeypatch.setattr(QMessageBox, "exec", lambda box: click(box, button))
    with start(project) as desk:
        note(desk, "A01", "ours")
        theirs = elsewhere(project, SetNote(place, "A02", "theirs"))
        assert desk.window.close()
    if button == "Merge and quit":
        assert not journal_path(project).exists()
    else:
        assert project.read_bytes() == theirs
    with open_project(project) as again:
        assert [again.project.annotation(one).note for one in ("A01", "A02")] == ["ours", "theirs"]


def click(box: QMessageBox, words: str) -> int:
    next(one for one in box.buttons() if one.text().replace("&", "") == words).click()
    return 0


def test_a_save_that_would_lose_annotations_asks(start: Start, project: Path, qtbot: QtBot) -> None:
    before = project.read_bytes()
    with start(project) as desk:
        file = desk.session.file
        assert file is not None
        tampered = file.project
        for name in [f"A{number:02}" for number in range(10)]:
            if name in tampered.places:
                tampered = tampered.without_annotation(tampered.places[name], name)
        file.history._project = tampered
        assert desk.session.commit("Rename project", RenameProject("Mine")) is not None
        desk.autosave.save()
        banner = banner_of(desk)
        qtbot.waitUntil(lambda: banner.words("loss") != "")
        assert "annotations that nobody deleted" in banner.words("loss")
        assert project.read_bytes() == before
        banner.offers("loss")["Save anyway"].follow()
        assert banner.words("loss") == ""
    assert project.read_bytes() != before


def test_another_text_of_the_article_is_shown_at_once(
    start: Start, project: Path, place: str, qtbot: QtBot
) -> None:
    with start(project) as desk:
        desk.session.open_article(place)
        held = read_project(project).held
        article = held.article(place)
        theirs = replace(article, text=article.text + "\nAdded elsewhere.\n")
        write_copy(held.with_article(theirs), project)
        come_back(desk, qtbot).offers("outside")["Read it again"].follow()
        qtbot.waitUntil(lambda: desk.view.text.endswith("Added elsewhere.\n"))
        assert desk.session.article == theirs
