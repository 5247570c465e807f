"""Conflicted copies of the project that a sync service left beside it: told, shown, merged."""

from collections.abc import Callable, Sequence
from pathlib import Path

from pressmark.store.conflict_copies import Beside, copies_beside, unmerged_copies
from pressmark.ui.banner import Banner
from pressmark.ui.crew import Tools, Worker
from pressmark.ui.dialogs.lines import show_lines
from pressmark.ui.shown_paths import shown_path
from pressmark.ui.tasks import Task
from pressmark.ui.widgets.strip import Offer
from pressmark.ui.words import counted
from pressmark.ui.words import phrase as _t

_TOPIC = "conflict-copies"


class ConflictCopies(Worker):
    """Looks beside the project in the background; `merge` takes one copy in.

    It does so when a project was opened, after each save, and whenever it is asked to. A copy is
    told of once, until it is another one.
    """

    def __init__(self, tools: Tools, banner: Banner, merge: Callable[[Path], object]) -> None:
        super().__init__(tools)
        self._banner = banner
        self._merge = merge
        self._seen: tuple[Beside, ...] = ()
        self._saved_seq = 0
        self._session.project_replaced.connect(self._begin)
        self._session.keeping_changed.connect(self._look_after_save)

    def look(self) -> None:
        """See whether there are other copies than at the last look."""
        file, seen = self._session.file, self._seen
        if file is None:
            return
        side = file.side

        def work(_task: Task) -> tuple[tuple[Beside, ...], Sequence[Path]]:
            there = copies_beside(side.path)
            return there, unmerged_copies(side) if there != seen else ()

        def tell(found: tuple[tuple[Beside, ...], Sequence[Path]]) -> None:
            there, copies = found
            if file is self._session.file and there != self._seen:
                self._seen = there
                self._tell(copies)

        self._tasks.run(work, tell, self._session.refused.emit)

    def _begin(self) -> None:
        file = self._session.file
        self._banner.withdraw(_TOPIC)
        self._seen, self._saved_seq = (), file.seq if file is not None else 0
        self.look()

    def _look_after_save(self) -> None:
        file = self._session.file
        if file is not None and file.saved and file.seq != self._saved_seq:
            self._saved_seq = file.seq
            self.look()

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
