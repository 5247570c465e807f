"""The history in its dock, and taking back a step of it as a step of its own."""

from collections.abc import Sequence
from functools import partial

from pressmark.edits.edit import Edit
from pressmark.edits.reverting import builders, reverting
from pressmark.errors import EditError
from pressmark.store.history_file import Step
from pressmark.ui.chronicle import Chronicle
from pressmark.ui.crew import Tools, Worker
from pressmark.ui.docks import Docks
from pressmark.ui.panels.history.history_panel import HistoryPanel
from pressmark.ui.panels.history.step_line import step_title
from pressmark.ui.tasks import Task
from pressmark.ui.widgets.strip import Offer
from pressmark.ui.words import counted
from pressmark.ui.words import phrase as _t

DOCK = "history"


class Reverting(Worker):
    """Shows the history; finds what builds on a step of it, and takes all of that back."""

    def __init__(self, tools: Tools, docks: Docks) -> None:
        super().__init__(tools)
        self.chronicle = Chronicle(tools)
        self.panel = HistoryPanel(tools.session, self.chronicle)
        self.panel.revert_asked.connect(self.revert)
        self._docks = docks
        docks.add(DOCK, self.tr("History"), self.panel)

    def show_annotation(self) -> None:
        """Open the history with what was done to the active annotation."""
        self.panel.show_annotation()
        self._docks.open(DOCK)

    def revert(self, place: int) -> None:
        """Take back the step at a place of the chronicle; ask, where others build on it."""
        count = len(self.chronicle.steps)
        steps = [self.chronicle.steps[one] for one in self.chronicle.standing_since(place)]
        if steps[0].left_out:
            self._session.refused.emit(EditError("step-not-kept"))
            return

        def work(_task: Task) -> tuple[int, ...]:
            return builders([step.done for step in steps])

        def ask(found: tuple[int, ...]) -> None:
            if len(self.chronicle.steps) != count:  # something was done meanwhile
                if self.chronicle.stands(place):
                    self.revert(place)
            elif found:
                self._ask(steps, found)
            else:
                self._take_back(steps, (0,))

        self._tasks.run(work, ask, self._session.refused.emit)

    def _ask(self, steps: Sequence[Step], found: Sequence[int]) -> None:
        words = counted(_t("Take it back too"), _t("Take back all {n}"), len(found) + 1)
        follow = partial(self._take_back, steps, (0, *found))
        titles = [step_title(steps[one].transaction) for one in found]
        self.panel.ask_about_builders(titles, Offer(words, follow))

    def _take_back(self, steps: Sequence[Step], places: Sequence[int]) -> None:
        """Take back the first step and those that build on it."""
        self.panel.put_question_away()
        project, stamp = self._session.project, self._session.stamp()

        def work(_task: Task) -> tuple[Edit, ...]:
            return reverting(project, [step.done for step in steps], set(places), stamp)

        def take(edits: tuple[Edit, ...]) -> None:
            title = self.tr("Revert: {title}").format(title=step_title(steps[0].transaction))
            if self._session.project is not project:
                self._session.refused.emit(EditError("changed-since"))
            elif self._session.commit(title, *edits, origin="revert") is not None:
                words = self.tr("Taken back: {title}.").format(
                    title=step_title(steps[0].transaction)
                )
                self._notices.tell(words, self.tr("Undo"), self._session.undo)

        self._tasks.run(work, take, self._session.refused.emit)
