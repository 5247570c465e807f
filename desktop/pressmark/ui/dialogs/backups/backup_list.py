"""The backups of a project as rows, the newest first."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from pressmark.analysis.contrast import Contrast
from pressmark.store.backups import Backup
from pressmark.ui.dialogs.backups.words import contrast_words
from pressmark.ui.moments import moment_words
from pressmark.ui.theme.appearance import current_theme

_WHEN, _ANNOTATIONS, _ARTICLES, _DIFFERENCE = range(4)
_WIDTHS = (240, 100, 70)


class Seen(NamedTuple):
    """What was found in a backup; `contrast` is None where there is nothing to compare with."""

    annotations: int
    articles: int
    contrast: Contrast | None


class BackupList(QTreeWidget):
    """One row a backup: when it was made, what it holds, and how that differs from now."""

    chosen = Signal()
    """Another row is the current one."""

    def __init__(self) -> None:
        super().__init__()
        self._backups: list[Backup] = []
        self.setAccessibleName(self.tr("Backups"))
        self.setHeaderLabels(
            [self.tr("When"), self.tr("Annotations"), self.tr("Articles"), self.tr("Against now")]
        )
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        for column in (_ANNOTATIONS, _ARTICLES):
            centred = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            self.headerItem().setTextAlignment(column, centred)
        header = self.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        for column, width in enumerate(_WIDTHS):
            header.resizeSection(column, width)
        self.currentItemChanged.connect(self.chosen)

    def fill(self, backups: Sequence[tuple[Backup, str]]) -> None:
        """Show these backups, each with a word on it or ""; the first one is chosen."""
        self.clear()
        self._backups = [backup for backup, _ in backups]
        self.addTopLevelItems([self._item(backup, word) for backup, word in backups])
        self.setCurrentIndex(self.model().index(0, 0))

    @property
    def current(self) -> Backup | None:
        """The backup that was chosen."""
        row = self.currentIndex().row()
        return self._backups[row] if row >= 0 else None

    def show_seen(self, row: int, seen: Seen) -> None:
        """Show what was found in the backup of a row."""
        item, number = self.topLevelItem(row), self.locale().toString
        if item is not None:
            item.setText(_ANNOTATIONS, number(seen.annotations))
            item.setText(_ARTICLES, number(seen.articles))
            words = contrast_words(seen.contrast) if seen.contrast is not None else ""
            item.setText(_DIFFERENCE, words)

    def show_damage(self, row: int, words: str) -> None:
        """Say that the backup of a row cannot be used."""
        item = self.topLevelItem(row)
        if item is not None:
            item.setText(_DIFFERENCE, words)
            item.setText(_ANNOTATIONS, "")
            item.setText(_ARTICLES, "")
            item.setDisabled(True)
            for column in range(self.columnCount()):
                item.setForeground(column, current_theme().colours.faint)

    def _item(self, backup: Backup, word: str) -> QTreeWidgetItem:
        when = moment_words(backup.time.isoformat())
        item = QTreeWidgetItem([" · ".join(filter(None, (when, word))), "…", "…", "…"])
        for column in (_ANNOTATIONS, _ARTICLES):
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight)
        return item
