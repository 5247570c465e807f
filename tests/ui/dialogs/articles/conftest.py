from collections.abc import Callable, Iterator, Sequence

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from pressmark.articles.extract import Wishes
from pressmark.articles.tables.asking import TableColumns
from pressmark.errors import ArticleFileError
from pressmark.model.project import Project
from pressmark.paths import seed
from pressmark.store.bases import side_of
from pressmark.ui.dialogs.articles.import_dialog import ImportDialog, Occasion
from pressmark.ui.dialogs.articles.newcomer import Newcomer
from pressmark.ui.languages.speaking import speak
from pressmark.ui.tasks import Task, TaskRunner

Opened = Callable[..., ImportDialog]


class Reader:
    """Stands for what reads files again: notes the wishes, and returns what it was given."""

    def __init__(self) -> None:
        self.wishes: list[Wishes] = []
        self.finds: list[Newcomer] | ArticleFileError = []

    def __call__(self, newcomer: Newcomer, wishes: Wishes, task: Task) -> Sequence[Newcomer]:
        del newcomer, task
        self.wishes.append(wishes)
        if isinstance(self.finds, ArticleFileError):
            raise self.finds
        return self.finds


@pytest.fixture(scope="session")
def project() -> Project:
    return side_of(seed("example.pressmark")).project


@pytest.fixture
def reader() -> Reader:
    return Reader()


@pytest.fixture
def preview(qtbot: QtBot, project: Project, reader: Reader) -> Iterator[Opened]:
    """Return what shows the preview of some newcomers."""
    del qtbot  # there has to be an application
    if QLocale().language() == QLocale.Language.C:
        speak("en")
    tasks, shown = TaskRunner(), list[ImportDialog]()

    def show(
        *newcomers: Newcomer, columns: TableColumns | None = None, verb: str = ""
    ) -> ImportDialog:
        table = columns or TableColumns(header=())
        occasion = Occasion(newcomers, project, reader, lambda *_: table, verb=verb)
        dialog = ImportDialog(occasion, tasks)
        shown.append(dialog)
        dialog.show()
        return dialog

    yield show
    for dialog in shown:
        dialog.done(0)  # closed as qtbot does, it would ask
        dialog.deleteLater()
    tasks.stop()
