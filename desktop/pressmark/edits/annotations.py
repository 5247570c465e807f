"""Edits of annotations. All offsets are code points of the article's text, end-exclusive."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Self

from pressmark.edits.edit import Applied, Stamp, Touched
from pressmark.errors import EditError
from pressmark.model.annotation import CONFIDENCES, Annotation, quoted
from pressmark.model.article import Article
from pressmark.model.attribute import Value, anchors
from pressmark.model.ids import is_id
from pressmark.model.project import Project
from pressmark.model.span import Span


@dataclass(frozen=True, slots=True)
class _OfAnnotation:
    """An edit of one annotation, named by its article's id and its own."""

    article: str
    annotation: str

    def touches(self) -> Touched:
        """Name the article and the annotation."""
        return Touched((self.article,), (self.annotation,))


@dataclass(frozen=True, slots=True)
class _WithAnnotation:
    """An edit that brings a whole annotation into an article.

    `as_found`: its words may stand elsewhere than it says, for it was so before. A file can hold
    such annotations, and each step with them must lead back.
    """

    article: str
    annotation: Annotation
    as_found: bool = False

    @classmethod
    def as_it_stands(cls, article: Article, annotation: Annotation) -> Self:
        """Return the edit for an annotation that exists already, wherever its words are."""
        return cls(article.head.id, annotation, as_found=not _matches(article, annotation))

    def verify(self, article: Article) -> None:
        """Refuse (EditError) what no file may hold, and words that are not at their place."""
        _verify_fragments(article, self.annotation.id, self.annotation.fragments)
        if not self.as_found:
            verify_annotation(article, self.annotation)

    def touches(self) -> Touched:
        """Name the article and the annotation."""
        return Touched((self.article,), (self.annotation.id,))


@dataclass(frozen=True, slots=True)
class AddAnnotation(_WithAnnotation):
    """Add a new annotation to an article."""

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Refuse a bad or taken id, a span outside the text, a text that is not its slice."""
        del stamp
        article = _article(project, self.article)
        if not is_id(self.annotation.id):
            raise EditError("bad-id", id=self.annotation.id)
        if self.annotation.id in project.places:
            raise EditError("id-taken", id=self.annotation.id)
        self.verify(article)
        return Applied(
            project.with_annotation(self.article, self.annotation),
            RemoveAnnotation(self.article, self.annotation.id),
        )


@dataclass(frozen=True, slots=True)
class RemoveAnnotation(_OfAnnotation):
    """Remove an annotation that no relation touches (see `removal` for one that has some)."""

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Refuse while relations start or end at it."""
        del stamp
        gone = _annotation(project, self.article, self.annotation)
        if project.relations.touching(self.annotation):
            raise EditError("has-relations", id=self.annotation)
        return Applied(
            project.without_annotation(self.article, self.annotation),
            AddAnnotation.as_it_stands(project.article(self.article), gone),
        )


@dataclass(frozen=True, slots=True)
class ReplaceAnnotation(_WithAnnotation):
    """Put a whole annotation in the place of the one with its id: how a change is taken back."""

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Refuse an id that is not there, a span outside the text, a text that is not its slice."""
        del stamp
        before = _annotation(project, self.article, self.annotation.id)
        article = project.article(self.article)
        self.verify(article)
        return Applied(
            project.with_annotation(self.article, self.annotation),
            ReplaceAnnotation.as_it_stands(article, before),
        )


@dataclass(frozen=True, slots=True)
class MoveAnnotation(_OfAnnotation):
    """Give an annotation other fragments; id, attributes and relations stay."""

    fragments: tuple[Span, ...]

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Refuse fragments outside the text, empty, or not ascending."""
        article = _article(project, self.article)
        before = _annotation(project, self.article, self.annotation)
        _verify_fragments(article, self.annotation, self.fragments)
        text, prefix, suffix = quoted(article.text, self.fragments)
        after = replace(before, fragments=self.fragments, text=text, prefix=prefix, suffix=suffix)
        return _changed(project, self.article, before, after, stamp)


@dataclass(frozen=True, slots=True)
class RelabelAnnotation(_OfAnnotation):
    """Give an annotation another label; attributes that the new label lacks are kept."""

    label: str

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Refuse a label that the label set lacks."""
        before = _annotation(project, self.article, self.annotation)
        if project.label_set.label(self.label) is None:
            raise EditError("no-label", id=self.label)
        return _changed(project, self.article, before, replace(before, label=self.label), stamp)


@dataclass(frozen=True, slots=True)
class SetAttributes(_OfAnnotation):
    """Set attributes of an annotation by id; None removes one, the others stay."""

    values: Mapping[str, Value]

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Refuse an anchor outside the text or not its slice, and an entity that is not there."""
        before = _annotation(project, self.article, self.annotation)
        merged = {**before.attributes, **self.values}
        kept = {name: value for name, value in merged.items() if value is not None}
        after = replace(before, attributes=MappingProxyType(kept))
        _verify_anchors(_article(project, self.article), self.annotation, self.values)
        for value in self.values.values():
            for anchor in anchors(value):
                for entity in anchor.entities:
                    if entity not in project.entities:
                        raise EditError("no-entity", id=entity)
        return _changed(project, self.article, before, after, stamp)


@dataclass(frozen=True, slots=True)
class SetNote(_OfAnnotation):
    """Set or clear (None) the note of an annotation."""

    note: str | None

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Keep an empty note as no note."""
        before = _annotation(project, self.article, self.annotation)
        return _changed(
            project, self.article, before, replace(before, note=self.note or None), stamp
        )


@dataclass(frozen=True, slots=True)
class SetConfidence(_OfAnnotation):
    """Set or clear (None) the analyst's confidence in an annotation: low, moderate, high."""

    confidence: str | None

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Refuse any other word."""
        before = _annotation(project, self.article, self.annotation)
        if self.confidence is not None and self.confidence not in CONFIDENCES:
            raise EditError("bad-confidence", id=self.annotation, value=self.confidence)
        after = replace(before, confidence=self.confidence)
        return _changed(project, self.article, before, after, stamp)


@dataclass(frozen=True, slots=True)
class SetFlag(_OfAnnotation):
    """Flag an annotation, or take the flag away."""

    flag: bool

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Set the flag."""
        before = _annotation(project, self.article, self.annotation)
        return _changed(project, self.article, before, replace(before, flag=self.flag), stamp)


@dataclass(frozen=True, slots=True)
class SetWaived(_OfAnnotation):
    """Say which findings in an annotation somebody lets be: all of them, sorted."""

    waived: tuple[str, ...]

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Set them."""
        before = _annotation(project, self.article, self.annotation)
        return _changed(project, self.article, before, replace(before, waived=self.waived), stamp)


def _article(project: Project, article_id: str) -> Article:
    if article_id not in project.articles:
        raise EditError("no-article", id=article_id)
    return project.article(article_id)


def _annotation(project: Project, article_id: str, annotation_id: str) -> Annotation:
    found = _article(project, article_id).annotations.get(annotation_id)
    if found is None:
        raise EditError("no-annotation", id=annotation_id)
    return found


def _changed(
    project: Project, article_id: str, before: Annotation, after: Annotation, stamp: Stamp
) -> Applied:
    return Applied(
        project.with_annotation(article_id, replace(after, changed=stamp.time)),
        ReplaceAnnotation.as_it_stands(project.article(article_id), before),
    )


def _matches(article: Article, annotation: Annotation) -> bool:
    try:
        verify_annotation(article, annotation)
    except EditError:
        return False
    return True


def verify_annotation(article: Article, annotation: Annotation) -> None:
    """Refuse (EditError) spans outside the text, and texts of annotation or anchors not theirs."""
    _verify_fragments(article, annotation.id, annotation.fragments)
    if annotation.text != tuple(article.text[start:end] for start, end in annotation.fragments):
        raise EditError("text-differs", id=annotation.id)
    _verify_anchors(article, annotation.id, annotation.attributes)


def _verify_fragments(article: Article, annotation_id: str, fragments: tuple[Span, ...]) -> None:
    if not fragments:
        raise EditError("no-fragments", id=annotation_id)
    end = 0
    for fragment in fragments:
        if not fragment.fits(len(article.text)) or fragment.start < end:
            raise EditError("bad-span", id=annotation_id, start=fragment.start, end=fragment.end)
        end = fragment.end


def _verify_anchors(article: Article, annotation_id: str, values: Mapping[str, Value]) -> None:
    for name, value in values.items():
        for anchor in anchors(value):
            span = anchor.span
            if span is None:
                continue
            if not span.fits(len(article.text)) or article.text[slice(*span)] != anchor.text:
                raise EditError("bad-anchor", id=annotation_id, attribute=name)
