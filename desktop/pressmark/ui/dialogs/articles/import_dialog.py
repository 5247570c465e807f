"""The preview before articles come in: which there are, how each will look, which are taken."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pressmark.articles.extract import Wishes
from pressmark.articles.tables.asking import TableColumns
from pressmark.edits.comparison import compared
from pressmark.errors import PressmarkError
from pressmark.model.article import Article
from pressmark.model.project import Project
from pressmark.ui.article_link_lines import article_name
from pressmark.ui.comparing.comparison import Compared
from pressmark.ui.comparing.comparison_dialog import ComparisonDialog
from pressmark.ui.dialogs.articles.newcomer import Newcomer
from pressmark.ui.dialogs.articles.newcomer_list import NewcomerList
from pressmark.ui.dialogs.articles.newcomer_page import NewcomerPage
from pressmark.ui.dialogs.articles.newcomers import columns_of
from pressmark.ui.dialogs.articles.rereading import ColumnsOf, ReadAgain, Rereading
from pressmark.ui.dialogs.articles.words import title_words
from pressmark.ui.dialogs.confirming import is_confirmed
from pressmark.ui.dialogs.sizes import resize_within_screen
from pressmark.ui.messages import sentence
from pressmark.ui.tasks import Task, TaskRunner
from pressmark.ui.widgets.hairline import Hairline
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.words import counted, in_marks, number_words
from pressmark.ui.words import phrase as _t


@dataclass(frozen=True, slots=True)
class Occasion:
    """What the preview is about, and who reads files again for it.

    Where not articles are to come in, but the text of one is wanted, `title` says what for, and
    `verb` says so on the button: then nothing is ticked, linked or described.
    """

    newcomers: Sequence[Newcomer]
    project: Project
    read_again: ReadAgain
    columns_of: ColumnsOf = columns_of
    title: str = ""
    verb: str = ""


class ImportDialog(QDialog):
    """Accepted, its `newcomers` are as somebody wants them; Enter imports, Esc takes nothing in.

    Where one text is wanted, that is the one of `chosen`.
    """

    def __init__(
        self, occasion: Occasion, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(occasion.title or self.tr("Import articles"))
        resize_within_screen(self, 1180, 820)
        self._project, self._tasks, self._verb = occasion.project, tasks, occasion.verb
        self._columns: dict[Path | None, TableColumns] = {}
        wants_one = bool(self._verb)
        self.list = NewcomerList(self._title_of, is_ticked=not wants_one)
        self.page = NewcomerPage(self._name_of, self._twin_of, is_described=not wants_one)
        self._rereading = Rereading(occasion.read_again, occasion.columns_of, tasks, self)
        self._told = PlainLabel(role="muted")
        self.take = QPushButton()
        self._lay_out()
        self._connect()
        self.list.fill(occasion.newcomers)
        is_one = len(occasion.newcomers) == 1
        for part in (self.list, self._header, self._rule, self._between):
            part.setHidden(is_one)
        self._show_counts()
        (self.page.preview if is_one else self.list.view).setFocus()

    @property
    def newcomers(self) -> Sequence[Newcomer]:
        """All of them, as they were described and ticked."""
        return self.list.rows.every

    @property
    def chosen(self) -> Newcomer | None:
        """The one that is shown, if it could be read."""
        one = next(iter(self.list.picked()), None)
        return one if one and one.read else None

    @property
    def is_ready(self) -> bool:
        """Whether nothing is being read."""
        return not self._rereading.is_busy

    @property
    def told(self) -> str:
        """What is said at the foot."""
        return self._told.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Import at Enter; in a line Enter is for what is written there."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(self.focusWidget(), QLineEdit):
            (self.list.view if self.list.isVisible() else self.page.preview).setFocus()
        else:
            self.take.click()

    def reject(self) -> None:
        """Close, and nothing comes in; ask first where somebody wrote something."""
        if not any(one.facts for one in self.newcomers) or is_confirmed(
            self,
            self.windowTitle(),
            self.tr("Shall what you wrote be dropped?"),
            self.tr("No article comes in."),
            self.tr("Drop it"),
        ):
            super().reject()

    def done(self, result: int) -> None:
        """Let go of what is being read."""
        self._rereading.forget()
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        """Show the text in the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_picked()

    # ---- what is shown

    def _lay_out(self) -> None:
        self._header = QWidget()
        above = QHBoxLayout(self._header)
        above.setContentsMargins(20, 8, 20, 6)
        above.addWidget(self.list.tabs, 1)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.list)
        self._rule, self._between = Hairline(), Hairline(Qt.Orientation.Vertical)
        body.addWidget(self._between)
        body.addWidget(self.page, 1)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.take.setAutoDefault(False)  # Enter in a line is not for it
        self.take.setProperty("main", "true")
        self.take.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(10)
        row.addWidget(self._told, 1)
        row.addWidget(cancel)
        row.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._rule)
        column.addLayout(body, 1)
        column.addWidget(Hairline())
        column.addLayout(row)

    def _connect(self) -> None:
        self.list.chosen.connect(self._show_picked)
        self.list.opened.connect(self.take.click)
        self.list.rows.taken_changed.connect(self._show_counts)
        self.page.changed.connect(self._renew)
        self.page.wished.connect(self._read_again)
        self.page.compare_asked.connect(self._compare)
        self._rereading.read.connect(self._exchange)
        self._rereading.columns_found.connect(self._show_columns)
        self._rereading.failed.connect(self._complain)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.take.click)

    def _show_picked(self) -> None:
        picked = self.list.picked()
        one = picked[0] if len(picked) == 1 else None
        columns = self._columns.get(one.path) if one else None
        self.page.show_newcomers(picked, columns)
        if one and one.here and (here := self._article(one.here)):
            self.page.show_known(here)
        if one and columns is None and one.is_of_table:
            self._rereading.look_up_columns(one)
        if self._verb:
            self._show_counts()

    def _show_counts(self) -> None:
        is_one = len(self.newcomers) == 1
        if self._verb:
            self.take.setText(self._verb)
            self.take.setEnabled(self.chosen is not None and self.is_ready)
            self._tell("" if self.is_ready else self.tr("Reading…"))
            return
        coming = sum(one.comes_in for one in self.newcomers)
        importing = counted(_t("Import {n} article"), _t("Import {n} articles"), coming)
        self.take.setText(importing if coming else self.tr("Import"))
        self.take.setEnabled(coming > 0 and self.is_ready)
        words = self.tr("{coming} of {all} come in").replace("{coming}", number_words(coming))
        told = words.replace("{all}", number_words(len(self.newcomers)))
        self._tell(self.tr("Reading…") if not self.is_ready else "" if is_one else told)

    def _tell(self, words: str, role: str = "muted") -> None:
        self._told.show_role(role)
        self._told.setText(words)

    def _renew(self) -> None:
        """Follow what was written or chosen on the page."""
        self.list.rows.renew()
        self._show_counts()

    def _name_of(self, article_id: str) -> str:
        """Return what the article is called that a newcomer is like."""
        if article_id in self._project.articles:
            return article_name(self._project, article_id)
        other = self._newcomer_with(article_id)
        return in_marks(title_words(other, self._project)) if other else ""

    def _title_of(self, newcomer: Newcomer) -> str:
        return title_words(self._twin_of(newcomer) or newcomer, self._project)

    def _twin_of(self, newcomer: Newcomer) -> Newcomer | None:
        """Return another newcomer that the article of this one comes in from."""
        is_known = not newcomer.here or newcomer.here in self._project.articles
        return None if is_known else self._newcomer_with(newcomer.here)

    def _newcomer_with(self, article_id: str) -> Newcomer | None:
        return self.list.rows.by_id.get(article_id)

    # ---- reading again

    def _read_again(self, wishes: Wishes) -> None:
        picked = self.list.picked()
        if picked:
            self._rereading.begin(picked[0], wishes)
            self._show_counts()

    def _exchange(self, old: Newcomer, found: Sequence[Newcomer]) -> None:
        """Put what was read into the place of what the file had held."""
        before = [one for one in self.newcomers if one.path == old.path and one.data is old.data]
        by_part = {one.part: one for one in before}
        for one in found:
            one.follow(by_part.get(one.part))
        self.list.exchange(before, found, old.part)
        self._show_counts()

    def _show_columns(self, newcomer: Newcomer, columns: TableColumns) -> None:
        self._columns[newcomer.path] = columns
        self._show_picked()
        self._show_counts()

    def _complain(self, error: PressmarkError) -> None:
        """Say why a file cannot be read so; what it was read as stays."""
        self._show_picked()
        self._show_counts()
        self._tell(sentence(error), "danger")

    # ---- side by side

    def _compare(self) -> None:
        one = next(iter(self.list.picked()), None)
        if one is None or one.like is None:
            return
        old, new = self._article(one.like.other), one.article()
        if old is None:
            return
        names = self._name_of(one.like.other), in_marks(title_words(one, self._project))

        def work(_task: Task) -> Compared:
            return Compared(old, new, compared(old.text, new.text))

        def show(found: Compared) -> None:
            if self.isVisible():
                ComparisonDialog(found, names, self).open()

        self._tasks.run(work, show, self._complain)

    def _article(self, article_id: str) -> Article | None:
        if article_id in self._project.articles:
            with suppress(PressmarkError):  # a damaged one cannot be shown
                return self._project.article(article_id)
        other = self._newcomer_with(article_id)
        return other.article() if other else None
