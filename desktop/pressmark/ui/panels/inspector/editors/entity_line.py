"""A line to name an entity in: one of the project, or a new one."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from pressmark.model.project import Project


class EntityLine(QLineEdit):
    """Completes names and aliases; Enter takes the entity of that name, or a new one."""

    chosen = Signal(str)
    """The id of an entity of the project."""
    named = Signal(str)
    """A name that no entity has."""
    left = Signal()
    """Nothing was named: Esc, or the focus went elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self._ids: Mapping[str, str] = {}
        self.setPlaceholderText(self.tr("Name, known or new"))
        self._completer = QCompleter(self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.activated.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self.setCompleter(self._completer)
        self.returnPressed.connect(lambda: self._take(self.text()))

    def offer(self, project: Project, first: Sequence[str] = ()) -> None:
        """Offer the entities of a project, empty the line, and be ready for a name.

        The entities with the ids `first` are offered before all others.
        """
        places = {entity_id: at for at, entity_id in enumerate(first)}
        names = [
            (name, entity.id)
            for entity in project.entities.values()
            for name in (entity.name, *entity.aliases)
        ]
        self._ids = {name.casefold(): entity_id for name, entity_id in reversed(names)}
        names.sort(key=lambda one: (places.get(one[1], len(places)), one[0].casefold()))
        offered = [name for name, _ in names]
        self._completer.setModel(QStringListModel(offered, self._completer))
        self.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc; show what is offered with Down."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            self._completer.setCompletionPrefix("" if self.hasSelectedText() else self.text())
            self._completer.complete()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave when the focus goes elsewhere, but not into the list of completions."""
        super().focusOutEvent(event)
        if event.reason() not in _STAYING:
            self.left.emit()

    def _take(self, text: str) -> None:
        name = " ".join(text.split())
        if not name or self.isHidden():
            return
        entity_id = self._ids.get(name.casefold())
        self.clear()
        if entity_id is None:
            self.named.emit(name)
        else:
            self.chosen.emit(entity_id)


_STAYING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
