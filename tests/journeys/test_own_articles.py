"""Somebody brings articles of their own: files, a paste, a drop; some of it is no article."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pressmark.formats.exporting import export
from pressmark.formats.format import NoOptions
from pressmark.formats.pressmark_jsonl import PRESSMARK_JSONL
from pressmark.formats.selection import Selection
from pressmark.store.import_reports import reports_of
from pressmark.store.open_project import project_bytes
from pressmark.ui import imports
from pressmark.ui.desk import Desk
from pressmark.ui.dialogs.articles.import_dialog import ImportDialog
from pressmark.ui.dialogs.articles.report_dialog import ReportDialog
from pressmark.ui.dialogs.first_article import Place
from pressmark.ui.dialogs.task_progress import TaskProgress
from tests.journeys.conftest import Start
from tests.window import action

CTRL = Qt.KeyboardModifier.ControlModifier


def files(folder: Path) -> list[Path]:
    contents = {
        "one.txt": b"The ministry said the depot was empty.\n",
        "photo.txt": bytes(range(256)) * 8,
        "two.txt": "«Мы ничего не поставляли», — заявили в министерстве.\n".encode(),
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in contents]


def count(desk: Desk) -> int:
    return len(desk.session.project.articles)


def test_a_file_that_is_no_text_does_not_keep_the_others_out(
    start: Start, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    with start(project) as desk:
        before = project_bytes(desk.session.project)
        desk.imports.take(files(tmp_path))
        qtbot.waitUntil(lambda: count(desk) == 4)
        assert "2 articles imported" in desk.notices.text
        assert "photo.txt is not text" in desk.notices.text
        article = desk.session.article
        assert article is not None
        assert article.text.startswith("The ministry")

        assert desk.session.undo_title == "Import 2 articles"
        action(desk, "undo").trigger()
        assert project_bytes(desk.session.project) == before


def test_the_same_file_twice_comes_in_once(
    start: Start, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    with start(project) as desk:
        first = files(tmp_path)[0]
        desk.imports.take([first])
        qtbot.waitUntil(lambda: count(desk) == 3)
        desk.imports.take([first])
        qtbot.waitUntil(lambda: "already" in desk.notices.text)
        assert count(desk) == 3


def test_text_of_the_clipboard_becomes_an_article(start: Start, project: Path) -> None:
    with start(project) as desk:
        QGuiApplication.clipboard().setText("Pasted words.\r\nAnd a second line.")
        QTest.keyClick(desk.view, Qt.Key.Key_V, CTRL)
        article = desk.session.article
        assert article is not None
        assert article.text == "Pasted words.\nAnd a second line."


def test_only_the_plain_text_of_a_drop_is_taken(start: Start, project: Path) -> None:
    with start(project) as desk:
        offered = QMimeData()
        offered.setData("text/html", b"<img src='file:///etc/passwd'>rich")
        offered.setText("<b>plain</b>")
        desk.imports.take_offered(offered)
        article = desk.session.article
        assert article is not None
        assert article.text == "<b>plain</b>"


def test_a_dropped_folder_is_read(
    start: Start, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "press"
    folder.mkdir()
    files(folder)
    with start(project) as desk:
        offered = QMimeData()
        offered.setUrls([QUrl.fromLocalFile(folder)])
        desk.imports.take_offered(offered)
        qtbot.waitUntil(lambda: count(desk) == 4)


def test_the_first_own_article_begins_a_project(
    start: Start, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Depot.pressmark"
    monkeypatch.setattr(imports, "ask_for_place", lambda _parent: Place.NEW_PROJECT)
    monkeypatch.setattr("pressmark.ui.project_files.ask_new_file", lambda *_args: path)
    with start() as desk:
        desk.imports.take(files(tmp_path)[:1])
        qtbot.waitUntil(lambda: desk.files.is_open(path) and count(desk) == 1)
        assert desk.session.project.title == "Depot"
        assert path.exists()
    with start() as desk:
        assert desk.files.is_open(path)


def test_whoever_declines_keeps_the_example_as_it_is(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imports, "ask_for_place", lambda _parent: Place.NOWHERE)
    with start() as desk:
        desk.imports.take(files(tmp_path))
        assert count(desk) == 2


def test_thousands_of_files_can_be_stopped(
    start: Start, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "thousands"
    folder.mkdir()
    for number in range(2000):
        (folder / f"{number}.txt").write_text(f"Article number {number}.", encoding="utf-8")
    with start(project) as desk:
        before = desk.session.project
        desk.imports.take([folder])
        dialog = desk.window.findChild(TaskProgress)
        assert dialog is not None
        with qtbot.waitSignal(desk.session.refused):
            dialog.reject()
        assert desk.session.project is before


def test_thousands_of_files_come_in_as_one_step(
    start: Start, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "thousands"
    folder.mkdir()
    for number in range(2000):
        (folder / f"{number}.txt").write_text(f"Article number {number}.", encoding="utf-8")
    with start(project) as desk:
        desk.imports.take([folder])
        qtbot.waitUntil(lambda: count(desk) == 2002, timeout=120_000)
        desk.session.undo()
        assert count(desk) == 2


def test_an_annotation_set_comes_in_with_its_articles(
    start: Start, project: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, exported = tmp_path / "New.pressmark", tmp_path / "all.jsonl"
    monkeypatch.setattr("pressmark.ui.project_files.ask_new_file", lambda *_args: path)
    with start(project) as desk:
        everything = Selection(project=desk.session.project)
        export(PRESSMARK_JSONL, everything, exported, NoOptions())
        before = desk.session.project
        action(desk, "new").trigger()
        desk.imports.take([exported])
        qtbot.waitUntil(lambda: "38 annotations came in" in desk.notices.text)
        for article in before.opened():
            again = desk.session.project.article(article.head.id)
            assert again.annotations == article.annotations
        desk.session.undo()
        assert count(desk) == 0


def test_a_project_file_that_is_dropped_is_opened(start: Start, project: Path) -> None:
    with start() as desk:
        offered = QMimeData()
        offered.setUrls([QUrl.fromLocalFile(project)])
        desk.imports.take_offered(offered)
        assert desk.files.is_open(project)


def test_an_address_is_not_fetched(start: Start, project: Path) -> None:
    with start(project) as desk:
        QGuiApplication.clipboard().setText("https://example.org/news/1")
        QTest.keyClick(desk.view, Qt.Key.Key_V, CTRL)
        assert "Save the page in the browser" in desk.notices.text
        assert count(desk) == 2


def test_what_is_to_be_looked_at_is_shown_first_and_all_is_one_step(
    start: Start, project: Path, seeds: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "press"
    folder.mkdir()
    seed = (seeds / "000_c7f105b3da0fbea6.txt").read_text(encoding="utf-8")
    (folder / "again.txt").write_text(seed.replace("nations", "countries"), encoding="utf-8")
    (folder / "same.txt").write_text(seed, encoding="utf-8")
    (folder / "old.txt").write_bytes("Министерство заявило, что склад пуст.".encode("cp1251"))
    (folder / "photo.txt").write_bytes(bytes(range(256)) * 8)
    with start(project) as desk:
        before = project_bytes(desk.session.project)
        desk.imports.take([folder])
        qtbot.waitUntil(lambda: bool(desk.window.findChildren(ImportDialog)))
        (preview,) = desk.window.findChildren(ImportDialog)
        assert [one.standing for one in preview.newcomers] == ["look", "look", "refused", "here"]
        assert count(desk) == 2
        preview.take.click()
        assert count(desk) == 4
        assert "1 is linked as a reprint" in desk.notices.text
        (link,) = [link for one in desk.session.project.opened() for link in one.head.links]
        assert desk.session.project.article(link.to).text == seed

        action(desk, "last-import").trigger()
        report = desk.window.findChild(ReportDialog)
        assert report is not None
        assert "photo.txt is not text" in report.text.toPlainText()
        report.reject()
        qtbot.waitUntil(lambda: bool(reports_of(project)))
        desk.session.undo()
        assert project_bytes(desk.session.project) == before


def test_what_came_in_is_told_again_after_a_restart(
    start: Start, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    one, *rest = files(tmp_path)
    with start(project) as desk:
        action(desk, "last-import").trigger()
        assert "No article was imported" in desk.notices.text
        desk.imports.take([one])
        qtbot.waitUntil(lambda: len(reports_of(project)) == 1)
        desk.imports.take(rest)
        qtbot.waitUntil(lambda: len(reports_of(project)) == 2)
    with start(project) as desk:
        action(desk, "last-import").trigger()
        report = desk.window.findChild(ReportDialog)
        assert report is not None
        assert report.choice.isVisible()
        words = report.text.toPlainText()
        assert words.startswith("1 article came in, 1 was refused.")
        assert words.index("photo.txt") < words.index("two.txt")
        report.choice.setCurrentIndex(1)
        assert "one.txt" in report.text.toPlainText()
        report.copy.click()
        assert QGuiApplication.clipboard().text() == report.text.toPlainText()
        report.reject()


def test_somebody_may_want_no_preview(
    start: Start, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("Министерство заявило, что склад пуст.".encode("cp1251"))
    with start(project) as desk:
        desk.preferences.choose(import_preview="never")
        desk.imports.take([path])
        qtbot.waitUntil(lambda: count(desk) == 3)
        desk.session.undo()
        desk.preferences.choose(import_preview="always")
        plain = tmp_path / "plain.txt"
        plain.write_text("Ships turned back.", encoding="utf-8")
        desk.imports.take([plain])
        qtbot.waitUntil(lambda: bool(desk.window.findChildren(ImportDialog)))
        (preview,) = desk.window.findChildren(ImportDialog)
        with qtbot.waitSignal(desk.session.refused):
            preview.reject()
        assert count(desk) == 2
