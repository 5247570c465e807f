"""The window: it shows at once, empty, and is furnished a moment later."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QSize, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QVBoxLayout, QWidget

from pressmark.store.glimpse import Glimpse
from pressmark.ui.dropping import take_copy
from pressmark.ui.geometry import SMALLEST, encoded, put_back
from pressmark.ui.skeleton import Skeleton


class MainWindow(QMainWindow):
    """The frame of the main window; what stands in it is put there by `furnish`."""

    painted = Signal()
    """The first paint is over, and there is time for everything else."""
    rested = Signal()
    """Somebody went to another window."""
    returned = Signal()
    """Somebody came to this window."""
    dropped = Signal(object)
    """QMimeData with the files, or else the words, that were dropped on the window."""

    def __init__(self, seen: Glimpse) -> None:
        super().__init__()
        self.setWindowTitle("Pressmark")
        self.setMinimumSize(_smallest())
        self.may_close: Callable[[], bool] = lambda: True
        self.put_away: Callable[[], object] = lambda: None
        self.step_focus: Callable[[bool], bool] = lambda _forth: False
        skeleton = Skeleton(seen.theme, seen.docks)
        skeleton.painted.connect(self.painted)
        self.setCentralWidget(skeleton)
        put_back(self, seen.geometry)

    def furnish(self, top: QWidget, banner: QWidget, panes: QWidget, foot: QWidget) -> None:
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
        self.setAcceptDrops(True)
        from pressmark.ui.focus_in_sight import FocusInSight  # noqa: PLC0415 -- after the first paint

        FocusInSight(self)

    def geometry_text(self) -> str:
        """Return how the window stands, as text to be kept."""
        return encoded(self.saveGeometry())

    def createPopupMenu(self) -> QMenu | None:
        """Offer nobody to hide the bars: the menus and keys of the window do that."""
        return None

    def changeEvent(self, event: QEvent) -> None:
        """Say when somebody goes to another window, and when they come back."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange:
            (self.returned if self.isActiveWindow() else self.rested).emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close if everything is in order, or in spite of it where somebody says so."""
        if self.may_close():
            event.accept()
        else:
            event.ignore()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 -- Qt calls it so
        """Go to the next field as they stand, or the one before; Qt goes by when they were made."""
        return self.step_focus(next) or super().focusNextPrevChild(next)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, addresses and text."""
        offered = event.mimeData()
        if offered.hasUrls() or offered.hasText() or offered.hasHtml():
            take_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on what was dropped."""
        take_copy(event)
        self.dropped.emit(_plain(event.mimeData()))


def _plain(offered: QMimeData) -> QMimeData:
    """Return files and words of what was dropped: it is gone as soon as the drop is over."""
    kept = QMimeData()
    if offered.hasUrls():
        kept.setUrls(offered.urls())
        return kept
    if offered.hasText():
        kept.setText(offered.text())
    if offered.hasHtml():
        kept.setData("text/html", offered.data("text/html"))  # a child reads its words
    return kept


def _smallest() -> QSize:
    return SMALLEST.boundedTo(QGuiApplication.primaryScreen().availableSize())
