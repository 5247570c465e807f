"""Somebody goes back to the file that an article was made of: saves it, or reads it otherwise."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pressmark.store.backup_folders import every_folder
from pressmark.ui.desk import Desk
from pressmark.ui.dialogs.amend.amend_dialog import AmendDialog
from pressmark.ui.dialogs.articles.import_dialog import ImportDialog
from tests.journeys.conftest import Start
from tests.window import action

RUSSIAN = "Министерство заявило, что склад пуст. Это опровергли в понедельник вечером."
WRONG = RUSSIAN.encode("cp1251").decode("koi8_r")


def taken_in(desk: Desk, path: Path, qtbot: QtBot) -> None:
    """Import a file, read with an encoding that is not its own."""
    desk.imports.take([path])
    qtbot.waitUntil(lambda: bool(desk.window.findChildren(ImportDialog)))
    (preview,) = desk.window.findChildren(ImportDialog)
    encoding = preview.page.options.encoding
    encoding.setCurrentIndex(encoding.findData("koi8_r"))
    encoding.activated.emit(encoding.currentIndex())
    qtbot.waitUntil(lambda: preview.page.preview.text == WRONG)
    with qtbot.waitSignal(desk.imports.originals_kept):
        preview.take.click()


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.txt"
    path.write_bytes(RUSSIAN.encode("cp1251"))
    return path


def test_the_original_is_read_again_and_its_text_is_the_articles(
    start: Start, project: Path, old: Path, qtbot: QtBot
) -> None:
    with start(project) as desk:
        assert not desk.inspector.article.original.isVisibleTo(desk.inspector)
        taken_in(desk, old, qtbot)
        old.unlink()
        assert desk.session.article
        assert desk.session.article.text == WRONG
        row = desk.inspector.article.original
        qtbot.waitUntil(row.isVisible)
        qtbot.waitUntil(lambda: not desk.window.findChildren(ImportDialog))
        row.read.click()
        qtbot.waitUntil(lambda: bool(desk.window.findChildren(ImportDialog)))
        (preview,) = desk.window.findChildren(ImportDialog)
        assert preview.page.preview.text == RUSSIAN
        assert preview.take.text() == "Use this text"
        preview.take.click()
        qtbot.waitUntil(lambda: bool(desk.window.findChildren(AmendDialog)))
        (dialog,) = desk.window.findChildren(AmendDialog)
        qtbot.waitUntil(lambda: dialog.planned is not None)
        dialog.apply.click()
        assert desk.session.article.text == RUSSIAN
        assert desk.session.article.head.links[0].type == "correction-of"
        desk.session.undo()
        assert desk.session.article.text == WRONG


def test_the_original_is_saved_as_it_came(
    start: Start, project: Path, old: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = old.with_name("saved.txt")
    monkeypatch.setattr("pressmark.ui.originals.ask_new_file", lambda *_args: saved)
    with start(project) as desk:
        taken_in(desk, old, qtbot)
        action(desk, "save-original").trigger()
        qtbot.waitUntil(saved.exists)
        assert saved.read_bytes() == old.read_bytes()


def test_what_is_not_kept_any_more_is_said(
    start: Start, project: Path, old: Path, qtbot: QtBot
) -> None:
    with start(project) as desk:
        taken_in(desk, old, qtbot)
        for folder in every_folder(project):
            for path in folder.glob("original-*.gz"):
                path.unlink()
        desk.originals.save()
        qtbot.waitUntil(lambda: "not kept any more" in desk.notices.text)
