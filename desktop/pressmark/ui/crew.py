"""Those who do a job for the window, and what all of them work with."""

from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from pressmark.ui.notices import Notices
from pressmark.ui.project_files import ProjectFiles
from pressmark.ui.session import Session
from pressmark.ui.tasks import TaskRunner


@dataclass(frozen=True, slots=True)
class Tools:
    """What a job is done with: the project, its file, work in the background, a word at the end."""

    session: Session
    files: ProjectFiles
    tasks: TaskRunner
    notices: Notices
    window: QWidget


class Worker(QObject):
    """Does one job: asks what is needed, does it, and says what came of it."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools.window)
        self._tools = tools
        self._session = tools.session
        self._files = tools.files
        self._tasks = tools.tasks
        self._notices = tools.notices
        self._window = tools.window
