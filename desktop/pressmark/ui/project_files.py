"""Opening, making, saving and passing on project files."""

import gc
import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from pressmark.errors import PressmarkError, ProjectFileError
from pressmark.model.records import Annotator
from pressmark.paths import documents_folder
from pressmark.store.example import example_path, put_example, reset_example, unreset_example
from pressmark.store.open_project import OpenProject, new_project, open_project, write_copy
from pressmark.store.rescued import rescue_of
from pressmark.store.save import real
from pressmark.ui.dialogs.paths import SUFFIX, ask_new_file, ask_project
from pressmark.ui.notices import Notices
from pressmark.ui.preferences import Preferences
from pressmark.ui.session import Session
from pressmark.ui.shown_paths import shown_path

_log = logging.getLogger(__name__)


class ProjectFiles(QObject):
    """Brings project files into the session and takes them out of it; whatever fails is said.

    Where somebody was in a project is asked of `where` before it is left, and `go_back` is
    called when it is opened again.
    """

    opened = Signal()
    """Another file is open, or the same project under another name; or none."""

    def __init__(
        self, session: Session, preferences: Preferences, notices: Notices, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._preferences = preferences
        self._notices = notices
        self._window = window
        self.note_place: Callable[[str], None] = lambda _path: None
        self.go_back: Callable[[str], None] = lambda _path: None

    # ---- opening

    def new(self) -> bool:
        """Ask for a name and begin a project under it; say whether there is one now."""
        proposed = self.folder() / f"{self.tr('New project')}.{SUFFIX}"
        path = ask_new_file(self._window, self.tr("New project"), proposed)
        return path is not None and self._begin(path)

    def open(self) -> None:
        """Ask for a project and open it."""
        path = ask_project(self._window, self.folder())
        if path is not None:
            self.open_path(path)

    def open_example(self) -> bool:
        """Open this user's copy of the example."""
        return self._attempt(lambda: self._take(open_project(put_example())))

    def open_path(self, path: Path) -> bool:
        """Open a project in the place of the one that is open; say whether it is open now."""
        if self.is_open(path):
            return True
        return self._attempt(lambda: self._take(open_project(path)))

    def try_again(self, *, take_over: bool = False) -> None:
        """Open the project anew, which may be edited if nobody else has it any more.

        `take_over` ignores the lock of another machine.
        """
        file = self._session.file
        if file is not None:
            path = file.path
            self.leave()
            self._attempt(lambda: self._take(open_project(path, take_over=take_over)))

    def is_open(self, path: Path) -> bool:
        """Say whether this is the project that is open."""
        file = self._session.file
        return file is not None and real(file.path) == real(path)

    def is_example(self) -> bool:
        """Say whether the example is open."""
        return self.is_open(example_path())

    def reset_example(self) -> None:
        """Put the example back as it was at first."""
        if self._exchange(reset_example):
            text = self.tr("The example is as it was at first.")
            self._notices.tell(text, self.tr("Undo"), lambda: self._exchange(unreset_example))

    def exchange(self, path: Path, work: Callable[[], object]) -> bool:
        """Let the file that is open be changed while nobody has it open, and open it again."""
        is_done = self.leave() and self._attempt(work)
        return self.open_path(path) and is_done

    # ---- saving

    def save(self, *, lossy: bool = False) -> None:
        """Bring the project file up to date at once, `lossy` even if annotations would go."""
        file = self._session.file
        if file is not None and rescue_of(file.path) is not None:
            self.save_as()
        elif file is not None:
            self._attempt(lambda: file.save(lossy=lossy))
            self._session.keeping_changed.emit()

    def save_as(self) -> bool:
        """Ask for another name and go on under it; say whether that was done."""
        file = self._session.file
        if file is None:
            return False
        path = ask_new_file(self._window, self.tr("Save as"), self._proposed(file))
        if path is None or not self._attempt(lambda: file.save_as(path)):
            return False
        self._show(file)
        return True

    def send_copy(self) -> None:
        """Ask for a name and write the project there, to be sent to somebody."""
        file = self._session.file
        if file is None:
            return
        proposed = self._proposed(file).with_stem(f"{file.path.stem} ({self.tr('copy')})")
        path = ask_new_file(self._window, self.tr("Send a copy"), proposed)
        if path is not None and self._attempt(lambda: self._write_copy(file, path)):
            self._notices.tell(self.tr("A copy was written to %s.") % shown_path(path))

    def forget(self, path: Path) -> None:
        """Leave no trace of a project among those that were open."""
        self._preferences.forget(str(real(path)))

    def leave(self) -> bool:
        """Close the project that is open; say whether its file holds everything."""
        file = self._session.file
        if file is None:
            return True
        self.note_place(str(real(file.path)))
        is_saved = self._attempt(file.close)
        self._session.leave()
        self.opened.emit()
        return is_saved

    # ---- how it is done

    def _begin(self, path: Path) -> bool:
        if self.is_open(path):
            self._session.refused.emit(ProjectFileError("exists", path=path))
            return False
        # The dialog has asked already whether a file of that name may go.
        return self._attempt(lambda: self._take(new_project(path, title=path.stem, replace=True)))

    def _take(self, file: OpenProject) -> None:
        self.leave()
        if gc.get_freeze_count():  # the project before is to go, whole
            gc.unfreeze()
            gc.collect()
        # What was loaded stays: no garbage collection needs to look at it again.
        gc.freeze()
        self._show(file)
        _log.info("opened %s, read-only: %s", file.project.id, file.read_only)

    def _show(self, file: OpenProject) -> None:
        chosen = self._preferences.settings
        path = str(real(file.path))
        self._session.use(file, Annotator(id=chosen.annotator_id, name=chosen.annotator_name))
        self._preferences.note_opened(path)
        self.go_back(path)
        self.opened.emit()

    def _exchange(self, exchange: Callable[[], None]) -> bool:
        """Let the example's file be exchanged while nobody has it open, and open it again."""
        self.leave()
        is_done = self._attempt(exchange)
        self.open_example()
        return is_done

    def _write_copy(self, file: OpenProject, path: Path) -> None:
        if self.is_open(path):
            raise ProjectFileError("exists", path=path)
        write_copy(file.project, path, file.side.states)

    def _attempt(self, work: Callable[[], object]) -> bool:
        try:
            work()
        except PressmarkError as error:
            _log.info("not done: %s", error.case)
            self._session.refused.emit(error)
            return False
        return True

    def _proposed(self, file: OpenProject) -> Path:
        return self.folder() / file.path.name

    def folder(self) -> Path:
        """Return the folder to begin in: that of the project, or the one for documents."""
        file = self._session.file
        rescued = rescue_of(file.path) if file is not None else None
        folder = documents_folder() if file is None or self.is_example() else file.path.parent
        folder = Path(rescued.origin).parent if rescued else folder
        return folder if folder.is_dir() else Path.home()
