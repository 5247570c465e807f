"""A broken project file: what is intact in it opens as a new project that has no place yet."""

from pathlib import Path

from PySide6.QtCore import Signal

from pressmark.store.damaged_removal import remove_damaged
from pressmark.store.open_project import OpenProject
from pressmark.store.rescued import Rescue, give_up, rescue, rescue_of
from pressmark.store.shelf import KeptArticle
from pressmark.ui.backups import Backups
from pressmark.ui.banner import Banner
from pressmark.ui.crew import Tools, Worker
from pressmark.ui.dialogs.damaged_article import DamagedArticle
from pressmark.ui.dialogs.missing_records import MissingRecords
from pressmark.ui.dialogs.task_progress import TaskProgress
from pressmark.ui.tasks import Task
from pressmark.ui.widgets.strip import Offer
from pressmark.ui.words import number_words

_TOPIC = "rescued"


class Rescuing(Worker):
    """Opens what could be rescued, says what is missing, and sees to it that it finds a place.

    The rescued project is kept in the user's own folder for such; the broken file stays as it is.
    """

    held_changed = Signal()
    """Whether the project that is open has no place of its own yet may have changed."""

    def __init__(self, tools: Tools, banner: Banner, backups: Backups) -> None:
        super().__init__(tools)
        self._banner = banner
        self._backups = backups
        self._file: OpenProject | None = None
        self._place: Path | None = None
        self._about: Rescue | None = None
        self._session.project_replaced.connect(self._follow)

    @property
    def is_held(self) -> bool:
        """Whether the project that is open was rescued and has no place of its own yet."""
        return self._place is not None

    def open(self, broken: Path) -> None:
        """Open what is intact in a broken file."""

        def work(_task: Task) -> Path:
            return rescue(broken)

        def show(held: Path) -> None:
            self._files.open_path(held)

        task = self._tasks.run(work, show, self._session.refused.emit)
        words = self.tr("Looking for what is intact…")
        TaskProgress(task, self.tr("Rescuing"), self._window, words)

    def show_damaged(self, article_id: str) -> None:
        """Show why an article of the project that is open cannot be read, and its bytes."""
        file = self._session.file
        article = file.project.articles.get(article_id) if file is not None else None
        if file is None or not isinstance(article, KeptArticle):
            return
        path = file.path
        dialog = DamagedArticle(article, self._window)
        dialog.rescue_asked.connect(lambda: self.open(path))
        dialog.removal_asked.connect(lambda: self._remove(path, article_id))
        dialog.remove.setEnabled(file.read_only is None)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _remove(self, path: Path, article_id: str) -> None:
        """Take a damaged article out of the project that is open, and say where its bytes are."""
        if self._files.exchange(path, lambda: remove_damaged(path, article_id)):
            told = self.tr("The article was removed. A backup has the project as it was.")
            self._notices.tell(told, self.tr("Backups…"), lambda: self._backups.show(path))

    def _follow(self) -> None:
        """Tell of a rescued project; remove it from its first place once it has another."""
        file, before = self._session.file, self._place
        about = rescue_of(file.path) if file is not None else None
        self._place = file.path if file is not None and about is not None else None
        if file is self._file and self._about is not None and before is not None:
            if file is not None and about is None:
                give_up(before)
                self._files.forget(before)
        else:
            self._file, self._about = file, about
        self._tell()
        self.held_changed.emit()

    def _tell(self) -> None:
        about = self._about
        self._banner.withdraw(_TOPIC)
        if about is None:
            return
        origin = Path(about.origin)
        words = self.tr("Rescued from {name}: {kept} of {total} annotations.")
        numbers = {"kept": number_words(about.kept), "total": number_words(about.total)}
        told = words.format(name=origin.name, **numbers)
        if any(one.what == "rest" for one in about.missing):  # it may have held more
            told += " " + self.tr("The rest of the file cannot be read.")
        if self.is_held:
            told += " " + self.tr("It is not saved under a name yet; {name} stays as it is.")
        offers = []
        if about.missing:
            offers.append(Offer(self.tr("What is missing…"), lambda: self.show_missing(about)))
        if self.is_held:
            offers.append(Offer(self.tr("Save as…"), self._files.save_as))
        if self._backups.are_there(origin):
            offers.append(Offer(self.tr("Backups…"), lambda: self._backups.show(origin)))
        told = told.replace("{name}", origin.name)
        self._banner.say(_TOPIC, told, *offers, closes=not self.is_held)

    def show_missing(self, about: Rescue) -> MissingRecords:
        """Show what is missing or not as it was, beside the work."""
        dialog = MissingRecords(about.missing, self._session, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()
        return dialog
