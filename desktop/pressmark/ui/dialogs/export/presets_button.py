"""Exports with a name: picked, added and deleted in a menu."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu, QPushButton

from pressmark.store.export_choice import ExportChoice
from pressmark.store.export_presets import preset_name
from pressmark.ui.widgets.tooltips import plain_tooltip


class PresetsButton(QPushButton):
    """Opens the menu; `ask_name` asks how the present choice is to be called."""

    picked = Signal(object)
    """An ExportChoice to be shown."""
    changed = Signal(object)
    """The presets by name, to be kept."""

    def __init__(
        self, presets: Mapping[str, ExportChoice], present: Callable[[], ExportChoice]
    ) -> None:
        super().__init__(self.tr("Presets"))
        self.setAutoDefault(False)
        self._presets = dict(presets)
        self._present = present
        self.menu_shown = QMenu(self)
        self.menu_shown.aboutToShow.connect(self._fill)
        self.setMenu(self.menu_shown)
        self._fill()

    def save_as(self, name: str) -> None:
        """Keep the present choice under a name, in the place of one that has it."""
        name = preset_name(name)
        if name:
            self._take({**self._presets, name: self._present()})

    def delete(self, name: str) -> None:
        """Keep a preset no longer."""
        self._take({one: kept for one, kept in self._presets.items() if one != name})

    def _take(self, presets: Mapping[str, ExportChoice]) -> None:
        self._presets = dict(sorted(presets.items(), key=lambda one: one[0].casefold()))
        self.changed.emit(self._presets)

    def _fill(self) -> None:
        menu = self.menu_shown
        menu.clear()
        for name, choice in self._presets.items():
            action = _named(menu, name)
            action.triggered.connect(lambda _on=False, one=choice: self.picked.emit(one))
        menu.addSeparator()
        menu.addAction(self.tr("Save as preset…")).triggered.connect(self._ask_name)
        gone = menu.addMenu(self.tr("Delete"))
        gone.setEnabled(bool(self._presets))
        for name in self._presets:
            action = _named(gone, name)
            action.triggered.connect(lambda _on=False, one=name: self.delete(one))

    def _ask_name(self) -> None:
        title, words = self.tr("Save as preset"), self.tr("Name of the preset:")
        name, is_given = QInputDialog.getText(self.window(), title, words)
        if is_given:
            self.save_as(name)


def _named(menu: QMenu, name: str) -> QAction:
    action = menu.addAction(name.replace("&", "&&"))
    action.setToolTip(plain_tooltip(name))  # Qt's own would be the text as it is
    return action
