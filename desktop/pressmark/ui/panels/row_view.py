"""A list view as all panels have it."""

from PySide6.QtCore import QAbstractListModel, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QListView


class RowView(QListView):
    """Rows of one height on the desk; what is chosen is painted by the delegate.

    With `several`, rows are chosen together as everywhere: Shift and Ctrl with the mouse, Shift
    with the arrows, Ctrl+A; Esc chooses none.
    """

    moved = Signal(QModelIndex)
    """The keys went to another row."""
    opened = Signal(QModelIndex)
    """Enter was pressed on a row (`entered` is Qt's, for the pointer)."""
    opened_beside = Signal(QModelIndex)
    """Shift+Enter was pressed on a row, or it was clicked with the middle button."""
    menu_asked = Signal(QModelIndex, QPoint)
    """A menu for a row was asked for, with the mouse or the menu key: where on the screen."""

    def __init__(
        self, rows: QAbstractListModel, accessible_name: str, *, several: bool = False
    ) -> None:
        super().__init__()
        self.setModel(rows)
        self.setAccessibleName(accessible_name)
        self.setUniformItemSizes(True)
        mode = QListView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if several else mode.NoSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setProperty("surface", "panel")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Enter, and of keys that go elsewhere; clicks have a signal of their own."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            beside = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.opened_beside if beside else self.opened).emit(index)
            return
        if event.key() == Qt.Key.Key_Escape and len(self.selectionModel().selectedIndexes()) > 1:
            self.choose_only(index)
            return
        super().keyPressEvent(event)
        if self.currentIndex() != index:
            self.moved.emit(self.currentIndex())

    def choose_only(self, index: QModelIndex) -> None:
        """Let a row be the only one that is chosen, whatever keys are held."""
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of the middle button, which Qt passes over."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and index.isValid():
            self.opened_beside.emit(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Tell where a menu was asked for: at the pointer, or at the row that the keys are on."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            place = self.viewport().mapToGlobal(self.visualRect(index).center())
        else:
            index, place = self.indexAt(event.pos()), event.globalPos()
        if index.isValid():
            self.menu_asked.emit(index, place)
        event.accept()
