"""The keys that lead to the attributes of the active annotation, at work in article and form."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from pressmark.model.label_set import Label
from pressmark.ui.panels.inspector.attribute_keys import attribute_keys
from pressmark.ui.session import Session
from pressmark.ui.widgets.tooltips import plain_tooltip


class AttributeShortcuts(QObject):
    """Listens for the keys of the active annotation's label in some places of the window."""

    asked = Signal(object)
    """An Attribute: its key was pressed."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._places: list[QWidget] = []
        self._label: Label | None = None
        self._actions: list[QAction] = []
        for changed in (
            session.project_replaced,
            session.annotation_activated,
            session.annotations_changed,
            session.frame_changed,
        ):
            changed.connect(self._refresh)

    def listen_in(self, place: QWidget) -> None:
        """Listen in one more place."""
        self._places.append(place)
        place.addActions(self._actions)

    def _refresh(self) -> None:
        label = self._current()
        if label is self._label:
            return
        self._label = label
        for action in self._actions:
            action.setShortcuts([])  # it goes a little later
            action.deleteLater()
        self._actions = [*self._made(label)] if label else []

    def _current(self) -> Label | None:
        annotation = self._session.annotation
        return self._session.project.label_set.label(annotation.label) if annotation else None

    def _made(self, label: Label) -> Iterator[QAction]:
        keys = attribute_keys(label)
        for attribute in label.attributes:
            if attribute.id in keys:
                action = QAction(attribute.title, self)
                action.setToolTip(plain_tooltip(attribute.title))  # else it is the title, as markup
                action.setShortcut(QKeySequence(keys[attribute.id]))
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                action.triggered.connect(partial(self.asked.emit, attribute))
                for place in self._places:
                    place.addAction(action)
                yield action
