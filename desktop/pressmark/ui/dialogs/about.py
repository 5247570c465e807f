"""What this is, which version, and the licences of everything that ships with it."""

import json
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from pressmark import __version__
from pressmark.paths import resource
from pressmark.ui.dialogs.sizes import resize_within_screen
from pressmark.ui.widgets.plain_label import PlainLabel


@dataclass(frozen=True, slots=True)
class Component:
    """A part that ships: its name and version, its licence by SPDX, and where it comes from."""

    name: str
    version: str
    licence: str
    source: str
    files: tuple[str, ...]

    def text(self) -> str:
        """Return its licences in full."""
        pages = (resource("licences", name).read_text("utf-8") for name in self.files)
        return "\n\n\n".join(pages)


def components() -> tuple[Component, ...]:
    """Return everything that ships besides Pressmark itself, in the order of the list."""
    rows = json.loads(resource("licences", "licences.json").read_bytes())
    return tuple(
        Component(
            row["component"], row["version"], row["licence"], row["source"], tuple(row["files"])
        )
        for row in rows
    )


class AboutDialog(QDialog):
    """Version and licences, as plain text."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Pressmark"))
        resize_within_screen(self, 960, 620)
        self._components = components()
        name = PlainLabel(f"Pressmark {__version__}", "title")
        told = PlainLabel(
            self.tr(
                "Read news articles and tag what the text says. Licensed under Apache-2.0. "
                "It makes no network connection."
            )
        )
        self._list = QListWidget()
        self._list.addItems([f"{one.name} {one.version}" for one in self._components])
        self._list.currentRowChanged.connect(self._show)
        self._source = PlainLabel(role="muted")
        self._source.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._lay_out(name, told)
        self._list.setCurrentRow(0)

    def _lay_out(self, name: QWidget, told: QWidget) -> None:
        right = QVBoxLayout()
        right.addWidget(self._source)
        right.addWidget(self._text, 1)
        middle = QHBoxLayout()
        middle.addWidget(self._list, 1)
        middle.addLayout(right, 3)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addWidget(name)
        column.addWidget(told)
        column.addLayout(middle, 1)
        column.addWidget(buttons)

    def _show(self, row: int) -> None:
        component = self._components[row]
        self._source.setText(f"{component.licence} · {component.source}")
        self._text.setPlainText(component.text())
