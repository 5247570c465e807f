"""What tagging does to the project: one undo step each, named for the menu."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import QObject, Signal

from pressmark.analysis.fragments import fragment_at, joined
from pressmark.analysis.twins import near_twins
from pressmark.edits.additions import addition
from pressmark.edits.annotations import MoveAnnotation, RelabelAnnotation
from pressmark.edits.removals import removal
from pressmark.model.annotation import Annotation, quoted
from pressmark.model.ids import new_id
from pressmark.model.span import Span
from pressmark.ui.session import Session

_order = attrgetter("order")


class Tagging(QObject):
    """Changes the annotations of the article in the reading view, and activates what it made."""

    noticed = Signal(str)
    """One sentence on why nothing was done."""
    doubled = Signal(str)
    """The id of an annotation that tags nearly what another one tags already."""

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
            self._tell_of_twins(made)

    def relabel(self, annotation: Annotation, label_id: str) -> None:
        """Give an annotation another label."""
        if annotation.label != label_id:
            edit = RelabelAnnotation(self._session.article_id, annotation.id, label_id)
            title = self.tr("Relabel to {label}").format(label=self._name(label_id))
            if self._session.commit(title, edit):
                self._tell_of_twins(annotation.id)

    def remove(self, annotation: Annotation) -> None:
        """Delete an annotation and its relations."""
        edits = removal(self._session.project, annotation.id)
        self._session.commit(self.tr("Delete annotation"), *edits)

    def move(self, annotation: Annotation, fragments: Sequence[Span]) -> None:
        """Give an annotation other fragments, or its own once more where its text is not theirs.

        Those that meet become one.
        """
        is_more = len(fragments) > len(annotation.fragments)
        title = self.tr("Add a fragment") if is_more else self.tr("Move annotation")
        self._shape(title, annotation, fragments)

    def add_fragment(self, annotation: Annotation, span: Span) -> None:
        """Give an annotation a further fragment; those that meet become one."""
        self.move(annotation, (*annotation.fragments, span))

    def remove_fragment(self, annotation: Annotation, offset: int) -> None:
        """Take from an annotation the fragment with a caret at `offset`, if it has others."""
        number = fragment_at(annotation.fragments, offset)
        if len(annotation.fragments) == 1:
            self.noticed.emit(self.tr("It has only this fragment. Del deletes the annotation."))
        elif number is None:
            self.noticed.emit(self.tr("Put the caret into the fragment to be taken away."))
        else:
            others = (*annotation.fragments[:number], *annotation.fragments[number + 1 :])
            self._shape(self.tr("Remove a fragment"), annotation, others)

    def _shape(self, title: str, annotation: Annotation, spans: Sequence[Span]) -> None:
        article = self._session.article
        if article is None:
            return
        fragments = joined(article.text, spans)
        text = quoted(article.text, fragments)[0]
        if (fragments, text) != (annotation.fragments, annotation.text):
            edit = MoveAnnotation(article.head.id, annotation.id, fragments)
            self._session.commit(title, edit)

    def _tell_of_twins(self, annotation_id: str) -> None:
        article = self._session.article
        if article is None:
            return
        annotation = article.annotations[annotation_id]
        if near_twins(article, annotation):
            self.doubled.emit(annotation_id)
        elif others := near_twins(article, annotation, by_others=True):
            annotator = self._session.project.annotators.get(others[0].annotator)
            name = annotator.name if annotator else self.tr("Somebody else")
            is_same = others[0].fragments == annotation.fragments
            words = self.tr("{name} has tagged this, too.") if is_same else ""
            words = words or self.tr("{name} has tagged nearly the same.")
            self.noticed.emit(words.replace("{name}", name))

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
