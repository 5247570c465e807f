"""Annotators as they are called where nobody is to be named: not by name, nor by a telling id."""

import hashlib
import re
from dataclasses import dataclass, replace
from types import MappingProxyType

from pressmark.analysis.notes import Noted
from pressmark.model.annotation import Annotation
from pressmark.model.annotations import Annotations
from pressmark.model.article import Article, ArticleHead
from pressmark.model.project import Project
from pressmark.model.records import Annotator, Relation

_RANDOM = re.compile(r"[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}")
"""What is made at random, with dashes or without: it says nothing. Others may be names."""


@dataclass(frozen=True, slots=True)
class Pseudonyms:
    """The ids under which the annotators of a project go out; the same each time."""

    project: Project

    def annotators(self) -> dict[str, Annotator]:
        """Return the annotators, numbered in the order of their ids here."""
        ids = map(self.id, sorted(self.project.annotators))
        return {one: Annotator(id=one, name=f"Annotator {at}") for at, one in enumerate(ids, 1)}

    def id(self, own: str) -> str:
        """Return an id that does not give away who it is; of nobody, nobody's."""
        if not own or _RANDOM.fullmatch(own.replace("-", "")):
            return own
        return hashlib.sha256(f"{self.project.id} {own}".encode()).hexdigest()[:32]

    def article(self, article: Article) -> Article:
        """Return an article in which nobody is named."""
        marks = Annotations.of(map(self.annotation, article.annotations))
        return replace(article, head=self._head(article.head), annotations=marks)

    def noted(self, one: Noted) -> Noted:
        """Return notes of an article in which nobody is named."""
        notes = (replace(note, annotator=self.id(note.annotator)) for note in one.notes)
        return Noted(self._head(one.head), tuple(notes))

    def annotation(self, one: Annotation) -> Annotation:
        """Return an annotation of nobody in particular."""
        return replace(one, annotator=self.id(one.annotator))

    def relation(self, one: Relation) -> Relation:
        """Return a relation of nobody in particular."""
        return replace(one, annotator=self.id(one.annotator))

    def _head(self, head: ArticleHead) -> ArticleHead:
        states = {self.id(who): state for who, state in head.states.items()}
        return replace(head, states=MappingProxyType(states))
