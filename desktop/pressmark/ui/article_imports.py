"""Taking articles in: read beside the window, looked at before, and all of them one undo step."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal

from pressmark.analysis.reprint_search import Drawn, nearest
from pressmark.articles.batch import ImportBatch, gather, present_in, read_articles
from pressmark.articles.extract import AS_FOUND
from pressmark.articles.kept_originals import keep_originals_of
from pressmark.edits.articles import AddArticle
from pressmark.edits.transaction import Transaction
from pressmark.errors import ArticleFileError, CancelledError, PressmarkError
from pressmark.model.article import Article
from pressmark.model.project import Project
from pressmark.store.clock import now
from pressmark.store.import_reports import KeptReport, keep_report, reports_of
from pressmark.store.opened_project import Foreseen
from pressmark.ui.crew import Tools, Worker
from pressmark.ui.dialogs.articles.import_dialog import ImportDialog, Occasion
from pressmark.ui.dialogs.articles.newcomer import Newcomer
from pressmark.ui.dialogs.articles.newcomers import (
    arrived,
    coming_in,
    newcomers,
    pasted_bytes,
    read_again,
    read_words,
)
from pressmark.ui.dialogs.articles.report_dialog import ReportDialog, ShownReport
from pressmark.ui.dialogs.task_progress import TaskProgress
from pressmark.ui.import_report import import_report
from pressmark.ui.import_words import told
from pressmark.ui.moments import moment_words
from pressmark.ui.preferences import Preferences
from pressmark.ui.tasks import Task
from pressmark.ui.words import counted, phrases
from pressmark.ui.words import phrase as _t

_AT_ONCE = 200
"""How many articles come in before one would notice that the window stands still."""
_A_FEW = 16
"""How many articles are compared before the window gets its turn."""


class ArticleImports(Worker):
    """Reads files into newcomers, shows these where that is worth a look, and commits."""

    originals_kept = Signal()
    """The files that the last import came from are within reach now."""

    def __init__(self, tools: Tools, preferences: Preferences) -> None:
        super().__init__(tools)
        self._preferences = preferences
        self._drawn = Drawn()
        self._last: tuple[Path, Sequence[Newcomer]] | None = None
        """The last import, and into which project, until its report is kept."""

    def take_files(self, sources: Sequence[Path]) -> None:
        """Read files and what is in folders, and take in what there is."""
        project, drawn = self._session.project, self._drawn
        comparing = self.tr("Looking for reprints…")

        def work(task: Task) -> list[Newcomer]:
            paths = list(gather(sources))
            found = newcomers(_batch(paths, project, task))
            if any(not one.is_plain for one in found) or len(found) > 1:
                task.came_to.emit(comparing)
                _compare(found, project, drawn, task)
            return found

        self._run(work)

    def take_html(self, markup: str, text: str) -> None:
        """Take in the words of HTML, or else `text`."""
        project = self._session.project
        pasted = Newcomer(path=None, data=markup.encode(errors="replace"), kind="clipboard")

        def work(task: Task) -> list[Newcomer]:
            try:
                return read_again(pasted, AS_FOUND, task, project.articles)
            except ArticleFileError:
                return [read_words(text, project)]  # which may be empty too, and says so

        self._run(work, pasted=True)

    def take_text(self, text: str) -> None:
        """Take in words as they are."""
        try:
            found = [read_words(text, self._session.project)]
        except ArticleFileError as error:
            self._session.refused.emit(error)
        else:
            self._settle(self._session.project.id, found, pasted=True)

    def show_report(self) -> None:
        """Show what became of the last import."""
        file = self._session.file
        if file is None:
            return
        reports = [_kept(one) for one in reports_of(file.path)]
        if self._last is not None and self._last[0] == file.path:
            report = import_report(self._last[1], self._session.project)
            reports.insert(0, ShownReport(report.summary, lambda: report.text))
        if reports:
            ReportDialog(reports, self._window).show()
        else:
            self._notices.tell(self.tr("No article was imported into this project yet."))

    def _keep(self, path: Path, found: Sequence[Newcomer]) -> None:
        """Keep what is told of an import, then the files that articles came from."""
        project = self._session.project
        self._last = path, found

        def keep_told(_task: Task) -> None:
            keep_report(path, import_report(found, project).text)

        def keep_files(_task: Task) -> int:
            return keep_originals_of(path, arrived(found), pasted_bytes(found))

        def go_on(_kept: None) -> None:
            self._last = None
            self._tasks.run(keep_files, self._tell_kept, self._session.refused.emit)

        def go_on_without(error: PressmarkError) -> None:
            self._session.refused.emit(error)
            self._tasks.run(keep_files, self._tell_kept, self._session.refused.emit)

        self._tasks.run(keep_told, go_on, go_on_without)

    def _tell_kept(self, left_out: int) -> None:
        self.originals_kept.emit()
        if left_out:
            words = phrases(
                "{n} file is too large to be kept: do not throw it away.",
                "{n} files are too large to be kept: do not throw them away.",
            )
            self._notices.tell(counted(*words, left_out))

    # ---- what becomes of it

    def _run(self, work: Callable[[Task], list[Newcomer]], *, pasted: bool = False) -> None:
        """Read in the background, and go on with what was found."""
        settle = partial(self._settle, self._session.project.id, pasted=pasted)
        task = self._tasks.run(work, settle, self._session.refused.emit)
        TaskProgress(task, self.tr("Importing articles"), self._window)

    def _settle(self, project_id: str, found: list[Newcomer], *, pasted: bool) -> None:
        session = self._session
        if session.file is None or session.project.id != project_id:
            return
        if not _is_shown(found, self._preferences.settings.import_preview):
            self._take(found, pasted=pasted)
            return
        occasion = Occasion(
            found, session.project, partial(read_again, known=session.project.articles)
        )
        dialog = ImportDialog(occasion, self._tasks, self._window)
        dialog.accepted.connect(lambda: self._take(list(dialog.newcomers), pasted=pasted))
        dialog.rejected.connect(lambda: session.refused.emit(CancelledError()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, found: list[Newcomer], *, pasted: bool) -> None:
        """Commit what is to come in, and say what became of all."""
        if len(found) > _AT_ONCE:
            self._take_many(found)
            return
        articles = coming_in(found, self._session.project)
        step = self._step(articles, pasted=pasted)
        if not articles or self._session.change(lambda file: file.commit(step)):
            self._follow(found, articles)

    def _take_many(self, found: list[Newcomer]) -> None:
        """Work out beside the window what to commit: thousands of articles would hold it up."""
        session = self._session
        file, project = session.file, session.project
        if file is None:
            return

        def work(task: Task) -> tuple[list[Article], Foreseen | None]:
            articles = coming_in(found, project)
            if task.is_cancelled():
                raise CancelledError
            return articles, file.foresee(self._step(articles)) if articles else None

        def take(worked_out: tuple[list[Article], Foreseen | None]) -> None:
            articles, foreseen = worked_out
            if session.file is not file:
                return
            if session.project is not project:
                self._take_many(found)  # somebody went on working: other articles may be here now
            elif foreseen is None or session.take(foreseen):
                # The window has its turn before it shows what came in.
                QTimer.singleShot(0, self, lambda: self._follow(found, articles))

        task = self._tasks.run(work, take, session.refused.emit)
        words = self.tr("Taking the articles in…")
        TaskProgress(task, self.tr("Importing articles"), self._window, words)

    def _step(self, articles: Sequence[Article], *, pasted: bool = False) -> Transaction:
        title = counted(_t("Import article"), _t("Import {n} articles"), len(articles))
        if pasted:
            title = self.tr("Paste article")
        return self._session.step(title, map(AddArticle, articles), "import")

    def _follow(self, found: list[Newcomer], articles: Sequence[Article]) -> None:
        """Show what came in, and keep what it came from."""
        shown = articles[0].head.id if articles else found[0].here if len(found) == 1 else ""
        if shown:
            self._session.open_article(shown)
        if self._session.file is not None:
            self._keep(self._session.file.path, found)
        self._tell(found, came_in=bool(articles))

    def _tell(self, found: list[Newcomer], *, came_in: bool) -> None:
        if len(found) == 1 and found[0].here:
            self._notices.tell(self.tr("This article is here already."))
            return
        words = told(found)
        is_plain = all(one.standing == "fine" or one.here for one in found)
        if len(found) == 1 and found[0].refusal is not None:
            self._notices.warn(words)
        elif any(one.refusal for one in found):
            self._notices.warn(words, self.tr("What came in?"), self.show_report)
        elif is_plain and came_in:
            self._notices.tell(words, self.tr("Undo"), self._session.undo)
        else:
            self._notices.tell(words, self.tr("What came in?"), self.show_report)


def _is_shown(found: Sequence[Newcomer], when: str) -> bool:
    """Say whether to look at newcomers before they come in."""
    if when == "always":
        return any(one.read or one.may_be_cured for one in found)
    return when == "needed" and any(one.is_worth_a_look for one in found)


def _kept(report: KeptReport) -> ShownReport:
    """Return a report by when it was, and by its first line."""
    return ShownReport(f"{moment_words(report.time)} · {report.summary}", report.read)


def _batch(paths: Sequence[Path], project: Project, task: Task) -> ImportBatch:
    """Read files, and tell of each when it is begun with."""

    def progressed(done: int, total: int) -> None:
        task.progressed.emit(done, total)
        if done < total:
            task.came_to.emit(paths[done].name)

    return read_articles(
        paths,
        added=now(),
        present=present_in(project),
        cancelled=task.is_cancelled,
        progressed=progressed,
    )


def _compare(found: Sequence[Newcomer], project: Project, drawn: Drawn, task: Task) -> None:
    """Find out of which articles newcomers may be reprints."""

    def step(done: int, total: int) -> None:
        if done % _A_FEW == 0:
            task.step(done, total)

    arriving = [one.read.article for one in found if one.read]
    likenesses = nearest(arriving, project.current(), step, drawn)
    for one in found:
        one.liken(likenesses.get(one.read.article.head.id) if one.read else None)
