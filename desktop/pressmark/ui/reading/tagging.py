"""What tagging does to the project: one undo step each, named for the menu."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import QObject, Signal

from pressmark.edits.additions import addition
from pressmark.edits.annotations import MoveAnnotation, RelabelAnnotation
from pressmark.edits.removals import removal
from pressmark.model.annotation import Annotation
from pressmark.model.ids import new_id
from pressmark.model.span import Span
from pressmark.ui.session import Session

_order = attrgetter("order")


class Tagging(QObject):
    """Changes the annotations of the article in the reading view, and activates what it made."""

    noticed = Signal(str)
    """One sentence on why nothing was done."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def tag(self, label_id: str, fragments: Sequence[Span]) -> None:
        """Tag `fragments` with a label; what is tagged just so already is only activated."""
        session = self._session
        if twin := self._twin(label_id, tuple(fragments)):
            session.activate(twin.id)
            self.noticed.emit(self.tr("Already tagged so."))
            return
        made = new_id()
        edit = addition(
            session.project,
            session.article_id,
            label_id,
            fragments,
            session.stamp(),
            annotation_id=made,
        )
        if session.commit(self.tr("Tag {label}").format(label=self._name(label_id)), edit):
            session.activate(made)

    def relabel(self, annotation: Annotation, label_id: str) -> None:
        """Give an annotation another label."""
        if annotation.label != label_id:
            edit = RelabelAnnotation(self._session.article_id, annotation.id, label_id)
            title = self.tr("Relabel to {label}").format(label=self._name(label_id))
            self._session.commit(title, edit)

    def remove(self, annotation: Annotation) -> None:
        """Delete an annotation and its relations."""
        edits = removal(self._session.project, annotation.id)
        self._session.commit(self.tr("Delete annotation"), *edits)

    def move(self, annotation: Annotation, fragments: Sequence[Span]) -> None:
        """Give an annotation other fragments."""
        if tuple(fragments) != annotation.fragments:
            edit = MoveAnnotation(self._session.article_id, annotation.id, tuple(fragments))
            self._session.commit(self.tr("Move annotation"), edit)

    def add_fragment(self, annotation: Annotation, span: Span) -> None:
        """Give an annotation a further fragment; those that meet become one."""
        edit = MoveAnnotation(
            self._session.article_id, annotation.id, joined((*annotation.fragments, span))
        )
        self._session.commit(self.tr("Add a fragment"), edit)

    def _twin(self, label_id: str, fragments: tuple[Span, ...]) -> Annotation | None:
        """Return what the annotator has tagged just so already."""
        article, mine = self._session.article, self._session.annotator_id
        in_order = article.annotations.in_order if article else ()
        borders = (fragments[0].start, -fragments[-1].end)
        for one in in_order[bisect_left(in_order, borders, key=_order) :]:
            if one.order[:2] != borders:
                break
            if (one.fragments, one.label, one.annotator) == (fragments, label_id, mine):
                return one
        return None

    def _name(self, label_id: str) -> str:
        """Return a label's title as it stands within a sentence: "claim", but "POW"."""
        label = self._session.project.label_set.label(label_id)
        title = label.title if label else label_id
        return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return `spans` ascending, with those that overlap or touch made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return tuple(merged)
