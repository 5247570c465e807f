"""The entities of the project as rows, by name."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt

from pressmark.edits.entities import names
from pressmark.model.records import Entity
from pressmark.ui.panels.sorted_rows import AnyIndex, LineRole, SortedRows
from pressmark.ui.panels.words import one_line
from pressmark.ui.session import Session


class EntityLine(NamedTuple):
    """What a row shows: a name, what else is known, and how many annotations name it."""

    name: str
    facts: str
    named: int | None


class EntityRows(SortedRows):
    """Follows the project's entities; only those whose names, type or country have some words."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._counts: Mapping[str, int] | None = None
        self._words = ""

    def refresh(self) -> None:
        """Show what is the case now."""
        entities = self._session.project.entities.values() if self._session.file else ()
        wanted = {one.id: (one.name.casefold(), one.id) for one in entities if self._has(one)}
        if set(wanted) == set(self.ids()):
            for entity_id, key in wanted.items():
                self.put(entity_id, key)
        else:
            self.fill(wanted.values())

    def filter(self, words: str) -> None:
        """Show only entities that have these words, from the next refresh on."""
        self._words = one_line(words).casefold()

    def show_counts(self, counts: Mapping[str, int] | None) -> None:
        """Show how many annotations name each; None while that is not known."""
        self._counts = counts
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def count_of(self, entity_id: str) -> int | None:
        """Return how many annotations name an entity, or None while that is not known."""
        return None if self._counts is None else self._counts.get(entity_id, 0)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line to paint, or words for people who hear the list."""
        entity = self._session.project.entities.get(self.id_at(index))
        if entity is None:
            return None
        facts = ", ".join(filter(None, (entity.type, (entity.country or "").upper())))
        line = EntityLine(entity.name, facts, self.count_of(entity.id))
        if role == LineRole:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(filter(None, (line.name, facts, str(line.named or ""))))
        return None

    def _has(self, entity: Entity) -> bool:
        held = " ".join((*names(entity), entity.type or "", entity.country or ""))
        return not self._words or self._words in one_line(held).casefold()
