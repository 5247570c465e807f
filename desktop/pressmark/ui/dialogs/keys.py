"""Every key, by menu: made from the table of actions and the keys of the labels."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from pressmark.ui.widgets.key_cap import KeyCap
from pressmark.ui.widgets.plain_label import PlainLabel

KeyGroups = Sequence[tuple[str, Sequence[tuple[str, Sequence[str]]]]]
"""Headings, each with rows of what is done by which keys."""


class KeysDialog(QDialog):
    """Lists keys in two columns."""

    def __init__(self, groups: KeyGroups, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.resize(820, 640)
        columns = QHBoxLayout()
        columns.setSpacing(48)
        columns.setContentsMargins(8, 4, 16, 8)
        for half in _halves(groups):
            column = QVBoxLayout()
            column.setSpacing(7)
            for heading, rows in half:
                column.addWidget(PlainLabel(heading, "heading"))
                column.addLayout(_grid(rows))
                column.addSpacing(12)
            column.addStretch(1)
            columns.addLayout(column, 1)
        page = QWidget()
        page.setLayout(columns)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        page.setAutoFillBackground(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(scroll, 1)
        column.addWidget(buttons)


def _halves(groups: KeyGroups) -> tuple[KeyGroups, KeyGroups]:
    """Part groups into two columns of about the same length, in order."""
    total = sum(len(rows) + 2 for _, rows in groups)
    so_far = 0
    for at, (_, rows) in enumerate(groups):
        so_far += len(rows) + 2
        if so_far * 2 >= total:
            return groups[: at + 1], groups[at + 1 :]
    return groups, ()


def _grid(rows: Sequence[tuple[str, Sequence[str]]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 1)
    for at, (words, keys) in enumerate(rows):
        caps = QHBoxLayout()
        caps.setSpacing(4)
        caps.addStretch(1)
        for key in keys:
            caps.addWidget(KeyCap(key))
        grid.addWidget(PlainLabel(words), at, 0)
        grid.addLayout(caps, at, 1)
    return grid
