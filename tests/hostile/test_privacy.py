"""Neither the log nor the diagnostics hold a word that somebody wrote, whatever happens."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pressmark.edits.annotations import SetNote
from pressmark.edits.articles import DescribeArticle
from pressmark.errors import EditError, ProjectFileError
from pressmark.log import start_log, stop_log
from pressmark.ui.excepthook import ExceptionHook
from pressmark.ui.tasks import Task
from tests.hostile.markup import hostile
from tests.window import action, opened

WORD = "Quxberry"
"""Stands in every text of the project, and in the name of its file."""


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    path = start_log(tmp_path / "logs")
    assert path is not None
    yield path
    stop_log()


@pytest.fixture
def project(seeds: Path, tmp_path: Path) -> Path:
    path = tmp_path / f"{WORD}.pressmark"
    path.write_bytes(hostile((seeds / "example.pressmark").read_bytes(), f"{WORD} sanctions"))
    return path


def fail_in_a_slot(error: Exception) -> None:
    """Raise an error where Qt calls Python."""

    def fail() -> None:
        raise error

    QTimer.singleShot(0, fail)
    QApplication.processEvents()


def fail_in_a_task(words: str) -> Callable[[Task], None]:
    def work(_task: Task) -> None:
        raise ValueError(words)

    return work


@pytest.mark.qt_no_exception_capture
def test_editing_refusing_and_crashing_leave_no_word_of_it(
    qtbot: QtBot, log: Path, project: Path, expect_log: Callable[[str], None]
) -> None:
    for expected in ("LookupError", "KeyError", "EditError", "a task failed"):
        expect_log(expected)
    with opened(qtbot, project) as desk:
        hook = ExceptionHook(desk.window)
        hook.install()
        try:
            article = desk.session.article
            assert article is not None
            article_id, first = article.head.id, article.annotations.in_order[0].id
            note, title = SetNote(article_id, first, WORD), {"title": f"{WORD} again"}
            assert desk.session.commit("Note", note)
            assert desk.session.commit("Describe", DescribeArticle(article_id, title))
            desk.session.undo()
            desk.session.refused.emit(ProjectFileError("missing", path=Path(WORD), reason=WORD))
            desk.files.open_path(project.with_name(f"{WORD}-missing.pressmark"))
            with qtbot.waitSignal(hook.raised):
                fail_in_a_slot(LookupError(article.text))
            with qtbot.waitSignal(hook.raised):
                fail_in_a_slot(EditError("bad-value", id=first, value=WORD, reason=article.text))
            with qtbot.waitSignal(hook.raised):
                threading.Thread(target=lambda: {}[article.text]).start()
            told_of: list[object] = []
            desk.tasks.run(fail_in_a_task(article.text), lambda _: None, told_of.append)
            qtbot.waitUntil(lambda: bool(told_of))
        finally:
            hook.remove()
        action(desk, "diagnostics").trigger()
        told = QGuiApplication.clipboard().text()
    assert article_id in told
    written = log.read_text(encoding="utf-8")
    for kind in ("LookupError", "KeyError", "ValueError", f"EditError: bad-value id={first}"):
        assert kind in written
    for text in (told, written):
        assert WORD.lower() not in text.lower()
