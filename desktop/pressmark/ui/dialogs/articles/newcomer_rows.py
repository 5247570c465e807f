"""Newcomers as rows: those of one standing, and with the words of a filter."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QStringListModel, Qt, Signal

from pressmark.ui.dialogs.articles.newcomer import Newcomer, Standing
from pressmark.ui.dialogs.articles.words import STANDINGS, kind_icon, place_words
from pressmark.ui.panels.sorted_rows import AnyIndex, LineRole
from pressmark.ui.widgets.tooltips import plain_tooltip
from pressmark.ui.words import translated

_CHECK = Qt.ItemDataRole.CheckStateRole
_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


@dataclass(frozen=True, slots=True)
class NewcomerLine:
    """What one row shows; `has_box` says that it can be ticked."""

    title: str
    place: str
    icon: str
    standing: Standing
    is_taken: bool
    has_box: bool


class NewcomerRows(QStringListModel):
    """Some of the newcomers, in their order.

    Qt's own list of strings counts the rows: asking Python for each would hold up long lists.
    """

    taken_changed = Signal()
    """Others are to come in than before."""

    def __init__(
        self, title_of: Callable[[Newcomer], str], parent: QObject, *, is_ticked: bool = True
    ) -> None:
        """`is_ticked`: those that were read may come in or not, each."""
        super().__init__(parent)
        self._title_of, self.is_ticked = title_of, is_ticked
        self.by_id: dict[str, Newcomer] = {}
        self._every: list[Newcomer] = []
        self._shown: list[Newcomer] = []
        self._standing: Standing | None = None
        self._filter = ""

    # ---- which

    @property
    def every(self) -> Sequence[Newcomer]:
        """All of them, shown or not."""
        return self._every

    def counts(self) -> Counter[Standing]:
        """Return how many there are of each standing."""
        return Counter(one.standing for one in self._every)

    def fill(self, newcomers: Iterable[Newcomer]) -> None:
        """Have these, and no others."""
        self._every = list(newcomers)
        self.by_id = {one.read.article.head.id: one for one in self._every if one.read}
        self._show()

    def exchange(self, old: Iterable[Newcomer], new: Iterable[Newcomer]) -> None:
        """Put new ones where old ones of the same file were."""
        gone = {id(one) for one in old}
        at = next((at for at, one in enumerate(self._every) if id(one) in gone), len(self._every))
        rest = [one for one in self._every[at:] if id(one) not in gone]
        self.fill([*self._every[:at], *new, *rest])

    def show_only(self, standing: Standing | None, words: str) -> None:
        """Show those of a standing (None: of any) with these words in title, file or part."""
        self._standing, self._filter = standing, words.strip().casefold()
        self._show()

    def newcomer(self, index: AnyIndex) -> Newcomer | None:
        """Return what a row is about."""
        return self._shown[index.row()] if 0 <= index.row() < len(self._shown) else None

    def row_of(self, newcomer: Newcomer) -> int:
        """Return the row of a newcomer; -1 where it is not shown."""
        return next((row for row, one in enumerate(self._shown) if one is newcomer), -1)

    # ---- what a view asks for

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let be ticked what may come in."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        newcomer = self.newcomer(index)
        has_box = newcomer is not None and self._has_box(newcomer)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if has_box else flags

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return all that is painted as one value, and the same as words."""
        newcomer = self.newcomer(index)
        if newcomer is None:
            return None
        if role == LineRole:
            return self._line(newcomer)
        if role == _CHECK and self._has_box(newcomer):
            return Qt.CheckState.Checked if newcomer.is_taken else Qt.CheckState.Unchecked
        if role in _SPOKEN:
            words = STANDINGS.get(newcomer.standing, "")
            parts = (self._title_of(newcomer), place_words(newcomer), words and translated(words))
            return ", ".join(filter(None, parts))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self._title_of(newcomer), place_words(newcomer))
        return None

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a tick, or take it away."""
        newcomer = self.newcomer(index)
        if role != _CHECK or newcomer is None or not self._has_box(newcomer):
            return False
        self.take([newcomer], is_taken=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def take(self, newcomers: Iterable[Newcomer], *, is_taken: bool) -> None:
        """Let these come in, or stay outside."""
        for one in newcomers:
            one.is_taken = is_taken
        self.renew()
        self.taken_changed.emit()

    def renew(self) -> None:
        """Have the rows painted anew."""
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    def _line(self, newcomer: Newcomer) -> NewcomerLine:
        return NewcomerLine(
            self._title_of(newcomer),
            place_words(newcomer),
            kind_icon(newcomer),
            newcomer.standing,
            newcomer.comes_in,
            self._has_box(newcomer),
        )

    def _has_box(self, newcomer: Newcomer) -> bool:
        return self.is_ticked and newcomer.read is not None

    def _show(self) -> None:
        self._shown = [one for one in self._every if self._is_wanted(one)]
        self.setStringList([""] * len(self._shown))

    def _is_wanted(self, one: Newcomer) -> bool:
        if self._standing not in (None, one.standing):
            return False
        if not self._filter:
            return True
        return self._filter in f"{self._title_of(one)}\n{place_words(one)}".casefold()
