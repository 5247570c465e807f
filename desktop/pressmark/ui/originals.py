"""The files that articles were made of: saved elsewhere, or read again in another way."""

from collections.abc import Callable
from functools import partial

from pressmark.analysis.reprints import shared, shingles
from pressmark.articles.extract import AS_FOUND, Wishes
from pressmark.articles.kinds import KINDS, ArticleKind, kind_of
from pressmark.errors import ArticleFileError, PressmarkError, ProjectFileError
from pressmark.model.article import Article
from pressmark.store.originals import has_original, original
from pressmark.store.save import write_file
from pressmark.ui.amending import Amending
from pressmark.ui.crew import Tools, Worker
from pressmark.ui.dialogs.articles.import_dialog import ImportDialog, Occasion
from pressmark.ui.dialogs.articles.newcomer import Newcomer
from pressmark.ui.dialogs.articles.newcomers import read_again
from pressmark.ui.dialogs.paths import ask_new_file
from pressmark.ui.dialogs.task_progress import TaskProgress
from pressmark.ui.panels.words import one_line
from pressmark.ui.shown_paths import shown_path
from pressmark.ui.tasks import Task

_LONGEST = 60
"""Characters of a title that a file name takes over."""


class Originals(Worker):
    """Brings out the original of the article that is open."""

    def __init__(self, tools: Tools, amending: Amending) -> None:
        super().__init__(tools)
        self._amending = amending

    @property
    def is_kept(self) -> bool:
        """Whether the original of the article that is open is within reach."""
        file, article = self._session.file, self._session.article
        sha256 = article.head.raw_sha256 if article else None
        return file is not None and sha256 is not None and has_original(file.path, sha256)

    def save(self) -> None:
        """Save the original under another name."""
        self._fetch(self._save_as)

    def read_again(self) -> None:
        """Read the original in another way, and let its text be the article's."""
        self._fetch(self._read_anew)

    def _fetch(self, follow: Callable[[Article, bytes], None]) -> None:
        """Bring the original of the article that is open from the disk."""
        file, article = self._session.file, self._session.article
        if file is None or article is None:
            return

        def work(_task: Task) -> bytes:
            data = original(file.path, article.head.raw_sha256 or "")
            if data is None:
                raise ProjectFileError("no-original")
            return data

        self._tasks.run(work, partial(follow, article), self._session.refused.emit)

    def _save_as(self, article: Article, data: bytes) -> None:
        title = self.tr("Save original")
        name = "".join(char if char.isalnum() else " " for char in article.head.title or "")
        stem = one_line(name)[:_LONGEST].strip() or article.head.id
        proposed = self._files.folder() / f"{stem}{_kind(data).suffixes[0]}"
        path = ask_new_file(self._window, title, proposed, self.tr("All files") + " (*)")
        if path is None:
            return
        try:
            write_file(path, [data])
        except PressmarkError as error:
            self._session.refused.emit(error)
        else:
            words = self.tr("Saved as {path}.").replace("{path}", shown_path(path))
            self._notices.tell(words)

    def _read_anew(self, article: Article, data: bytes) -> None:
        """Read what the original holds of the article: the part that is most like its text."""
        caption = self.tr("Original")
        whole = Newcomer(path=None, data=data, caption=caption, kind=_kind(data).id)

        def read(newcomer: Newcomer, wishes: Wishes, task: Task) -> list[Newcomer]:
            return _most_like(article, read_again(newcomer, wishes, task))

        def work(task: Task) -> list[Newcomer]:
            return read(whole, AS_FOUND, task)

        def show(found: list[Newcomer]) -> None:
            title, verb = self.tr("Read original again"), self.tr("Use this text")
            occasion = Occasion(found, self._session.project, read, title=title, verb=verb)
            dialog = ImportDialog(occasion, self._tasks, self._window)
            dialog.accepted.connect(lambda: self._correct(article, dialog.chosen))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

        task = self._tasks.run(work, show, self._session.refused.emit)
        TaskProgress(task, self.tr("Read original again"), self._window, self.tr("Reading…"))

    def _correct(self, article: Article, newcomer: Newcomer | None) -> None:
        if newcomer is None or self._session.article_id != article.head.id:
            return
        read = newcomer.article()
        if read.text == article.text:
            self._notices.tell(self.tr("Read so, the text is the same. Nothing was changed."))
        else:
            self._amending.correct_to(read)


def _kind(data: bytes) -> ArticleKind:
    """Return what kind of file the original is; what nobody knows is text."""
    try:
        return kind_of(data, "")
    except ArticleFileError:
        return KINDS[0]


def _most_like(article: Article, found: list[Newcomer]) -> list[Newcomer]:
    """Return of several articles in a file the one that this one was."""
    own = shingles(article)

    def likeness(one: Newcomer) -> float:
        if one.read is None:
            return -1.0
        read = one.read.article
        is_called_so = bool(read.head.title) and read.head.title == article.head.title
        return shared(own, shingles(read)) + is_called_so

    return [max(found, key=likeness)]
