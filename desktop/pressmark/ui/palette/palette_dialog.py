"""The palette: a line to type in, and what fits it below; Enter does the first of it."""

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from pressmark.ui.palette.entries import fitting
from pressmark.ui.palette.entry import Entry
from pressmark.ui.panels.row_painting import Index, RowPainter
from pressmark.ui.panels.row_view import RowView
from pressmark.ui.panels.sorted_rows import NOWHERE, AnyIndex, LineRole
from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.theme.fonts import interface_font
from pressmark.ui.theme.icons import icon_pixmap
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.search_field import SearchField

_WIDTH, _HEIGHT, _ROW = 620, 420, 32
_MARGIN, _ICON, _GAP = 12, 15, 10
_AROUND = 28
"""Px above, below and between line and list."""
_ASIDE, _FRAME = 0.35, 2
_FROM_FIELD = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}


class PaletteDialog(QDialog):
    """Asks for one of the entries; `picked` is it, or None."""

    def __init__(self, entries: tuple[Entry, ...], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.picked: Entry | None = None
        self._entries = entries
        self.setWindowTitle(self.tr("Find or run"))
        self.setAccessibleName(self.windowTitle())
        self.field = SearchField(self.tr("Find or run…"))
        self.field.textChanged.connect(self._fit)
        self.field.installEventFilter(self)
        self._rows = _Rows(self)
        self.list = RowView(self._rows, self.tr("What fits"))
        self.list.setProperty("surface", "paper")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.clicked.connect(self._pick)
        self._none = PlainLabel(self.tr("Nothing fits."), "muted")
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self._none)
        column.addWidget(self.list)
        self.setProperty("surface", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field.setFocus()
        self._most = self._settle(parent)
        self._fit("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move through the list, and take its row, while the line keeps the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _FROM_FIELD:
                self.list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._pick(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _fit(self, typed: str) -> None:
        self._rows.show_entries(fitting(self._entries, typed))
        self.list.setCurrentIndex(self._rows.index(0))
        count = self._rows.rowCount()
        self._none.setVisible(not count)
        self.list.setVisible(bool(count))
        self.list.setFixedHeight(min(count, self._most) * _ROW + _FRAME)
        self._column.activate()  # else it would tell how high it was before
        self.resize(self.width(), self._column.sizeHint().height())

    def _pick(self, index: QModelIndex) -> None:
        self.picked = self._rows.entry(index)
        if self.picked:
            self.accept()

    def _settle(self, parent: QWidget) -> int:
        """Stand in the upper middle of the window; return how many rows there is room for."""
        frame = parent.window().frameGeometry()
        width, height = min(_WIDTH, frame.width() - 40), min(_HEIGHT, frame.height() - 120)
        self.setGeometry(frame.center().x() - width // 2, frame.top() + 80, width, height)
        return max(1, (height - self.field.sizeHint().height() - _AROUND) // _ROW)


class _Rows(QAbstractListModel):
    """The entries that fit."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._shown: list[Entry] = []

    def show_entries(self, shown: list[Entry]) -> None:
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def entry(self, index: AnyIndex) -> Entry | None:
        return self._shown[index.row()] if index.isValid() else None

    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index)
        if entry is None:
            return None
        if role == LineRole:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(filter(None, (entry.words, entry.aside)))
        return None


class _Delegate(QStyledItemDelegate):
    """Paints an entry: its icon, its words, and what it is or which keys do it."""

    def __init__(self, view: RowView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(200, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(LineRole)
        if not isinstance(entry, Entry):
            return
        painter.save()
        row = RowPainter(painter, option)
        row.paint_ground(is_chosen=index == self._view.currentIndex())
        room = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        top = room.top() + (room.height() - _ICON) // 2
        icon = icon_pixmap(entry.icon, current_theme().colours.muted, _ICON, row.ratio)
        row.draw(room.left(), top, icon)
        small = interface_font(11)
        wished = QFontMetrics(small).horizontalAdvance(entry.aside) + 2
        aside = min(wished, round(_ASIDE * room.width()))
        place = QRect(room.right() - aside + 1, room.top(), aside, room.height())
        row.write(place, entry.aside, small, "muted")
        words = room.adjusted(_ICON + _GAP, 0, -aside - _GAP, 0)
        row.write(words, entry.words, interface_font(), "ink")
        painter.restore()
