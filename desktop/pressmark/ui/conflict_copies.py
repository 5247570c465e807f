"""Conflicted copies of the project that a sync service left beside it: told, shown, merged."""

from collections.abc import Callable, Sequence
from pathlib import Path

from pressmark.store.conflict_copies import unmerged_copies
from pressmark.ui.banner import Banner
from pressmark.ui.crew import Tools, Worker
from pressmark.ui.dialogs.lines import show_lines
from pressmark.ui.shown_paths import shown_path
from pressmark.ui.widgets.strip import Offer
from pressmark.ui.words import counted
from pressmark.ui.words import phrase as _t

_TOPIC = "conflict-copies"


class ConflictCopies(Worker):
    """Looks beside a project that was opened, in the background; `merge` takes one copy in."""

    def __init__(self, tools: Tools, banner: Banner, merge: Callable[[Path], object]) -> None:
        super().__init__(tools)
        self._banner = banner
        self._merge = merge
        self._session.project_replaced.connect(self._look)

    def _look(self) -> None:
        file = self._session.file
        self._banner.withdraw(_TOPIC)
        if file is None:
            return
        side = file.side

        def tell(copies: Sequence[Path]) -> None:
            if file is self._session.file:
                self._tell(copies)

        self._tasks.run(lambda _task: unmerged_copies(side), tell, self._session.refused.emit)

    def _tell(self, copies: Sequence[Path]) -> None:
        self._banner.withdraw(_TOPIC)
        if not copies:
            return
        words = counted(
            _t("A conflicted copy of this project lies beside it and holds what is not here."),
            _t("{n} conflicted copies of this project lie beside it and hold what is not here."),
            len(copies),
        )
        offers = [Offer(self.tr("Show"), lambda: self._show(copies))]
        if self._session.writable:
            offers.insert(0, Offer(self.tr("Merge it…"), lambda: self._take(copies)))
        self._banner.say(_TOPIC, words, *offers)

    def _show(self, copies: Sequence[Path]) -> None:
        title = self.tr("Conflicted copies")
        show_lines(title, [shown_path(one) for one in copies], self._window)

    def _take(self, copies: Sequence[Path]) -> None:
        """Merge the first; the others wait their turn."""
        self._tell(copies[1:])
        self._merge(copies[0])
