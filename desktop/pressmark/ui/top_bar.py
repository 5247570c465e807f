"""The bar at the top: what is open, the labels, and what one needs all the time."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from pressmark.ui.palette.palette_button import PaletteButton
from pressmark.ui.panels.keeping_words import keeping_words
from pressmark.ui.session import Session
from pressmark.ui.theme.appearance import give_icon
from pressmark.ui.widgets.elided_label import ElidedLabel
from pressmark.ui.widgets.plain_label import PlainLabel

_ICON = QSize(16, 16)
_HEIGHT, _PAIR = 34, 30
_GAP, _MARGINS = 12, 6
_WIDEST = 180
"""Px of a handling marking, which is seen whole where it is a word or two."""
_ROOMY = 1200
"""Px of a bar with room for the words of the palette, and for what the foot of the window says."""
_TITLE = 0.2
"""The share of the bar below which a title is not cut, if nothing else is cut for it."""


class Title(ElidedLabel):
    """The title of the project; a double click asks for another one."""

    rename_asked = Signal()

    def __init__(self) -> None:
        super().__init__(role="heading")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for another title."""
        event.accept()
        self.rename_asked.emit()


class TopBar(QWidget):
    """Title, how it is kept and handled, the label bar, undo and redo, export."""

    rename_asked = Signal()
    """The title was double-clicked."""

    def __init__(self, session: Session, labels: QWidget) -> None:
        super().__init__()
        self._session = session
        self._labels = labels
        self._is_rescued = False
        self._title = Title()
        self._title.rename_asked.connect(self.rename_asked)
        self._keeping = PlainLabel(role="muted")
        self._example = PlainLabel(self.tr("Example"), "state")
        self._example.hide()
        self._handling = ElidedLabel(role="state")
        self._handling.setMaximumWidth(_WIDEST)
        self._palette: PaletteButton | None = None
        self._left, self._right = QHBoxLayout(), QHBoxLayout()
        self._right.addStretch(1)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 4, 0)
        row.setSpacing(_GAP)
        row.addLayout(self._left, 1)
        row.addWidget(labels)
        row.addLayout(self._right, 1)
        self.setFixedHeight(_HEIGHT)
        session.project_replaced.connect(self._show_project)
        session.frame_changed.connect(self._show_project)
        session.keeping_changed.connect(self._show_keeping)
        self._show_project()

    def offer(
        self, panel: QAction, undo: QAction, redo: QAction, palette: QAction, export: QAction
    ) -> None:
        """Give the bar its buttons."""
        self._left.setSpacing(8)
        self._left.addWidget(_button(panel))
        for label in (self._title, self._example, self._handling, self._keeping):
            self._left.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
        self._left.addStretch(1)
        pair = QFrame()
        pair.setProperty("surface", "card")
        pair.setFixedHeight(_PAIR)
        both = QHBoxLayout(pair)
        both.setContentsMargins(2, 0, 2, 0)
        both.setSpacing(2)
        both.addWidget(_button(undo))
        both.addWidget(_button(redo))
        self._right.setSpacing(8)
        self._right.addWidget(pair)
        self._palette = PaletteButton(palette)
        self._right.addWidget(self._palette)
        self._right.addWidget(_export_button(export))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the room there is to the title first."""
        super().resizeEvent(event)
        self._share_room()
        self._row.activate()  # else parts lie over each other until Qt comes to it

    def mark_example(self, *, is_example: bool) -> None:
        """Say whether the project is the example, which is there to try things."""
        self._example.setVisible(is_example)
        self._share_room()

    def mark_rescued(self, *, is_rescued: bool) -> None:
        """Say whether the project was rescued, and has no place of its own yet."""
        self._is_rescued = is_rescued
        self._show_keeping()

    def _show_project(self) -> None:
        file = self._session.file
        self._title.setText(file.project.title if file else "")
        handling = file.project.handling if file else None
        self._handling.setText(handling or "")
        self._handling.setAccessibleName(self.tr("Handling: {word}").format(word=handling))
        self._handling.setMinimumWidth(min(_WIDEST, self._handling.sizeHint().width()))
        self._handling.setVisible(bool(handling))
        self._show_keeping()

    def _share_room(self) -> None:
        """Cut the title only where the labels would be cut otherwise."""
        if self._palette is None:
            return
        is_short = self.width() < _ROOMY
        self._palette.shorten(is_short=is_short)
        file = self._session.file
        self._keeping.setHidden(is_short and file is not None and file.read_only is None)
        wished = self._title.sizeHint().width()
        parts = (self._left, self._labels, self._right)
        others = sum(part.sizeHint().width() for part in parts) - wished
        free = self.width() - others - 2 * _GAP - _MARGINS
        least = min(wished, self._title.minimumSizeHint().width())
        self._title.setMinimumWidth(max(least, min(wished, free, round(_TITLE * self.width()))))

    def _show_keeping(self) -> None:
        self._keeping.setText(self._keeping_words())
        self._share_room()

    def _keeping_words(self) -> str:
        file = self._session.file
        if file is None:
            return ""
        if file.read_only is not None:
            return self.tr("read-only")
        saved_at = "" if file.saved else None
        return keeping_words(file.seq, file.kept_seq, saved_at, has_place=not self._is_rescued)


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setObjectName(f"{action.objectName()}-button")
    button.setDefaultAction(action)
    button.setIconSize(_ICON)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _export_button(action: QAction) -> QPushButton:
    button = QPushButton(action.text().replace("&", "").rstrip("…"))
    button.setObjectName(f"{action.objectName()}-button")
    give_icon(button, "download", "ink")
    button.setToolTip(action.toolTip())
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(action.trigger)
    action.enabledChanged.connect(button.setEnabled)
    button.setEnabled(action.isEnabled())
    return button
