"""A button that opens a menu of values to tick, and says which are."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from pressmark.ui.widgets.tooltips import give_tooltip, plain_tooltip

_WIDEST = 190


class TickButton(QPushButton):
    """While nothing is ticked, or all is, nothing is left out: `any_words` say so."""

    changed = Signal()

    def __init__(self, name: str, any_words: str, titles: Mapping[str, str]) -> None:
        super().__init__()
        self._name, self._any = name, any_words
        self.setAutoDefault(False)
        menu = QMenu(self)
        self._actions: dict[str, QAction] = {}
        for value, title in titles.items():
            action = menu.addAction(title.replace("&", "&&"))
            action.setToolTip(plain_tooltip(title))  # Qt's own would be the text as it is
            action.setCheckable(True)
            action.triggered.connect(self._tell)
            self._actions[value] = action
        menu.addSeparator()
        self._all = menu.addAction(any_words.replace("&", "&&"))
        self._all.triggered.connect(self._clear)
        self.setMenu(menu)
        self._titles = dict(titles)
        self._show()

    @property
    def picked(self) -> tuple[str, ...] | None:
        """The values that are ticked; None: any will do."""
        ticked = tuple(value for value, action in self._actions.items() if action.isChecked())
        return ticked if 0 < len(ticked) < len(self._actions) else None

    def pick(self, values: Iterable[str] | None) -> None:
        """Tick these, as far as there are such, without a signal."""
        wanted = set(values or ())
        for value, action in self._actions.items():
            action.setChecked(value in wanted)
        self._show()

    def _clear(self) -> None:
        self.pick(None)
        self.changed.emit()

    def _tell(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        picked = self.picked
        words = self._any if picked is None else ", ".join(self._titles[one] for one in picked)
        mode = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(words, mode, _WIDEST)
        self.setText(shown.replace("&", "&&"))
        self.setAccessibleName(f"{self._name}: {words}")
        give_tooltip(self, words if shown != words else "")
        self._all.setEnabled(picked is not None)
