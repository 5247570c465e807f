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

from pressmark.ui.dialogs.sizes import resize_within_screen
from pressmark.ui.widgets.key_cap import KeyCap
from pressmark.ui.widgets.plain_label import PlainLabel

KeyGroups = Sequence[tuple[str, Sequence[tuple[str, Sequence[str]]]]]
"""Headings, each with rows of what is done by which keys."""

_COLUMNS, _HEADING = 3, 2
"""Columns, and lines that a heading takes."""


class KeysDialog(QDialog):
    """Lists keys in columns, all of them at a glance where the screen is large enough."""

    def __init__(self, groups: KeyGroups, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        resize_within_screen(self, 1120, 690)
        columns = QHBoxLayout()
        columns.setSpacing(40)
        columns.setContentsMargins(8, 4, 16, 8)
        for part in _columns(groups):
            column = QVBoxLayout()
            column.setSpacing(7)
            for heading, rows in part:
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


def _columns(groups: KeyGroups) -> list[KeyGroups]:
    """Part groups, in their order, into columns of about the same length."""
    lengths = [len(rows) + _HEADING for _, rows in groups]
    wanted = sum(lengths) / _COLUMNS
    columns: list[list[tuple[str, Sequence[tuple[str, Sequence[str]]]]]] = [[]]
    filled = 0.0
    for group, length in zip(groups, lengths, strict=True):
        if columns[-1] and filled + length / 2 > wanted * len(columns) and len(columns) < _COLUMNS:
            columns.append([])
        columns[-1].append(group)
        filled += length
    return list(columns)


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
