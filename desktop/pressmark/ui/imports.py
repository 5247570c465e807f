"""Taking articles in: files, folders, what is dropped or pasted."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from pressmark.analysis.oddities import oddities
from pressmark.articles.batch import ImportBatch, Refused, gather, present_in, read_articles
from pressmark.articles.reading import article_from_text
from pressmark.edits.articles import AddArticle
from pressmark.errors import ArticleFileError, CancelledError, EditError, PressmarkError
from pressmark.model.article import Article
from pressmark.store.clock import arriving, now
from pressmark.ui.crew import Tools, Worker
from pressmark.ui.dialogs.encodings import choose_encodings
from pressmark.ui.dialogs.first_article import Place, ask_for_place
from pressmark.ui.dialogs.lines import show_lines
from pressmark.ui.dialogs.paths import SUFFIX, ask_files, ask_folder
from pressmark.ui.dialogs.task_progress import TaskProgress
from pressmark.ui.messages import sentence
from pressmark.ui.set_imports import SUFFIXES, SetImports, annotation_sets
from pressmark.ui.tasks import Task
from pressmark.ui.words import counted, phrases
from pressmark.ui.words import phrase as _t


class Imports(Worker):
    """Brings articles into the project, all of a batch in one undo step."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self._fills_example = False
        self._sets = SetImports(tools)

    def ask_files(self) -> None:
        """Ask for files and take them in."""
        endings = " ".join(f"*{suffix}" for suffix in (".txt", ".text", ".md", *SUFFIXES))
        kinds = self.tr("Articles, annotation sets") + f" ({endings})"
        kinds += ";;" + self.tr("All files") + " (*)"
        self.take(ask_files(self._window, self.tr("Import articles"), self._files.folder(), kinds))

    def ask_folder(self) -> None:
        """Ask for a folder and take in what is in it."""
        title = self.tr("Import a folder")
        folder = ask_folder(self._window, title, self._files.folder())
        self.take([folder] if folder else [])

    def paste(self) -> None:
        """Take in what the clipboard holds: files, or text as an article."""
        self.take_offered(QGuiApplication.clipboard().mimeData())

    def take_offered(self, offered: QMimeData) -> None:
        """Take in files, or else text, of the clipboard or of a drop; never anything richer."""
        paths = [Path(url.toLocalFile()) for url in offered.urls() if url.isLocalFile()]
        if paths:
            self.take(paths)
        elif offered.hasText():
            self._take_text(offered.text())

    def take(self, sources: Sequence[Path]) -> None:
        """Take in articles and annotation sets, in the background; open what is a project."""
        if len(sources) == 1 and sources[0].suffix == f".{SUFFIX}":
            self._files.open_path(sources[0])
            return
        if not sources or not self._has_place():
            return
        sets = annotation_sets(sources)
        sources = [path for path in sources if path not in sets]
        if sources:
            self._take_articles(sources)
        self._sets.take(sets)

    # ---- what becomes of it

    def _take_articles(self, sources: Sequence[Path]) -> None:
        present = present_in(self._session.project)
        project_id = self._session.project.id

        def work(task: Task) -> ImportBatch:
            return read_articles(
                list(gather(sources)),
                added=now(),
                present=present,
                cancelled=task.is_cancelled,
                progressed=task.progressed.emit,
            )

        def take(batch: ImportBatch) -> None:
            self._take_batch(batch, project_id)

        task = self._tasks.run(work, take, self._refuse)
        TaskProgress(task, self.tr("Importing articles"), self._window)

    def _has_place(self) -> bool:
        """Make sure that there is a project to take articles into: the example is for looking."""
        if not self._session.writable:
            case = "read-only" if self._session.file else "nothing-open"
            self._session.refused.emit(EditError(case))
            return False
        if self._fills_example or not self._files.is_example():
            return True
        place = ask_for_place(self._window)
        self._fills_example = place is Place.EXAMPLE
        return self._fills_example or (place is Place.NEW_PROJECT and self._files.new())

    def _take_text(self, text: str) -> None:
        if not self._has_place():
            return
        try:
            added = arriving(now(), len(self._session.project.articles))
            article = article_from_text(text, added=added)
        except ArticleFileError as error:
            self._session.refused.emit(error)
            return
        if article.head.id in self._session.project.articles:
            self._session.open_article(article.head.id)
            self._notices.tell(self.tr("This article is here already."))
        else:
            odd = int(bool(oddities(article.text)))
            self._commit((article,), self.tr("Paste article"), (), odd=odd)

    def _take_batch(self, batch: ImportBatch, project_id: str) -> None:
        if self._session.file is None or self._session.project.id != project_id:
            return
        if batch.uncertain and not choose_encodings(batch, self._window):
            self._refuse(CancelledError())
            return
        # Another encoding makes another text, which may be here already.
        read = {one.article.head.id: one for _, one in batch.read}
        here = self._session.project.articles
        new = [one for key, one in read.items() if key not in here]
        articles, odd = tuple(one.article for one in new), sum(bool(one.oddities) for one in new)
        title = counted(_t("Import article"), _t("Import {n} articles"), len(articles))
        self._commit(articles, title, batch.refused, len(batch.duplicates), odd=odd)

    def _commit(
        self,
        articles: tuple[Article, ...],
        title: str,
        refused: Sequence[Refused],
        duplicates: int = 0,
        *,
        odd: int,
    ) -> None:
        edits = [AddArticle(one) for one in articles]
        if edits and self._session.commit(title, *edits, origin="import") is None:
            return
        if articles:
            self._session.open_article(articles[0].head.id)
        self._report(articles, duplicates, odd, refused)

    def _report(
        self, articles: Sequence[Article], duplicates: int, odd: int, refused: Sequence[Refused]
    ) -> None:
        """Say what came in and what did not."""
        count, zones = len(articles), sum(len(one.head.zones) for one in articles)
        parts = [counted(_t("{n} article imported."), _t("{n} articles imported."), count)]
        if zones:
            dimmed = phrases(
                "{n} stretch looks like boilerplate and is dimmed.",
                "{n} stretches look like boilerplate and are dimmed.",
            )
            parts.append(counted(*dimmed, zones))
        if duplicates:
            were = counted(_t("{n} was here already."), _t("{n} were here already."), duplicates)
            parts.append(were)
        if odd:
            have = phrases(
                "{n} has invisible characters or letters of another alphabet.",
                "{n} have invisible characters or letters of another alphabet.",
            )
            parts.append(counted(*have, odd))
        if not refused:
            undo = self.tr("Undo") if count else ""
            self._notices.tell(" ".join(parts), undo, self._session.undo)
        elif len(refused) == 1:
            self._notices.warn(" ".join([*parts, sentence(refused[0].error)]))
        else:
            parts.append(counted(_t("{n} file refused."), _t("{n} files refused."), len(refused)))
            lines = [sentence(one.error) for one in refused]
            title = self.tr("Files that did not come in")
            self._notices.warn(
                " ".join(parts),
                self.tr("Which?"),
                lambda: show_lines(title, lines, self._window),
            )

    def _refuse(self, error: PressmarkError) -> None:
        self._session.refused.emit(error)
