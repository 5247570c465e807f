"""Every key, by menu: made from the table of actions and the keys of the labels."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from pressmark.analysis.matching import without_marks
from pressmark.ui.dialogs.sizes import resize_within_screen
from pressmark.ui.widgets.hairline import Hairline
from pressmark.ui.widgets.key_cap import KeyCap
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.search_field import SearchField

KeyGroup = tuple[str, Sequence[tuple[str, Sequence[str]]]]
"""A heading, and rows of what is done by which keys."""

_NARROWEST = 325
"""Px that a column needs."""

_HEADING = 2
"""Lines that a heading takes."""


class KeysDialog(QDialog):
    """Lists keys in columns, all of them at a glance where the screen is large enough."""

    print_asked = Signal()
    """The keys shall be printed."""
    change_asked = Signal()
    """The keys shall be changed."""

    def __init__(self, groups: Sequence[KeyGroup], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        resize_within_screen(self, 1380, 800)
        self._groups = groups
        self.search = SearchField(self.tr("Find what a key does"))
        self.search.textChanged.connect(self._show_fitting)
        self._none = PlainLabel(self.tr("Nothing fits."), "muted")
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._header())
        column.addWidget(Hairline())
        column.addWidget(self._none)
        column.addWidget(self._scroll, 1)
        column.addWidget(Hairline())
        column.addLayout(self._footer())
        self._none.setContentsMargins(20, 12, 20, 12)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self.print_asked.emit)
        self._count = 0
        self.search.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have as many columns as there is room for."""
        super().resizeEvent(event)
        count = max(1, event.size().width() // _NARROWEST)
        if count != self._count:
            self._count = count
            self._show_fitting(self.search.text())

    def _header(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(20, 12, 20, 12)
        row.addWidget(self.search)
        row.addStretch(1)
        self.search.setMinimumWidth(360)
        return row

    def _footer(self) -> QHBoxLayout:
        change, to_print = QPushButton(self.tr("Change keys…")), QPushButton(self.tr("Print…"))
        close = QPushButton(self.tr("Close"))
        change.clicked.connect(self.change_asked)
        to_print.clicked.connect(self.print_asked)
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(10)
        row.addWidget(change)
        row.addWidget(to_print)
        row.addStretch(1)
        row.addWidget(close)
        for button in (change, to_print, close):
            button.setAutoDefault(False)
        return row

    def _show_fitting(self, typed: str) -> None:
        """Show what has every word typed, in its name, heading or keys."""
        asked = _folded(typed).split()
        groups = [
            (heading, [row for row in rows if _fits(asked, heading, row[0], *row[1])])
            for heading, rows in self._groups
        ]
        fitting = [group for group in groups if group[1]]
        self._none.setVisible(not fitting)
        page = _page(fitting, max(1, self._count))
        self._scroll.setWidget(page)
        page.setAutoFillBackground(False)  # which the scroll area has just set


def _page(groups: Sequence[KeyGroup], count: int) -> QWidget:
    columns = QHBoxLayout()
    columns.setSpacing(32)
    columns.setContentsMargins(20, 14, 24, 14)
    for part in _columns(groups, count):
        column = QVBoxLayout()
        column.setSpacing(5)
        for heading, rows in part:
            column.addWidget(PlainLabel(heading, "heading"))
            column.addLayout(_grid(rows))
            column.addSpacing(7)
        column.addStretch(1)
        columns.addLayout(column, 1)
    page = QWidget()
    page.setLayout(columns)
    return page


def _columns(groups: Sequence[KeyGroup], count: int) -> list[Sequence[KeyGroup]]:
    """Part groups, in their order, into columns of about the same length."""
    lengths = [len(rows) + _HEADING for _, rows in groups]
    wanted = sum(lengths) / count
    columns: list[list[KeyGroup]] = [[]]
    filled = 0.0
    for group, length in zip(groups, lengths, strict=True):
        if columns[-1] and filled + length / 2 > wanted * len(columns) and len(columns) < count:
            columns.append([])
        columns[-1].append(group)
        filled += length
    columns += [[] for _ in range(count - len(columns))]  # few results are not drawn apart
    return list(columns)


def _grid(rows: Iterable[tuple[str, Sequence[str]]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(3)
    grid.setColumnStretch(0, 1)
    for at, (words, keys) in enumerate(rows):
        caps = QHBoxLayout()
        caps.setSpacing(4)
        caps.addStretch(1)
        for key in keys:
            caps.addWidget(KeyCap(key))
        label = PlainLabel(words)
        label.setWordWrap(True)
        grid.addWidget(label, at, 0)
        grid.addLayout(caps, at, 1)
    return grid


def _fits(asked: Iterable[str], *words: str) -> bool:
    told = _folded(" ".join(words))
    return all(one in told for one in asked)


def _folded(text: str) -> str:
    return without_marks(text).casefold()
