"""Looking at the whole: figures counted in the background, and what a click on them leads to."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer, Signal

from pressmark.analysis.conditions import Condition
from pressmark.analysis.figures import Figure, Scope, figures
from pressmark.analysis.notes import Notebook
from pressmark.errors import CancelledError, PressmarkError
from pressmark.model.project import Project
from pressmark.ui.centre import Centre
from pressmark.ui.crew import Tools, Worker
from pressmark.ui.finding import Finding
from pressmark.ui.overview.charts import PROGRESS, Chart, charts
from pressmark.ui.overview.overview_page import OverviewPage
from pressmark.ui.overview.painting import marks_of
from pressmark.ui.overview.pictures import Pictures
from pressmark.ui.panels.article_facets import ARTICLE
from pressmark.ui.panels.article_list import ArticleList
from pressmark.ui.panels.words import annotation_count, one_line
from pressmark.ui.reading.sides import Sides
from pressmark.ui.tasks import Task
from pressmark.ui.theme.appearance import appearance, current_theme
from pressmark.ui.words import counted
from pressmark.ui.words import phrase as _t

_SETTLING = 300
"""Milliseconds after a change of the project before it is counted again."""

_AT_ONCE = 4
"""Articles that are looked through before the window gets its turn: so many take about 1 ms."""


class Surveying(Worker):
    """Shows the overview, keeps it true, and opens what is behind a part of a chart."""

    changed = Signal()
    """The overview is shown, or no longer."""
    listed = Signal()
    """The list of articles shows just those that were asked for."""

    def __init__(
        self, tools: Tools, centre: Centre, finding: Finding, articles: ArticleList, sides: Sides
    ) -> None:
        super().__init__(tools)
        self._centre = centre
        self._finding = finding
        self._articles = articles
        self._sides = sides
        self._page: OverviewPage | None = None
        self._notebook = Notebook()
        self._charts: tuple[Chart, ...] = ()
        self._task: Task | None = None
        self._counted: tuple[Project, Scope] | None = None
        self._pictures = Pictures(tools)
        self._settling = QTimer(self, interval=_SETTLING, singleShot=True)
        self._settling.timeout.connect(self._count)
        session = tools.session
        session.history_changed.connect(self._wait)
        session.frame_changed.connect(self._wait)
        session.project_replaced.connect(self._forget)
        session.article_opened.connect(centre.show_panes)
        session.shown.connect(centre.show_panes)
        finding.panel.picked.connect(centre.show_panes)
        finding.panel.entered.connect(self.leave)
        centre.changed.connect(self.changed)
        appearance().theme_changed.connect(self._show)

    @property
    def page(self) -> OverviewPage:
        """The overview; it is made when it is first asked for."""
        if self._page is None:
            self._page = page = OverviewPage(self._session)
            page.left.connect(self.leave)
            page.picked.connect(self.open_part)
            page.save_asked.connect(self._save)
            page.scope.changed.connect(self._count)
        return self._page

    @property
    def is_shown(self) -> bool:
        """Whether the overview is shown."""
        return self._page is not None and self._centre.currentWidget() is self._page

    @property
    def is_up_to_date(self) -> bool:
        """Whether what is shown has been counted to its end."""
        return self._task is None and self._counted == self._wanted()

    @property
    def charts(self) -> tuple[Chart, ...]:
        """The charts that are shown."""
        return self._charts

    def chart(self, chart_id: str) -> Chart:
        """Return one of the charts (StopIteration where there is none)."""
        return next(one for one in self._charts if one.id == chart_id)

    def toggle(self) -> None:
        """Show the overview, or the article again."""
        if self.is_shown:
            self.leave()
            return
        self._centre.show_page(self.page)
        self._count()
        self.page.enter()

    def leave(self) -> None:
        """Go back to the article."""
        self._centre.show_panes()
        self._sides.setFocus()

    def give_focus(self) -> None:
        """Give the focus to the overview while it is shown, else to where one reads."""
        if self.is_shown:
            self.page.enter()
        else:
            self._sides.setFocus()

    def open_part(self, chart_id: str, row: int, part: str) -> None:
        """List just what a part of a chart counts."""
        chart = self.chart(chart_id)
        ids = chart.ids(row, part)
        if chart_id == PROGRESS:
            sorting, _ = self._articles.arrangement
            self._articles.arrange(sorting, frozenset((ARTICLE, one) for one in ids))
            self._centre.show_panes()
            self.listed.emit()
            return
        condition = Condition(among=frozenset(ids), title=chart.part_words(row, part))
        self._finding.find_where((condition,), zones=self.page.scope.scope.zones)

    # ---- counting

    def _wanted(self) -> tuple[Project, Scope] | None:
        return (self._session.project, self.page.scope.scope) if self._session.file else None

    def _wait(self) -> None:
        if self.is_shown:
            self._settling.start()

    def _forget(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._notebook, self._charts, self._counted = Notebook(), (), None
        self._centre.show_panes()

    def _count(self) -> None:
        """Count in the background what is wanted now, unless that is shown already."""
        wanted = self._wanted()
        if not self.is_shown or wanted is None or self._task is not None:
            return  # a task under way looks again when it is done
        if self._counted is not None and _same(self._counted, wanted):
            self._counted = wanted
            return
        project, scope = wanted
        notebook = self._notebook

        def work(task: Task) -> tuple[Figure, ...]:
            with _undisturbed():
                return figures(project, notebook.read(project, _told_at_times(task)), scope)

        def take(found: tuple[Figure, ...]) -> None:
            if notebook is self._notebook:
                self._counted = wanted
                self._charts = charts(project, found, self._title_of)
                self._show()
            self._count()

        def refuse(error: PressmarkError) -> None:
            if isinstance(error, CancelledError):
                self._count()
            else:
                self._session.refused.emit(error)

        self._task = self._tasks.run(work, take, refuse)
        self._task.ended.connect(self._end)
        if not self._charts:
            self.page.show_empty(self.tr("Counting…"))

    def _title_of(self, article_id: str) -> str:
        """Return what an article is called: where it has no title, by its source."""
        head = self._session.project.articles[article_id].head
        source = one_line(head.source or "")
        return self._articles.title_of(article_id) if head.title or not source else source

    def _end(self) -> None:
        self._task = None

    # ---- showing

    def _show(self) -> None:
        if self._page is None or self._counted is None or self._session.file is None:
            return
        project, _ = self._counted
        if project.places:
            marks = marks_of(project.label_set, current_theme())
            self._page.show_charts(self._charts, marks, self.facts())
        elif project.articles:
            words = self.tr("Nothing is tagged yet. What is tagged is counted and drawn here.")
            self._page.show_empty(words)
        else:
            self._page.show_empty(self.tr("No articles yet. Import some with Ctrl+I."))

    def facts(self) -> str:
        """Return how much is counted, in a line."""
        total = sum(row.total for row in self.chart("labels").counted)
        articles = len(self.chart("articles").counted)
        within = counted(_t("in {n} article"), _t("in {n} articles"), articles)
        return f"{annotation_count(total)} {within}"

    def _save(self, chart_id: str, kind: str) -> None:
        wanted = [one for one in self._charts if one.rows and chart_id in ("", one.id)]
        shown = {one.id: self.page.card(one.id).shown for one in wanted}
        self._pictures.save(wanted, shown, self.facts(), kind)


def _told_at_times(task: Task) -> Callable[[int, int], None]:
    def tell(done: int, total: int) -> None:
        if done % _AT_ONCE == 0:
            task.step(done, total)

    return tell


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep the collector off what is noted: going over it again and again would stop the window."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _same(one: tuple[Project, Scope], other: tuple[Project, Scope]) -> bool:
    return one[0] is other[0] and one[1] == other[1]
