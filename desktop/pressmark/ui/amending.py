"""Giving an article another text, and comparing the texts that an article has had."""

from collections.abc import Callable

from PySide6.QtWidgets import QInputDialog

from pressmark.edits.amending import Amendment, Way, amending
from pressmark.edits.comparison import compared
from pressmark.errors import PressmarkError
from pressmark.model.article import Article
from pressmark.ui.article_link_lines import LinkLine, article_name, link_lines
from pressmark.ui.comparing.comparison import Compared
from pressmark.ui.comparing.comparison_dialog import ComparisonDialog
from pressmark.ui.crew import Worker
from pressmark.ui.dialogs.amend.amend_dialog import AmendDialog
from pressmark.ui.dialogs.task_progress import TaskProgress
from pressmark.ui.tasks import Task
from pressmark.ui.words import counted
from pressmark.ui.words import phrase as _t


class Amending(Worker):
    """Corrects the text of the article that is open, takes in new versions, and compares."""

    def correct(self, at: int = 0) -> None:
        """Let the text be corrected, from `at` (code points) on.

        What becomes of annotations is shown before it is done.
        """
        self._amend("correction", at=at)

    def take_version(self) -> None:
        """Take in what the source published later, beside the article."""
        self._amend("version")

    def go_back(self, earlier_id: str) -> None:
        """Let an earlier text of the article be its text again, after a look at what that does."""
        article = self._session.article
        if article is None or earlier_id not in self._session.project.articles:
            return
        earlier = self._session.project.article(earlier_id)
        self._amend("correction", lambda: earlier)

    def correct_to(self, read: Article) -> None:
        """Let another reading of the article's file be its text, after a look at what that does."""
        self._amend("correction", lambda: read)

    @property
    def can_compare(self) -> bool:
        """Whether the article that is open is linked to another."""
        return bool(self._links())

    def compare_linked(self) -> None:
        """Compare the article with the one it is linked to; ask which, where there are several."""
        links = self._links()
        if len(links) == 1:
            self.compare(links[0].old, links[0].new)
        elif links:
            names = [f"{at}  {line.words}" for at, line in enumerate(links, start=1)]
            title, question = self.tr("Compare texts"), self.tr("With which text?")
            name, is_chosen = QInputDialog.getItem(
                self._window, title, question, names, 0, editable=False
            )
            if is_chosen:
                chosen = links[names.index(name)]
                self.compare(chosen.old, chosen.new)

    def compare(self, old_id: str, new_id: str) -> None:
        """Show two articles side by side, to be read."""
        project = self._session.project
        try:
            old, new = project.article(old_id), project.article(new_id)
        except PressmarkError as error:
            self._session.refused.emit(error)
            return

        def work(task: Task) -> Compared:
            found = Compared(old, new, compared(old.text, new.text))
            task.step(1, 1)  # somebody may have asked to stop meanwhile
            return found

        def show(found: Compared) -> None:
            names = article_name(project, old_id), article_name(project, new_id)
            if new_id in project.links.later(old_id):
                names = self.tr("Earlier text"), self.tr("Corrected text")
            ComparisonDialog(found, names, self._window).show()

        task = self._tasks.run(work, show, self._session.refused.emit)
        words = self.tr("Comparing…")
        TaskProgress(task, self.tr("Compare texts"), self._window, words)

    def _links(self) -> tuple[LinkLine, ...]:
        session = self._session
        if session.file is None or session.article_id not in session.project.articles:
            return ()
        return link_lines(session.project, session.article_id)

    def _amend(self, way: Way, settled: Callable[[], Article] | None = None, at: int = 0) -> None:
        session, article = self._session, self._session.article
        if article is None:
            return
        dialog = AmendDialog(session.project, article, way, self._tasks, self._window)
        dialog.start_in(self._files.folder())
        if settled:
            dialog.skip_text()
            dialog.compare_with(settled)
        dialog.accepted.connect(lambda: self.apply(dialog.planned))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        dialog.page.go_to(at)

    def apply(self, planned: Amendment | None) -> None:
        """Do what was planned, as one step, and show the other text."""
        if planned is None:
            return
        session = self._session
        is_version = planned.way == "version"
        title = self.tr("New version") if is_version else self.tr("Correct the text")
        if planned.is_back:
            title = self.tr("Go back to the earlier text")
        try:
            edits = amending(session.project, planned, session.stamp())
        except PressmarkError as error:
            session.refused.emit(error)
            return
        active = session.annotation.id if session.annotation else ""
        if session.commit(title, *edits) is None:
            return
        session.open_article(planned.later.head.id)
        if active in session.project.article(planned.later.head.id).annotations:
            session.activate(active)
        self._notices.tell(self._told(planned), self.tr("Undo"), session.undo)

    def _told(self, planned: Amendment) -> str:
        lost = planned.count("lost")
        carried = len(planned.fates) - lost
        if planned.way == "version":
            told = counted(
                _t("The new version is beside the article, with {n} annotation copied."),
                _t("The new version is beside the article, with {n} annotations copied."),
                carried,
            )
        elif planned.is_back:
            told = self.tr("The earlier text is back.")
        else:
            told = self.tr("The text is corrected.")
        if not lost or planned.way == "version":
            return told
        stayed = counted(
            _t("{n} annotation stays with the text before."),
            _t("{n} annotations stay with the text before."),
            lost,
        )
        return f"{told} {stayed}"
