"""What opens below the panes when it is asked for: finding, history and the like, one at a time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pressmark.ui.theme.appearance import give_icon
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.tooltips import give_tooltip

_HEIGHT, _SHARE = 300, 0.4
"""How high a dock is, in pixels, and which share of the window at most, until it is dragged."""

_NARROW = 1200
"""Px of width below which one line is too short for all that narrows down what is shown."""


class Docks(QSplitter):
    """The panes, and under them the dock that is open; Esc in it closes it."""

    changed = Signal()
    """Another dock is open, or none."""
    closed = Signal()
    """A dock was closed by hand: the focus may go back to where one reads."""

    def __init__(self, panes: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._ids: list[str] = []
        self._titles: list[str] = []
        self._panels: list[QWidget] = []
        self._strips: dict[QWidget, tuple[QWidget, QWidget]] = {}
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self._title = PlainLabel(role="heading")
        self._pages = QStackedWidget()
        self._is_dragged = False
        self.splitterMoved.connect(self._keep_height)
        self._drawer = self._make_drawer()
        self.addWidget(panes)
        self.addWidget(self._drawer)
        self.setStretchFactor(0, 1)
        self._drawer.hide()

    def add(self, dock_id: str, title: str, panel: QWidget, strip: QWidget | None = None) -> None:
        """Have a panel ready to be opened under an id; `title` stands above it.

        In a narrow window the panel's `strip` stands beside the title, and leaves its line to
        the others in it.
        """
        self._ids.append(dock_id)
        self._titles.append(title)
        self._panels.append(panel)
        self._pages.addWidget(panel)
        home = strip.parentWidget() if strip else None
        if strip is not None and home is not None:
            self._strips[panel] = (strip, home)

    @property
    def open_id(self) -> str:
        """The id of the dock that is open, or ""."""
        return "" if self._drawer.isHidden() else self._ids[self._pages.currentIndex()]

    def open(self, dock_id: str) -> None:
        """Open a dock and go into it."""
        at = self._ids.index(dock_id)
        self._title.setText(self._titles[at])
        self._drawer.setAccessibleName(self._titles[at])
        self._pages.setCurrentIndex(at)
        self._place_strips()
        self._drawer.show()
        if not self._is_dragged:
            height = min(_HEIGHT, round(_SHARE * self.height()))
            self.setSizes([self.height() - height, height])
        self._panels[at].setFocus()
        self.changed.emit()

    def close_dock(self) -> None:
        """Close the dock that is open."""
        if self.open_id:
            self._drawer.hide()
            self.closed.emit()
            self.changed.emit()

    def toggle(self, dock_id: str) -> None:
        """Open a dock, or close it where it is open."""
        if self.open_id == dock_id:
            self.close_dock()
        else:
            self.open(dock_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the dock at Esc, unless somebody in it or in the panes wanted the key."""
        if event.key() == Qt.Key.Key_Escape and self.open_id:
            self.close_dock()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width of the window."""
        super().resizeEvent(event)
        self._place_strips()

    def _place_strips(self) -> None:
        """Let the strip of the panel that is shown stand where there is room for it."""
        for panel, (strip, home) in self._strips.items():
            is_narrow = self.width() < _NARROW and panel is self._pages.currentWidget()
            layout = self._beside if is_narrow else home.layout()
            if layout is not None and layout.indexOf(strip) < 0:
                layout.addWidget(strip)

    def _keep_height(self) -> None:
        self._is_dragged = True

    def _make_drawer(self) -> QFrame:
        self._beside = QHBoxLayout()
        drawer = QFrame()
        drawer.setProperty("surface", "panel")
        drawer.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        close = QToolButton()
        close.setAccessibleName(self.tr("Close"))
        give_tooltip(close, self.tr("Close"))
        give_icon(close, "x")
        close.clicked.connect(self.close_dock)
        head = QHBoxLayout()
        head.setContentsMargins(14, 6, 8, 0)
        head.addWidget(self._title)
        head.addSpacing(10)
        head.addLayout(self._beside)
        head.addStretch()
        head.addWidget(close)
        column = QVBoxLayout(drawer)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._pages, 1)
        return drawer
