"""Another text for an article: written or chosen, compared, and only then applied."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pressmark.articles.extract import AS_FOUND
from pressmark.articles.kinds import SUFFIXES
from pressmark.articles.reading import article_from_text
from pressmark.edits.amending import Amendment, Fate, Way, amendment
from pressmark.errors import CancelledError, PressmarkError
from pressmark.model.article import Article
from pressmark.model.project import Project
from pressmark.store.clock import now
from pressmark.ui.comparing.comparison import Compared, Comparison
from pressmark.ui.dialogs.amend.fate_list import FateList
from pressmark.ui.dialogs.amend.text_page import TextPage
from pressmark.ui.dialogs.articles.import_dialog import ImportDialog, Occasion
from pressmark.ui.dialogs.articles.newcomer import Newcomer
from pressmark.ui.dialogs.articles.newcomers import read_again
from pressmark.ui.dialogs.confirming import is_confirmed
from pressmark.ui.dialogs.paths import ask_files
from pressmark.ui.dialogs.sizes import resize_within_screen
from pressmark.ui.messages import sentence
from pressmark.ui.tasks import Task, TaskRunner
from pressmark.ui.widgets.hairline import Hairline
from pressmark.ui.widgets.plain_label import PlainLabel

Result = TypeVar("Result")


class AmendDialog(QDialog):
    """First the text, then both texts and what becomes of annotations; `planned` in the end.

    Everything that takes time is done beside the window; a text that another follows is dropped.
    """

    def __init__(
        self, project: Project, article: Article, way: Way, tasks: TaskRunner, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.planned: Amendment | None = None
        self._project, self._article, self._way = project, article, way
        self._tasks = tasks
        self._task: Task | None = None
        self._folder = Path.home()
        is_correction = way == "correction"
        self.setWindowTitle(
            self.tr("Correct the text") if is_correction else self.tr("New version")
        )
        self.page = TextPage(way, article.text)
        self.page.file_asked.connect(self._ask_file)
        later = self.tr("Corrected text") if is_correction else self.tr("New version")
        self.comparison = Comparison(self.tr("Text so far"), later)
        self.fates = FateList()
        self.fates.chosen.connect(self._show_fate)
        self._pages = QStackedWidget()
        self._waiting = PlainLabel(self.tr("Comparing…"), "muted")
        self._back = QPushButton(self.tr("Back"))
        self._back.clicked.connect(self._go_back)
        self.apply = QPushButton()
        self.apply.setProperty("main", "true")
        self.apply.setDefault(True)
        self.apply.clicked.connect(self._go_on)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.apply.click)
        self._lay_out()
        resize_within_screen(self, 1180, 820)
        self._show_page(self.page)
        self.page.editor.setFocus()

    def start_in(self, folder: Path) -> None:
        """Ask for files in this folder at first."""
        self._folder = folder

    def compare_with(self, make: Callable[[], Article]) -> None:
        """Compare the article with what `make`, done beside the window, returns."""
        project, article_id, way = self._project, self._article.head.id, self._way

        def work(_task: Task) -> Amendment:
            return amendment(project, article_id, make(), way)

        self._run(work, self._show_planned)

    def skip_text(self) -> None:
        """Begin with the comparison: the text is settled."""
        self._back.hide()
        self._show_page(self._compared)

    def reject(self) -> None:
        """Close without a change; ask first where somebody wrote something."""
        if not self.page.is_edited or is_confirmed(
            self,
            self.windowTitle(),
            self.tr("Shall what you wrote be dropped?"),
            self.tr("The article stays as it is."),
            self.tr("Drop it"),
        ):
            super().reject()

    def done(self, result: int) -> None:
        """Let what is still being worked out go."""
        self._forget_task()
        super().done(result)

    # ---- pages

    def _lay_out(self) -> None:
        self._compared = QWidget()
        below = QVBoxLayout(self._compared)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.comparison, 1)
        below.addWidget(Hairline())
        below.addWidget(self.fates)
        self._pages.addWidget(self.page)
        self._pages.addWidget(self._compared)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self._back.setAutoDefault(False)
        row = QHBoxLayout()
        row.setContentsMargins(20, 10, 20, 14)
        row.setSpacing(8)
        row.addWidget(self._waiting)
        row.addStretch()
        row.addWidget(self._back)
        row.addWidget(cancel)
        row.addWidget(self.apply)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        column.addWidget(Hairline())
        column.addLayout(row)

    def _show_page(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        is_text = page is self.page
        self._back.setEnabled(not is_text)
        applied = self.tr("Correct") if self._way == "correction" else self.tr("Add the version")
        self.apply.setText(self.tr("Compare") if is_text else applied)
        self._show_waiting()

    def _show_waiting(self) -> None:
        is_waiting = self._task is not None
        self._waiting.setVisible(is_waiting)
        is_ready = self._pages.currentWidget() is self.page or self.planned is not None
        self.apply.setEnabled(is_ready and not is_waiting)

    def _go_on(self) -> None:
        if self._pages.currentWidget() is not self.page:
            self.accept()
            return
        make = self.page.text_maker()
        self.compare_with(lambda: article_from_text(make(), added=now()))

    def _go_back(self) -> None:
        self._forget_task()
        self.planned = None
        self._show_page(self.page)
        self.page.editor.setFocus()

    def _show_planned(self, planned: Amendment) -> None:
        self.planned = planned
        self.comparison.show_compared(Compared(planned.earlier, planned.later, planned.stretches))
        self.fates.show_amendment(self._project, planned)
        self._show_page(self._compared)
        self.comparison.step(1)

    def _show_fate(self, fate: Fate) -> None:
        after = fate.after.fragments if fate.after else ()
        self.comparison.show_spans(fate.before.fragments, after)

    # ---- files

    def _ask_file(self) -> None:
        endings = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        kinds = self.tr("Articles") + f" ({endings});;" + self.tr("All files") + " (*)"
        chosen = ask_files(self, self.tr("New version"), self._folder, kinds)
        if chosen:
            self.read_file(chosen[0])

    def read_file(self, path: Path) -> None:
        """Take the text from a file; let it be looked at first unless it leaves no doubt."""

        def work(task: Task) -> list[Newcomer]:
            return read_again(Newcomer(path=path), AS_FOUND, task)

        self._run(work, self._take_read)

    def _take_read(self, found: list[Newcomer]) -> None:
        if len(found) == 1 and found[0].read and not found[0].is_worth_a_look:
            self._compare_with_read(found[0])
            return

        title, verb = self.windowTitle(), self.tr("Use this text")
        occasion = Occasion(found, self._project, read_again, title=title, verb=verb)
        dialog = ImportDialog(occasion, self._tasks, self)
        dialog.accepted.connect(lambda: self._compare_with_read(dialog.chosen))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _compare_with_read(self, found: Newcomer | None) -> None:
        if found is not None:
            self.compare_with(found.article)

    # ---- beside the window

    def _run(self, work: Callable[[Task], Result], on_done: Callable[[Result], None]) -> None:
        self._forget_task()

        def done(result: Result) -> None:
            if self._task is task:
                self._task = None
                on_done(result)
                self._show_waiting()

        def failed(error: PressmarkError) -> None:
            if self._task is task:
                self._task = None
                self._show_page(self.page)
                if not isinstance(error, CancelledError):
                    self.page.complain(sentence(error))

        self._task = task = self._tasks.run(work, done, failed)
        self._show_waiting()

    def _forget_task(self) -> None:
        self._task = None
