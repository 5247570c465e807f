"""The button that picks out annotations which lack a relation."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from pressmark.analysis.loose_ends import LooseEnd, loose_ends
from pressmark.model.label_set import LabelSet
from pressmark.ui.panels.loose_end_words import loose_end_words
from pressmark.ui.theme.appearance import give_icon


class LooseEndFilter(QToolButton):
    """Opens a menu of what may lack a relation, such as claims that no denial denies."""

    changed = Signal()
    """Something else is picked."""

    def __init__(self) -> None:
        super().__init__()
        self._labels = LabelSet(name="")
        self._picked: LooseEnd | None = None
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setCheckable(True)
        self.setAccessibleName(self.tr("Pick out what lacks a relation"))
        self.setToolTip(self.tr("Pick out what lacks a relation"))
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self._menu.aboutToHide.connect(self._show_picked)
        self.setMenu(self._menu)
        self._show_picked()

    @property
    def picked(self) -> LooseEnd | None:
        """What is shown alone; None for all annotations."""
        return self._picked

    def pick(self, end: LooseEnd | None) -> None:
        """Show only these from now on."""
        if end != self._picked:
            self._picked = end
            self.changed.emit()
        self._show_picked()

    def offer(self, labels: LabelSet) -> None:
        """Offer what may lack a relation of these types."""
        self._labels = labels
        if self._picked not in loose_ends(labels):
            self.pick(None)

    def _show_picked(self) -> None:
        """Be pressed while something is picked."""
        self.setChecked(self._picked is not None)
        give_icon(self, "unlink", "accent" if self._picked else "muted")
        said = loose_end_words(self._labels, self._picked) if self._picked else ""
        self.setAccessibleDescription(said)

    def _fill(self) -> None:
        self._menu.clear()
        group = QActionGroup(self._menu)
        ends = {loose_end_words(self._labels, end): end for end in loose_ends(self._labels)}
        for words, end in {self.tr("All annotations"): None, **ends}.items():
            action = self._menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(end == self._picked)
            action.triggered.connect(lambda _on=False, one=end: self.pick(one))
            group.addAction(action)
