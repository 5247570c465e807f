"""The formats one can write, by what they are for."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from pressmark.formats.format import Format
from pressmark.ui.dialogs.export.holding import group_title, holding
from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.theme.fonts import interface_font
from pressmark.ui.words import translated

_HOLDING = Qt.ItemDataRole.UserRole + 1
_FORMAT = Qt.ItemDataRole.UserRole + 2
_AIR = 62


class FormatList(QListWidget):
    """One row a format with what it holds, under the heading of its group."""

    format_chosen = Signal(object)
    """A Format."""

    def __init__(self, formats: Sequence[Format[Any]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.setItemDelegate(_Row(self))
        groups = dict.fromkeys(form.group for form in formats)
        for group in groups:
            self._add_heading(group_title(group))
            for form in formats:
                if form.group == group:
                    self._add_format(form)
        self.setFixedWidth(max(270, *(self._width(form) for form in formats)))
        self.currentItemChanged.connect(self._tell)

    def choose(self, form: Format[Any]) -> None:
        """Choose a format."""
        for row in range(self.count()):
            if self.item(row).data(_FORMAT) is form:
                self.setCurrentRow(row)
                self.scrollToItem(self.item(max(0, row - 1)))  # its heading, where it is the first

    def _width(self, form: Format[Any]) -> int:
        """Return what a row needs for both its words, its margins and the scroll bar."""
        name = self.fontMetrics().horizontalAdvance(translated(form.name))
        return name + QFontMetrics(interface_font(11)).horizontalAdvance(holding(form)) + _AIR

    def _add_heading(self, words: str) -> None:
        heading = QListWidgetItem(words)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(heading)

    def _add_format(self, form: Format[Any]) -> None:
        item = QListWidgetItem(translated(form.name))
        item.setData(_FORMAT, form)
        item.setData(_HOLDING, holding(form))
        item.setToolTip("")
        self.addItem(item)

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.format_chosen.emit(item.data(_FORMAT))


class _Row(QStyledItemDelegate):
    """Draws a heading, or a name with what it holds at the right."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Give headings some air above."""
        return QSize(super().sizeHint(option, index).width(), 28 if index.data(_FORMAT) else 34)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row."""
        colours = current_theme().colours
        if index.data(_FORMAT) is not None:
            super().paint(painter, option, index)
            painter.setFont(interface_font(11))
            painter.setPen(colours.muted)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            box = QStyle.visualRect(
                option.direction, option.rect, option.rect.adjusted(0, 0, -16, 0)
            )
            painter.drawText(box, right, index.data(_HOLDING))
            return
        font = interface_font(12)
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(colours.muted)
        low = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        box = QStyle.visualRect(option.direction, option.rect, option.rect.adjusted(12, 0, 0, -5))
        painter.drawText(box, low, index.data())
