"""What is proposed for the attributes of the active annotation, and taking it."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from pressmark.analysis.entity_names import EntityNames
from pressmark.analysis.proposals import proposals
from pressmark.edits.annotations import SetAttributes
from pressmark.model.annotation import Annotation
from pressmark.model.attribute import Value
from pressmark.ui.session import Session


class Proposing(QObject):
    """Works out proposals when they are asked for, and keeps them until something changes."""

    changed = Signal()
    """Nothing is proposed any more, or something again."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._names = EntityNames(())
        self._entities: object = None
        self._annotation: Annotation | None = None
        self._proposed: Mapping[str, Value] = {}
        self._dismissed: set[tuple[str, str]] = set()
        self._is_wanted = True

    def want(self, *, on: bool) -> None:
        """Propose something from now on, or nothing."""
        if on != self._is_wanted:
            self._is_wanted = on
            self.changed.emit()

    @property
    def names(self) -> EntityNames:
        """The names of the project's entities."""
        entities = self._session.project.entities
        if entities is not self._entities:
            self._entities, self._annotation = entities, None
            self._names = EntityNames(entities.values())
        return self._names

    def proposed(self) -> Mapping[str, Value]:
        """Return values for attributes of the active annotation that have none, by their ids."""
        annotation, article = self._session.annotation, self._session.article
        may_be_taken = self._is_wanted and self._session.writable
        if annotation is None or article is None or not may_be_taken:
            return {}
        names = self.names
        if annotation is not self._annotation:
            label = self._session.project.label_set.label(annotation.label)
            self._annotation = annotation
            found = proposals(article.text, annotation, label, names) if label else {}
            self._proposed = {
                name: value
                for name, value in found.items()
                if (annotation.id, name) not in self._dismissed
            }
        return self._proposed

    def dismiss(self, attribute_id: str) -> None:
        """Propose nothing more for an attribute of the active annotation, until the next start."""
        if self._session.annotation is not None:
            self._dismissed.add((self._session.annotation.id, attribute_id))
            self._annotation = None
            self.changed.emit()

    def take(self) -> None:
        """Set all that is proposed, as one step."""
        annotation, proposed = self._session.annotation, self.proposed()
        if annotation is not None and proposed:
            edit = SetAttributes(self._session.article_id, annotation.id, proposed)
            self._session.commit(self.tr("Take what is proposed"), edit)
