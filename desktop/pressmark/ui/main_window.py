"""The window: it shows at once, empty, and is furnished a moment later."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QToolBar, QVBoxLayout, QWidget

from pressmark.store.glimpse import Glimpse
from pressmark.ui.geometry import SMALLEST, encoded, put_back
from pressmark.ui.panes import Panes, shown_widths
from pressmark.ui.skeleton import Skeleton
from pressmark.ui.tab_order import neighbour


class MainWindow(QMainWindow):
    """The frame of the main window; what stands in it is put there by `furnish`."""

    painted = Signal()
    """The first paint is over, and there is time for everything else."""
    rested = Signal()
    """Somebody went to another window."""
    dropped = Signal(QMimeData)
    """Something was dropped on the window."""

    def __init__(self, seen: Glimpse) -> None:
        super().__init__()
        self.setWindowTitle("Pressmark")
        self.setMinimumSize(_smallest())
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.may_close: Callable[[], bool] = lambda: True
        self.put_away: Callable[[], object] = lambda: None
        self._panes: Panes | None = None
        self._arrangement = seen.docks
        skeleton = Skeleton(seen.theme, *shown_widths(seen.docks))
        skeleton.painted.connect(self.painted)
        self.setCentralWidget(skeleton)
        put_back(self, seen.geometry)

    def furnish(self, top: QWidget, banner: QWidget, panes: Panes, foot: QWidget) -> None:
        """Put the parts of the window in their places."""
        bar = QToolBar(self.tr("Top bar"))
        bar.setMovable(False)
        bar.setFloatable(False)
        bar.addWidget(top)
        self.addToolBar(bar)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(banner)
        column.addWidget(panes, 1)
        self.setCentralWidget(middle)
        # Qt would show it only later; what is not shown yet gets no focus where the window becomes
        # active in between.
        middle.show()
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(foot, 1)
        self._panes = panes
        panes.arrange(self._arrangement)
        self.setAcceptDrops(True)

    # ---- how it stands

    def geometry_text(self) -> str:
        """Return how the window stands, as text to be kept."""
        return encoded(self.saveGeometry())

    def arrangement(self) -> str:
        """Return how its panes stand, as text to be kept."""
        return self._panes.arrangement() if self._panes else self._arrangement

    # ---- events

    def changeEvent(self, event: QEvent) -> None:
        """Say when somebody goes to another window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.rested.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close if everything is in order, or in spite of it where somebody says so."""
        if self.may_close():
            event.accept()
        else:
            event.ignore()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 -- Qt calls it so
        """Go to the next field as they stand, or the one before; Qt goes by when they were made."""
        field = neighbour(self, self.focusWidget(), forth=next)
        if field is None:
            return super().focusNextPrevChild(next)
        self.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        field.setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and text."""
        offered = event.mimeData()
        if offered.hasUrls() or offered.hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on what was dropped."""
        event.acceptProposedAction()
        self.dropped.emit(event.mimeData())


def _smallest() -> QSize:
    return SMALLEST.boundedTo(QGuiApplication.primaryScreen().availableSize())
