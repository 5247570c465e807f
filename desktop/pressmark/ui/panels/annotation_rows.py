"""The annotations of the article that is open, as rows."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QObject, Qt

from pressmark.analysis.loose_ends import LooseEnd
from pressmark.analysis.misplaced import stands
from pressmark.model.annotation import Annotation
from pressmark.model.annotations import Annotations
from pressmark.ui.panels.annotation_line import actor_name, annotation_line, annotation_text
from pressmark.ui.panels.nesting import stack_at_start
from pressmark.ui.panels.sorted_rows import AnyIndex, Key, LineRole, SortedRows
from pressmark.ui.panels.words import one_line
from pressmark.ui.reading.stack_words import stack_words
from pressmark.ui.session import Session

Sorting = Literal["position", "label", "time"]

MANY = 200
"""How many annotations may change row by row; beyond, all rows are read anew."""

_NO_DIGIT = re.compile(r"[^0-9]")


class AnnotationRows(SortedRows):
    """The annotations of the labels to be shown that hold the filter in their words or actor."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._filter = ""
        self._labels: AbstractSet[str] = frozenset()
        self._lacking: LooseEnd | None = None
        self._sorting: Sorting = "position"
        session.project_replaced.connect(self.read)
        session.article_opened.connect(self.read)
        session.frame_changed.connect(self.read)
        session.annotations_changed.connect(self._follow)
        session.relations_changed.connect(self._follow_relations)
        self.read()

    @property
    def total(self) -> int:
        """How many annotations the article has, shown or not."""
        return len(self._annotations())

    @property
    def sorting(self) -> Sorting:
        """What the rows are sorted by."""
        return self._sorting

    def sort_by(self, sorting: Sorting) -> None:
        """Sort by position in the text, by label, or the last changed first."""
        self._sorting = sorting
        self.read()

    def filter_by(self, text: str) -> None:
        """Show only annotations with this in their words or actor, in any case."""
        self._filter = one_line(text).casefold()
        self.read()

    def show_labels(self, labels: AbstractSet[str]) -> None:
        """Show only annotations with these labels; all, where there are none."""
        self._labels = labels
        self.read()

    def show_lacking(self, end: LooseEnd | None) -> None:
        """Show only annotations that lack such a relation; all, for None."""
        self._lacking = end
        self.read()

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line to paint, or words for people who hear the list."""
        annotation = self._annotations().get(self.id_at(index)) if index.isValid() else None
        if annotation is None:
            return None
        if role == LineRole:
            project = self._session.project
            line = annotation_line(project, annotation, self._aside(annotation))
            return replace(line, is_misplaced=self._is_misplaced(annotation))
        if role == Qt.ItemDataRole.DisplayRole:
            return annotation_text(annotation)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            heard = f"{self._place(annotation)}: {annotation_text(annotation)}"
            is_astray = self._is_misplaced(annotation)
            return f"{heard}, {self.tr('not in the text any more')}" if is_astray else heard
        return None

    def read(self) -> None:
        """Read all rows anew."""
        keys = (self._key(annotation) for annotation in self._annotations())
        self.fill(key for key in keys if key is not None)

    def _follow(self, article_id: str, annotation_ids: tuple[str, ...]) -> None:
        if article_id != self._session.article_id:
            return
        if len(annotation_ids) > MANY:
            self.read()
            return
        annotations = self._annotations()
        for annotation_id in annotation_ids:
            self.put(annotation_id, self._key(annotations.get(annotation_id)))

    def _follow_relations(self) -> None:
        if self._lacking is not None:
            self.read()

    def _annotations(self) -> Annotations:
        article = self._session.article
        return article.annotations if article else _NONE

    def _key(self, annotation: Annotation | None) -> Key | None:
        if annotation is None or (self._labels and annotation.label not in self._labels):
            return None
        if self._lacking and not self._lacking.is_of(self._session.project, annotation):
            return None
        if self._filter and self._filter not in self._searched(annotation):
            return None
        match self._sorting:
            case "position":
                return annotation.order
            case "label":
                return self._label_order(annotation.label), *annotation.order
            case "time":
                return -int(_NO_DIGIT.sub("", annotation.changed) or "0"), *annotation.order

    def _label_order(self, label_id: str) -> int:
        labels = self._session.project.label_set.labels
        return next((at for at, one in enumerate(labels) if one.id == label_id), len(labels))

    def _searched(self, annotation: Annotation) -> str:
        words = one_line(" … ".join(annotation.text))
        return f"{words}\n{actor_name(self._session.project, annotation)}".casefold()

    def _aside(self, annotation: Annotation) -> str:
        """Return who speaks in it; of two versions that a merge kept, that it is the other."""
        if annotation.origin.conflict_of in self._annotations():
            return self.tr("other version")
        return actor_name(self._session.project, annotation)

    def _is_misplaced(self, annotation: Annotation) -> bool:
        article = self._session.article
        return article is not None and not stands(article.text, annotation)

    def _place(self, annotation: Annotation) -> str:
        """Return "claim, inside quote, 2 of 3"."""
        stack = stack_at_start(annotation, self._annotations())
        return stack_words(stack, annotation, self._session.project.label_set)


_NONE = Annotations()
