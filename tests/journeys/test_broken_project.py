"""A project file that was cut off, a journal of unsaved work: nothing that is there is lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from pressmark.edits.edit import Stamp
from pressmark.edits.frame import RenameProject
from pressmark.edits.transaction import Transaction
from pressmark.store.backups import backups_of, read_backup
from pressmark.store.open_project import open_project
from pressmark.ui.banner import Banner
from pressmark.ui.desk import Desk
from pressmark.ui.dialogs.damaged_article import DamagedArticle
from pressmark.ui.dialogs.missing_records import MissingRecords
from pressmark.ui.panels.status_line import StatusLine
from pressmark.ui.top_bar import TopBar
from pressmark.ui.widgets.plain_label import PlainLabel
from tests.journeys.conftest import Start


@pytest.fixture
def cut(project: Path) -> bytes:
    """Cut the project off, and return the bytes that are left."""
    whole = project.read_bytes()
    project.write_bytes(whole[: len(whole) * 2 // 3])
    return project.read_bytes()


def banner(desk: Desk) -> Banner:
    found = desk.window.findChild(Banner)
    assert found is not None
    return found


def keeping(desk: Desk) -> list[str]:
    """Return what the window says of whether all is saved, above and below."""
    bars = (*desk.window.findChildren(TopBar), *desk.window.findChildren(StatusLine))
    labels = [label for bar in bars for label in bar.findChildren(PlainLabel)]
    words = [label.text() for label in labels if not label.isHidden()]
    return [one for one in words if one.startswith(("saved", "not saved", "kept", "keeping"))]


def test_what_is_intact_opens_as_a_new_project_that_has_no_place_yet(
    start: Start, project: Path, cut: bytes, qtbot: QtBot
) -> None:
    with start(project) as desk:
        qtbot.waitUntil(lambda: desk.session.file is not None)
        assert desk.session.project.annotation_count() > 12
        assert desk.window.windowTitle().endswith("(rescued)")
        assert "Rescued from Own work.pressmark" in banner(desk).words("rescued")
        assert [*project.parent.glob("Own*")] == [project]
        desk.session.commit("Rename project", RenameProject("Mine"))
        desk.autosave.save()
        qtbot.waitUntil(lambda: desk.session.file is not None and desk.session.file.saved)
        qtbot.waitUntil(lambda: set(keeping(desk)) == {"not saved yet"})
        assert project.read_bytes() == cut
    assert project.read_bytes() == cut


@pytest.fixture(autouse=True)
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answer the question that closing asks of a rescued project."""

    def answer(box: QMessageBox) -> int:
        next(one for one in box.buttons() if one.text() == "Later").click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)


def test_it_is_there_again_at_the_next_start_until_it_has_a_place(
    start: Start, project: Path, cut: bytes, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with start(project) as desk:
        qtbot.waitUntil(lambda: desk.session.file is not None)
        desk.session.commit("Rename project", RenameProject("Mine"))
    own = project.parent / "My place.pressmark"
    monkeypatch.setattr("pressmark.ui.project_files.ask_new_file", lambda *_args: own)
    with start() as desk:
        assert desk.session.project.title == "Mine"
        held = desk.session.file
        assert held is not None
        first = held.path
        desk.files.save()
        assert desk.files.is_open(own)
        assert {words[:5] for words in keeping(desk)} == {"saved"}
        assert desk.window.windowTitle() == "Mine"
        assert not first.exists()
        assert "What is missing…" in banner(desk).offers("rescued")
    assert project.read_bytes() == cut


def test_what_is_missing_is_listed_by_record(start: Start, project: Path, qtbot: QtBot) -> None:
    project.write_bytes(
        project.read_bytes().replace(b'"id": "A05", "label": "', b'"id": "A05", "', 1)
    )
    project.write_bytes(project.read_bytes()[:-9])
    with start(project) as desk:
        qtbot.waitUntil(lambda: desk.session.file is not None)
        assert "37 of 38 annotations" in banner(desk).words("rescued")
        assert "The rest of the file" in banner(desk).words("rescued")
        banner(desk).offers("rescued")["What is missing…"].follow()
        listed = desk.window.findChild(MissingRecords)
        assert listed is not None
        rows = [listed.list.topLevelItem(at) for at in range(listed.list.topLevelItemCount())]
        lost = next(row for row in rows if row is not None and row.text(0) == "Annotation A05")
        assert lost.text(1).startswith("Ten countries")
        assert lost.text(3)
        listed.close()


def test_where_nothing_is_left_the_window_says_so(
    start: Start, project: Path, qtbot: QtBot
) -> None:
    project.write_bytes(b'{"format": "pressmark-project", "version": 1, "id": "x"')
    with start(project) as desk:
        qtbot.waitUntil(lambda: "nothing in it is left" in desk.notices.text)
        assert desk.session.file is None


def test_steps_that_were_only_kept_come_back_and_are_told(start: Start, project: Path) -> None:
    file = open_project(project)
    file.commit(
        Transaction("Rename project", (RenameProject("Mine"),), Stamp("me", "2024-05-27T08:00:00Z"))
    )
    file.wait_kept(5)
    copy = {
        path.name: path.read_bytes()
        for path in project.parent.iterdir()
        if path.suffix in (".pressmark", ".journal")
    }
    file.close()
    for name, content in copy.items():  # as after a power cut
        (project.parent / name).write_bytes(content)
    with start(project) as desk:
        assert desk.session.project.title == "Mine"
        assert "1 step since" in banner(desk).words("restored")


def test_the_status_line_says_that_all_annotations_match(
    start: Start, project: Path, qtbot: QtBot
) -> None:
    with start(project) as desk:
        line = desk.window.statusBar()
        qtbot.waitUntil(
            lambda: any(
                "38 of 38 annotations match" in label.text()
                for label in line.findChildren(PlainLabel)
                if label.isVisible()
            )
        )


def test_a_damaged_article_is_marked_and_what_is_intact_in_it_can_be_rescued(
    start: Start, project: Path, qtbot: QtBot
) -> None:
    spoilt = project.read_bytes().replace(b"[[213, 273]]", b'[["213", 273]]', 1)
    project.write_bytes(spoilt)
    with start(project) as desk:
        rows = desk.article_list.view.model()
        name = next(iter(desk.article_list.order()))
        desk.session.open_article(name)
        assert desk.session.article is None
        assert "Damaged" in rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        desk.notices.follow()
        shown = desk.window.findChild(DamagedArticle)
        assert shown is not None
        assert '[["213", 273]]' in shown.bytes.toPlainText()
        shown.rescue.click()
        qtbot.waitUntil(lambda: "37 of 38 annotations" in banner(desk).words("rescued"))
        assert desk.session.project.annotation_count() == 37
    assert project.read_bytes() == spoilt


def test_a_damaged_article_is_removed_where_it_is_and_a_backup_keeps_it(
    start: Start, project: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoilt = project.read_bytes().replace(b"[[213, 273]]", b'[["213", 273]]', 1)
    project.write_bytes(spoilt)
    monkeypatch.setattr("pressmark.ui.dialogs.damaged_article.is_confirmed", lambda *_args: True)
    with start(project) as desk:
        gone, stays = desk.article_list.order()
        desk.session.open_article(gone)
        desk.notices.follow()
        shown = desk.window.findChild(DamagedArticle)
        assert shown is not None
        shown.remove.click()
        qtbot.waitUntil(lambda: desk.article_list.order() == (stays,))
        assert desk.session.writable
        assert desk.notices.text.startswith("The article was removed.")
    (backup,) = backups_of(project)
    assert read_backup(backup.path) == spoilt
