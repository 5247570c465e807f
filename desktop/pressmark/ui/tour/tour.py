"""Leading a newcomer through five steps, each done for real or passed over."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent

from pressmark.edits.annotations import AddAnnotation
from pressmark.edits.history import Change
from pressmark.ui.crew import Tools, Worker
from pressmark.ui.docks import Docks
from pressmark.ui.guide import Told
from pressmark.ui.preferences import Preferences
from pressmark.ui.reading.article_view import ArticleView
from pressmark.ui.reading.sides import Sides
from pressmark.ui.tour.coach_mark import CoachMark
from pressmark.ui.tour.placing import beside
from pressmark.ui.tour.ring import Ring
from pressmark.ui.tour.steps import STEPS, Scene, stacked
from pressmark.ui.words import translated

_TAG, _UNDO, _OVERLAP, _SEND = range(1, len(STEPS))
_STILL = 350
"""Milliseconds after the selection has changed last until it counts as made."""
_KEYS = ("grow", "undo", "cycle", "paste")
_AROUND = 48
"""How many px round the selection are left uncovered: the labels appear there."""


class Tour(Worker):
    """Shows a card beside what it speaks of; nothing is held up, and nothing done by itself."""

    def __init__(
        self,
        tools: Tools,
        preferences: Preferences,
        sides: Sides,
        docks: Docks,
        tell: Callable[[str, Mapping[str, str]], Told],
    ) -> None:
        super().__init__(tools)
        self._preferences = preferences
        self._sides = sides
        self._docks = docks
        self._tell = tell
        self._at = -1
        self._parts: tuple[CoachMark, Ring] | None = None
        self._still = QTimer(self, singleShot=True, interval=_STILL)
        self._still.timeout.connect(self._selected)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._place)

    @property
    def step(self) -> int:
        """The number of the step that is shown, from 0; -1 while there is none."""
        return self._at

    def greet(self) -> None:
        """Begin with somebody who has never opened anything but the example."""
        state = self._preferences.state
        if not state.toured and self._files.is_example() and len(state.recent) == 1:
            self.begin()

    def begin(self) -> None:
        """Begin at the first step, on the example."""
        if not self._files.is_example() and not self._files.open_example():
            return
        if self._parts is None:
            self._parts = self._made()
        self._preferences.note_tour()
        self._show(0)

    def end(self) -> None:
        """Show nothing more."""
        if self._parts is not None and self._at >= 0:
            mark, ring = self._parts
            had_focus = mark.isAncestorOf(self._window.focusWidget())
            self._at = -1
            mark.hide()
            ring.hide()
            if had_focus:
                self._sides.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay beside it while the window changes, and go at an Esc that nobody else wants."""
        if watched is not self._window or self._at < 0:
            return False
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._soon.start()
        is_press = event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.end()
            return True
        return False

    # ---- listening

    def _made(self) -> tuple[CoachMark, Ring]:
        """Make card and outline, and begin to listen."""
        mark, ring = CoachMark(self._window), Ring(self._window)
        mark.next_asked.connect(self._go_on)
        mark.skip_asked.connect(self.end)
        self._window.installEventFilter(self)
        self._sides.each(self._listen)
        self._session.stepped.connect(self._stepped)
        self._session.annotation_activated.connect(self._activated)
        self._session.project_replaced.connect(self.end)
        self._session.article_opened.connect(self._soon.start)
        self._docks.changed.connect(self._soon.start)
        for name in ("export", "import", "paste"):
            action = self._window.findChild(QAction, name)
            if action is not None:
                action.triggered.connect(partial(self._reach, len(STEPS), _SEND))
        return mark, ring

    def _listen(self, view: ArticleView) -> None:
        view.selection_changed.connect(self._still.start)
        view.selection_changed.connect(self._soon.start)
        view.verticalScrollBar().valueChanged.connect(self._soon.start)

    def _selected(self) -> None:
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._still.start()  # somebody is still dragging
        elif self._sides.selected_span() is not None:
            self._reach(_TAG, 0)

    def _stepped(self, change: Change) -> None:
        step = change.transaction
        if step.origin == "undo":
            self._reach(_OVERLAP, _UNDO)
        elif any(isinstance(edit, AddAnnotation) for edit in step.edits):
            self._reach(_UNDO, 0)

    def _activated(self, annotation_id: str) -> None:
        if annotation_id in {one.id for one in stacked(self._session.article)}:
            self._reach(_SEND, _OVERLAP)

    def _reach(self, number: int, least: int, *_: Any) -> None:  # noqa: ANN401 -- what signals say
        """Go to a step that was earned, from `least` or a later one before it."""
        if least <= self._at < number:
            self._show(number)

    def _go_on(self) -> None:
        self._show(self._at + 1)

    # ---- showing

    def _show(self, number: int) -> None:
        if self._parts is None or number >= len(STEPS):
            self.end()
            return
        self._at = number
        self._parts[0].say(number + 1, len(STEPS), *self._words(number))
        self._place()

    def _words(self, number: int) -> tuple[str, str]:
        chosen = self._preferences.settings.keys
        keys = {name: self._tell(name, chosen).keys for name in _KEYS}
        labels = self._session.project.label_set.labels if self._session.file else ()
        keys["labels"] = ", ".join(label.keys[0] for label in labels if label.keys)
        step = STEPS[number]
        return translated(step.heading), translated(step.words).format(**keys)

    def _place(self) -> None:
        if self._parts is None or self._at < 0:
            return
        mark, ring = self._parts
        room, view = self._window.rect(), self._sides.view
        target = STEPS[self._at].target(Scene(self._window, view, self._session.article))
        ring.surround(target, room)
        in_use = [*self._selection(view), *self._dock()]
        mark.setGeometry(beside(target, mark.sizeHint(), room, in_use))
        mark.show()
        mark.raise_()

    def _dock(self) -> list[QRect]:
        drawer = self._docks.widget(1)
        if not self._docks.open_id or drawer is None:
            return []
        return [QRect(drawer.mapTo(self._window, drawer.rect().topLeft()), drawer.size())]

    def _selection(self, view: ArticleView) -> list[QRect]:
        span, port = view.selected(), view.viewport()
        boxes = view.outlined(span) if span else []
        return [
            box.toAlignedRect()
            .adjusted(0, -_AROUND, 0, _AROUND)
            .translated(port.mapTo(self._window, port.rect().topLeft()))
            for box in boxes
        ]
