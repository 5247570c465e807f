from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pressmark.ui.dialogs.task_progress import TaskProgress
from pressmark.ui.tasks import Task
from pressmark.ui.widgets.plain_label import PlainLabel


@pytest.fixture
def task(qtbot: QtBot) -> Iterator[Task]:
    del qtbot  # there is an application now
    over = QObject()
    yield Task(over)
    over.deleteLater()


@pytest.fixture
def dialog(qtbot: QtBot, task: Task) -> Iterator[TaskProgress]:
    over = QWidget()
    qtbot.addWidget(over)
    over.show()
    made = TaskProgress(task, "Importing", over)
    qtbot.waitUntil(made.isVisible)
    yield made
    made.deleteLater()


def test_an_enter_too_many_does_not_stop_the_work(
    qtbot: QtBot, task: Task, dialog: TaskProgress
) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.keyClick(dialog.findChild(QPushButton), Qt.Key.Key_Return)
    assert not task.is_cancelled()


def test_escape_stops_the_work(qtbot: QtBot, task: Task, dialog: TaskProgress) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert task.is_cancelled()


def test_how_far_it_is_is_said_in_what_is_counted(qtbot: QtBot, task: Task) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    dialog = TaskProgress(
        task, "Importing", over, "Reading a.jsonl…", "{done} of {total} megabytes"
    )
    (words, *_) = dialog.findChildren(PlainLabel)
    assert words.text() == "Reading a.jsonl…"
    task.progressed.emit(12, 15)
    assert words.text() == "12 of 15 megabytes"
