"""A list view as all panels have it."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QListView


class RowView(QListView):
    """Rows of one height on the desk; what is chosen is painted by the delegate."""

    moved = Signal(QModelIndex)
    """The keys went to another row."""
    entered = Signal(QModelIndex)
    """Enter was pressed on a row."""
    menu_asked = Signal(QModelIndex, QPoint)
    """A menu for a row was asked for, with the mouse or the menu key: where on the screen."""

    def __init__(self, rows: QAbstractListModel, accessible_name: str) -> None:
        super().__init__()
        self.setModel(rows)
        self.setAccessibleName(accessible_name)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
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
            self.entered.emit(index)
            return
        super().keyPressEvent(event)
        if self.currentIndex() != index:
            self.moved.emit(self.currentIndex())

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
