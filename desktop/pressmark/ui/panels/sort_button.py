"""The button that says how a list is sorted, and lets one choose."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from pressmark.ui.theme.appearance import give_icon


class SortButton(QToolButton):
    """Opens a menu of the ways to sort, given with their titles, of which one is ticked."""

    chosen = Signal(str)
    """The list is to be sorted so from now on."""

    def __init__(self, accessible_name: str, titles: Mapping[str, str]) -> None:
        super().__init__()
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAccessibleName(accessible_name)
        self.setToolTip(self.tr("Sort"))
        give_icon(self, "arrow-down-up")
        menu = QMenu(self)
        group = QActionGroup(self)
        self._actions = {sorting: QAction(title, menu) for sorting, title in titles.items()}
        for sorting, action in self._actions.items():
            action.setCheckable(True)
            action.triggered.connect(lambda _on, by=sorting: self.chosen.emit(by))
            group.addAction(action)
            menu.addAction(action)
        self.setMenu(menu)

    def show_sorting(self, sorting: str) -> None:
        """Tick how the list is sorted."""
        self._actions[sorting].setChecked(True)
        self.setAccessibleDescription(self._actions[sorting].text())
