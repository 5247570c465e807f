"""What one does with the active annotation, whichever part of the window shows it."""

from functools import partial

from PySide6.QtCore import QObject

from pressmark.analysis.misplaced import found_again, stands
from pressmark.analysis.twins import near_twins
from pressmark.edits.annotations import MoveAnnotation, SetFlag
from pressmark.edits.unification import unification
from pressmark.model.annotation import Annotation
from pressmark.ui.notices import Notices
from pressmark.ui.session import Session


class AnnotationActions(QObject):
    """Flags annotations, finds lost ones again, merges doubles.

    What needs a selection is for the reading view.
    """

    def __init__(self, session: Session, notices: Notices, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._notices = notices

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

    @property
    def is_misplaced(self) -> bool:
        """Whether there is an active annotation whose words do not stand at its place."""
        article, annotation = self._session.article, self._session.annotation
        if article is None or annotation is None:
            return False
        return not stands(article.text, annotation)

    def find_again(self) -> None:
        """Move the active annotation to where its words stand by now, changed ones too."""
        article, annotation = self._session.article, self._session.annotation
        if article is None or annotation is None or stands(article.text, annotation):
            return
        found = found_again(article.text, annotation)
        if found is None:
            self._notices.tell(
                self.tr("Its words are nowhere here. Select where it belongs, and move it there.")
            )
            return
        edit = MoveAnnotation(article.head.id, annotation.id, found)
        if self._session.commit(self.tr("Find the words again"), edit):
            self._session.show(annotation.id)

    @property
    def double(self) -> Annotation | None:
        """What tags nearly the same as the active annotation, the likest one."""
        article, annotation = self._session.article, self._session.annotation
        twins = near_twins(article, annotation) if article and annotation else ()
        return twins[0] if twins else None

    def tell_of_double(self, annotation_id: str) -> None:
        """Say that what was tagged just now is a double, and offer to merge the two."""
        self._notices.tell(
            self.tr("Nearly the same is tagged already."),
            self.tr("Merge"),
            partial(self._merge_active, annotation_id),
        )

    def merge_with_double(self) -> None:
        """Make one of the active annotation and its double, with the fragments of the active one.

        The older one stays, with what it says; it gets what only the other says.
        """
        active, double = self._session.annotation, self.double
        if active is None or double is None:
            return
        kept, gone = (active, double) if active.created < double.created else (double, active)
        edits = unification(self._session.project, kept.id, gone.id, active.fragments)
        if self._session.commit(self.tr("Merge with its near double"), *edits):
            self._session.activate(kept.id)
            self._notices.tell(self.tr("Made one of both."))

    def _merge_active(self, annotation_id: str) -> None:
        """Merge what a notice was about, wherever one is by now."""
        if annotation_id in self._session.project.places:
            self._session.show(annotation_id)
            self.merge_with_double()
