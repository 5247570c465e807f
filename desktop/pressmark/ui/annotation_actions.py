"""What one does with the active annotation, whichever part of the window shows it."""

from PySide6.QtCore import QObject

from pressmark.edits.annotations import SetFlag
from pressmark.ui.session import Session


class AnnotationActions(QObject):
    """Flags the active annotation; what needs the text is for the reading view to do."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    @property
    def is_flagged(self) -> bool:
        """Whether there is an active annotation with a flag."""
        annotation = self._session.annotation
        return annotation is not None and annotation.flag

    def toggle_flag(self) -> None:
        """Flag it, or take the flag away."""
        annotation = self._session.annotation
        if annotation is not None:
            title = self.tr("Remove flag") if annotation.flag else self.tr("Flag annotation")
            edit = SetFlag(self._session.article_id, annotation.id, flag=not annotation.flag)
            self._session.commit(title, edit)
