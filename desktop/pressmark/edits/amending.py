"""Another text for an article: corrected, or a new version, with what becomes of annotations.

Texts are frozen and an article's id comes from its text, so another text is another article,
linked to the one it came from. A *correction* stands for it and takes its annotations over; what
finds no place stays with the earlier text. A *version* stands beside it and gets copies.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

from pressmark.edits.annotations import verify_annotation
from pressmark.edits.articles import AddArticle, RemoveArticle, ReplaceHead
from pressmark.edits.comparison import Stretch
from pressmark.edits.edit import Edit, Stamp
from pressmark.edits.reanchoring import Carrier
from pressmark.edits.relations import AddRelation
from pressmark.edits.transfers import TransferAnnotations
from pressmark.errors import EditError
from pressmark.model.annotation import Annotation, Origin
from pressmark.model.annotations import Annotations
from pressmark.model.article import CORRECTION, NEW_VERSION, Article, ArticleHead, ArticleLink
from pressmark.model.attribute import Value, anchors
from pressmark.model.ids import new_id
from pressmark.model.project import Project
from pressmark.model.records import Relation

Way = Literal["correction", "version"]
Kind = Literal["same", "moved", "reworded", "lost"]


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of an annotation: as it stands in the one text, and in the other (or None)."""

    before: Annotation
    after: Annotation | None
    kind: Kind

    @property
    def dropped(self) -> tuple[str, ...]:
        """The attributes (ids) whose words have no place in the other text."""
        if self.after is None:
            return ()
        kept = self.after.attributes
        return tuple(
            name
            for name, value in self.before.attributes.items()
            if _spans(value) > _spans(kept.get(name))
        )


@dataclass(frozen=True, slots=True)
class Amendment:
    """Another text for an article, before it is applied.

    `later` is the article with the other text, with the annotations that it has already: none,
    unless it is an earlier text that one goes back to (`is_back`). `stretches` lead from the text
    of `earlier` to its own.
    """

    way: Way
    earlier: Article
    later: Article
    is_back: bool
    stretches: tuple[Stretch, ...]
    fates: tuple[Fate, ...]

    def count(self, kind: Kind) -> int:
        """Return how many annotations have this fate."""
        return sum(fate.kind == kind for fate in self.fates)


def amendment(project: Project, article_id: str, read: Article, way: Way) -> Amendment:
    """Work out what another text would do to an article; slow for a long one.

    `read` is that text as it came in, as an article of its own. EditError `same-text`, or
    `text-taken` where another article (`id`) has this text.
    """
    earlier, text = project.article(article_id), read.text
    if text == earlier.text:
        raise EditError("same-text", id=article_id)
    held = project.articles.get(read.head.id)
    is_back = held is not None and held.head.id in earlier_texts(project, article_id)
    if held is not None and not (is_back and way == "correction"):
        raise EditError("text-taken", id=held.head.id)
    carrier = Carrier(earlier.text, text)
    head = _as_before(earlier.head, held.head) if held else _head(earlier.head, read.head, way)
    head = replace(head, zones=carrier.zones(earlier.head.zones))
    later = Article(head, text, held.open().annotations if held else Annotations())
    fates = tuple(_fate(carrier, earlier, one) for one in earlier.annotations)
    return Amendment(way, earlier, later, is_back, carrier.stretches, fates)


def amending(project: Project, planned: Amendment, stamp: Stamp) -> tuple[Edit, ...]:
    """Return the edits that apply an amendment, as one undo step.

    EditError `has-changed` where the article is no longer the one that it was made for.
    """
    article_id = planned.earlier.head.id
    if article_id not in project.articles or project.article(article_id) != planned.earlier:
        raise EditError("has-changed", id=article_id)
    if planned.way == "version":
        return _version(project, planned, stamp)
    carried = tuple(fate.after for fate in planned.fates if fate.after is not None)
    later = planned.later
    first: Edit = ReplaceHead(later.head) if planned.is_back else AddArticle(later)
    transfer = TransferAnnotations(article_id, later.head.id, carried)
    return (first, transfer, *(_released(project, planned) if planned.is_back else ()))


def _head(earlier: ArticleHead, read: ArticleHead, way: Way) -> ArticleHead:
    """Return what is known of an article, for a text that was read for it."""
    known = replace(earlier, id=read.id, raw_sha256=read.raw_sha256)
    if way == "version":
        link = ArticleLink(type=NEW_VERSION, to=earlier.id)
        return replace(known, links=(link,), states=MappingProxyType({}), added=read.added)
    others = (link for link in earlier.links if link.type != CORRECTION)
    return replace(known, links=(ArticleLink(type=CORRECTION, to=earlier.id), *others))


def _as_before(now: ArticleHead, held: ArticleHead) -> ArticleHead:
    """Return what is known of an article by now, for an earlier text of it."""
    return replace(now, id=held.id, links=held.links, added=held.added, raw_sha256=held.raw_sha256)


def earlier_texts(project: Project, article_id: str) -> tuple[str, ...]:
    """Return the earlier texts of an article, the latest of them first."""
    found: list[str] = []
    waiting = [article_id]
    while waiting:
        head = project.articles[waiting.pop()].head
        before = [link.to for link in head.links if link.type == CORRECTION]
        new = [one for one in before if one in project.articles and one not in found]
        found += new
        waiting += new
    return tuple(one for one in found if one != article_id)


# ---- annotations


def _fate(carrier: Carrier, article: Article, annotation: Annotation) -> Fate:
    try:
        verify_annotation(article, annotation)
    except EditError:  # it does not fit its own text: that is to be put right first
        return Fate(annotation, None, "lost")
    after = carrier.annotation(annotation)
    return Fate(annotation, after, _kind(carrier, annotation, after))


def _kind(carrier: Carrier, before: Annotation, after: Annotation | None) -> Kind:
    if after is None:
        return "lost"
    if before.text != after.text or _words(before) != _words(after):
        return "reworded"
    return "same" if all(map(carrier.in_place, before.fragments)) else "moved"


def _words(annotation: Annotation) -> list[tuple[str, str | None]]:
    """Return the words of all anchored attributes."""
    return [
        (name, anchor.text)
        for name, value in annotation.attributes.items()
        for anchor in anchors(value)
    ]


def _spans(value: Value) -> int:
    return sum(one.span is not None for one in anchors(value))


# ---- a version beside the article


def _version(project: Project, planned: Amendment, stamp: Stamp) -> tuple[Edit, ...]:
    copies = {
        fate.before.id: _copied(fate.after, planned.earlier.head.id, stamp)
        for fate in planned.fates
        if fate.after is not None
    }
    later = replace(planned.later, annotations=Annotations.of(copies.values()))
    relations = {
        relation.id: relation
        for one in copies
        for relation in project.relations.touching(one)
        if relation.from_ in copies and (relation.to is None or relation.to in copies)
    }
    names = {one: copy.id for one, copy in copies.items()}
    joined = (_joined(one, names, stamp) for one in relations.values())
    return (AddArticle(later), *map(AddRelation, joined))


def _copied(annotation: Annotation, article_id: str, stamp: Stamp) -> Annotation:
    origin = Origin(by="copy", source=article_id, id=annotation.id)
    time = stamp.time
    return replace(annotation, id=new_id(), created=time, changed=time, origin=origin)


def _joined(relation: Relation, names: dict[str, str], stamp: Stamp) -> Relation:
    to = names[relation.to] if relation.to is not None else None
    return replace(relation, id=new_id(), from_=names[relation.from_], to=to, created=stamp.time)


# ---- back to an earlier text


def _released(project: Project, planned: Amendment) -> Iterator[Edit]:
    """Let the texts go that one goes back from; with annotations that stay, they stay too."""
    carried = {fate.before.id for fate in planned.fates if fate.after is not None}
    target = planned.later.head.id
    for one in (planned.earlier.head.id, *earlier_texts(project, planned.earlier.head.id)):
        if one == target:
            return
        article = project.article(one)
        if set(article.annotations.ids()) <= carried:
            yield RemoveArticle(one)
        else:
            links = tuple(
                replace(link, type=NEW_VERSION) if link.type == CORRECTION else link
                for link in article.head.links
            )
            yield ReplaceHead(replace(article.head, links=links))
