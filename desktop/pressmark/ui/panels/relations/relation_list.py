"""The list of relations: each half of a row leads to its own end."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

from pressmark.ui.panels.relations.relation_delegate import RelationDelegate
from pressmark.ui.panels.relations.relation_rows import RelationRows
from pressmark.ui.panels.row_painting import Index
from pressmark.ui.panels.row_view import RowView
from pressmark.ui.session import Session


class RelationList(RowView):
    """Left and right go to the ends of a relation, Del removes it; a menu has all of that."""

    end_asked = Signal(QModelIndex, bool)
    """A row, and whether it is its far end that one wants to go to."""
    removal_asked = Signal()
    """The relation that the keys are on shall go."""

    def __init__(self, session: Session, rows: RelationRows, accessible_name: str) -> None:
        super().__init__(rows, accessible_name)
        self._session = session
        self._painter = RelationDelegate(session, rows, self._is_current, self)
        self.setItemDelegate(self._painter)
        self.menu_asked.connect(self._show_menu)
        self.selectionModel().currentChanged.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to an end, or remove."""
        ends = {int(Qt.Key.Key_Left): False, int(Qt.Key.Key_Right): True}
        index = self.currentIndex()
        if event.key() in ends and index.isValid():
            self.end_asked.emit(index, ends[event.key()])
        elif event.key() == Qt.Key.Key_Delete and index.isValid():
            self.removal_asked.emit()
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Go to the end that was clicked."""
        done = super().viewportEvent(event)
        is_release = event.type() == QEvent.Type.MouseButtonRelease
        if is_release and isinstance(event, QMouseEvent):
            place = event.position().toPoint()
            index = self.indexAt(place)
            if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
                row = self.visualRect(index)
                self.end_asked.emit(index, self._painter.is_on_end(row, place))
        return done

    def _is_current(self, index: Index) -> bool:
        return index.row() == self.currentIndex().row()

    def _show_menu(self, index: QModelIndex, place: QPoint) -> None:
        self.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        to_start, to_end = self.tr("Go to where it starts"), self.tr("Go to where it leads")
        menu.addAction(to_start).triggered.connect(lambda: self.end_asked.emit(index, False))  # noqa: FBT003 -- a signal has no names
        menu.addAction(to_end).triggered.connect(lambda: self.end_asked.emit(index, True))  # noqa: FBT003 -- a signal has no names
        menu.addSeparator()
        remove = menu.addAction(self.tr("Remove relation"))
        remove.setEnabled(self._session.writable)
        remove.triggered.connect(self.removal_asked)
        menu.popup(place)
