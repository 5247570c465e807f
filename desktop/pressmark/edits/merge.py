"""Uniting two projects that grew apart, with the one they grew from where it is known."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import NamedTuple, TypeAlias, TypeVar

from immutables import Map

from pressmark.edits.disputes import PROJECT, Decisions, disputes_between, united
from pressmark.edits.following import in_one_place
from pressmark.edits.hands import Hands
from pressmark.edits.label_set_merge import united_label_set
from pressmark.edits.merge_rules import ANNOTATION, DISPUTE, HEAD, JUDGEMENT
from pressmark.edits.reanchoring import Carrier
from pressmark.edits.record_union import Union, union
from pressmark.edits.three_way import Rules, fingerprint, merged
from pressmark.model.annotation import Annotation
from pressmark.model.annotations import Annotations
from pressmark.model.article import Article, ArticleHead, ArticleLink
from pressmark.model.attribute import anchors
from pressmark.model.label_set import LabelSet
from pressmark.model.project import Project, assemble
from pressmark.model.records import Relation
from pressmark.model.relations import Relations

R = TypeVar("R")
_Lost: TypeAlias = tuple[str, str, object, object]
"""Kind and id of a record, what it holds, and the version that lost."""


class Conflict(NamedTuple):
    """Two people changed one thing differently: the record's id, and the copy's where one is kept.

    `kind` is "annotation", "article", "entity", ...; of a record without a copy `lost` is the
    version that it does not have, which the project keeps as disputes.
    """

    kind: str
    id: str
    copy: str | None = None
    lost: object = None


@dataclass(frozen=True, slots=True)
class Merged:
    """The united project, and what the union had to decide.

    `kept` are ids that one side deleted and the other changed, or still needs: they stay.
    """

    project: Project
    conflicts: tuple[Conflict, ...]
    kept: tuple[str, ...]


class Sides(NamedTuple):
    """The three projects of a merge, articles aligned."""

    base: Project | None
    ours: Project
    theirs: Project

    def of(self, records: Callable[[Project], Mapping[str, R]]) -> list[Mapping[str, R]]:
        """Return what each holds of one kind of record."""
        return [records(side) if side else {} for side in self]


def merge(base: Project | None, ours: Project, theirs: Project) -> Merged:
    """Unite `ours` and `theirs`; the result does not depend on which is called which.

    With a base: what one side removed and the other left alone is removed. Without: everything
    of both stays, and articles with the same text are one.
    """
    sides = Sides(*in_one_place(base, *_aligned(base, ours, theirs)))
    decisions = Decisions(sides.ours, sides.theirs)
    hands = Hands(*sides)
    articles = _Articles(sides, decisions, hands)
    entities = union(sides.of(lambda one: one.entities), decide=decisions.on("entity"))
    annotators = union(sides.of(lambda one: one.annotators), decide=decisions.on("annotator"))
    relations = union(sides.of(_relations), decide=decisions.on("relation"))
    judgements = union(sides.of(lambda one: one.judgements), JUDGEMENT, decisions.on("judgement"))
    kept = [*articles.kept, *entities.kept, *relations.kept, *judgements.kept]
    for leaned_on in _relied_on_anew(sides):
        kept += articles.bring_back(leaned_on)
    for relation in relations.records.values():
        for end in (relation.from_, relation.to):
            kept += articles.bring_back(end) if end is not None else ()
    frame, lost_frame = _frame(sides, decisions)
    lost: list[_Lost] = [(PROJECT, PROJECT, frame, lost_frame)] if lost_frame else []
    lost += articles.lost
    lost += _lost("entity", entities)
    lost += _lost("annotator", annotators)
    lost += _lost("relation", relations)
    lost += _lost("judgement", judgements)
    arisen = (hands.signed(one) for each in lost for one in disputes_between(*each))
    conflicts = [
        Conflict(kind, frame.id if kind == PROJECT else key, lost=other)
        for kind, key, _, other in lost
    ]
    conflicts += articles.conflicts
    project = replace(
        assemble(frame, articles.articles()),
        entities=Map(entities.records),
        annotators=Map(annotators.records),
        relations=Relations.of(relations.records.values()),
        judgements=Map(judgements.records),
        disputes=Map(united(union(sides.of(lambda one: one.disputes), DISPUTE).records, arisen)),
    )
    project, needed = _with_needed(project, sides)
    conflicts.sort(key=lambda one: (one.kind, one.id, one.copy or ""))
    return Merged(project, tuple(conflicts), tuple(sorted({*kept, *needed})))


class _Articles:
    """The articles of a merge with their annotations, while they are being united."""

    def __init__(self, sides: Sides, decisions: Decisions, hands: Hands) -> None:
        self.conflicts: list[Conflict] = []
        self._sides = sides
        self._decisions = decisions
        self._hands = hands
        heads = union(sides.of(_heads), HEAD, decisions.on("article"))
        self.lost = _lost("article", heads)
        self._heads = heads.records
        self._texts: dict[str, str] = {}
        self._annotations: dict[str, dict[str, Annotation]] = {}
        self.kept = list(heads.kept)
        for key in sorted({*sides.ours.articles, *sides.theirs.articles}):
            self._unite(key)

    def articles(self) -> Iterable[Article]:
        """Return the united articles."""
        for key, head in self._heads.items():
            yield Article(head, self._texts[key], Annotations.of(self._annotations[key].values()))

    def bring_back(self, annotation_id: str) -> list[str]:
        """Put back an annotation that was deleted on one side while the other relates to it."""
        if any(annotation_id in held for held in self._annotations.values()):
            return []
        for side in self._sides:
            place = side.places.get(annotation_id) if side else None
            if side is not None and place is not None:
                carried = self._carried(side, place).get(annotation_id)
                if carried is not None:
                    is_gone = place not in self._heads  # with all that was in it
                    self._heads.setdefault(place, side.articles[place].head)
                    self._annotations.setdefault(place, {})[annotation_id] = carried
                    return [place, annotation_id] if is_gone else [annotation_id]
        return []

    def _unite(self, key: str) -> None:
        held = [side.articles.get(key) if side else None for side in self._sides]
        base, ours, theirs = (one.open() if one else None for one in held)
        self._texts[key] = self._text(key, base, ours, theirs)
        annotations = union(
            self._sides.of(lambda side: self._standing(side, key)),
            ANNOTATION,
            self._decisions.on("annotation"),
        )
        if key not in self._heads:
            known = base.annotations.ids() if base else ()
            if not annotations.kept and set(annotations.records) <= set(known):
                return  # the article goes, and nobody worked in it
            self._heads[key] = next(one.head for one in (ours, theirs) if one is not None)
            self.kept.append(key)
        self.kept += annotations.kept
        self._annotations[key] = self._copies(annotations) | annotations.records

    def _copies(self, annotations: Union[Annotation]) -> dict[str, Annotation]:
        """Return the versions that lost, as copies whose ids both versions decide."""
        copies = {}
        for key, loser in annotations.losers.items():
            prints = sorted(fingerprint(one) for one in (annotations.records[key], loser))
            name = hashlib.sha256(" ".join((key, *prints)).encode()).hexdigest()[:32]
            copies[name] = self._hands.copied(annotations.records[key], loser, name)
            self.conflicts.append(Conflict("annotation", key, name))
        return copies

    def _text(
        self, key: str, base: Article | None, ours: Article | None, theirs: Article | None
    ) -> str:
        """Return the text that stays; the other, where both changed it, becomes an article."""
        texts = sorted({one.text for one in (ours, theirs) if one is not None})
        if len(texts) == 1:
            return texts[0]
        changed = [text for text in texts if base is None or text != base.text]
        stays = changed[-1]
        for other in changed[:-1]:
            name = hashlib.sha256(f"{key} {other}".encode()).hexdigest()[:16]
            link = ArticleLink(type="new-version-of", to=key)
            self._heads[name] = ArticleHead(id=name, links=(link,), added=self._heads[key].added)
            self._texts[name], self._annotations[name] = other, {}
            self.conflicts.append(Conflict("article", key, name))
        return stays

    def _standing(self, side: Project, key: str) -> dict[str, Annotation]:
        """Return a side's annotations in an article, but copies that were settled away."""
        if key not in side.articles:
            return {}
        carried, gone = self._carried(side, key), self._decisions.copies
        return {name: one for name, one in carried.items() if name not in gone}

    def _carried(self, side: Project, key: str) -> dict[str, Annotation]:
        """Return a side's annotations as they stand in the text that stays."""
        article = side.article(key)
        if article.text == self._texts[key]:
            return {one.id: one for one in article.annotations}
        carrier = Carrier(article.text, self._texts[key])
        carried = ((one, carrier.annotation(one)) for one in article.annotations)
        return {one.id: new for one, new in carried if new is not None}


def _aligned(base: Project | None, ours: Project, theirs: Project) -> tuple[Project, Project]:
    """Give articles that came in twice with one text but under two ids the smaller of them."""
    shared = {*(base.articles if base else ()), *(set(ours.articles) & set(theirs.articles))}
    mine = {ours.article(key).text: key for key in sorted(set(ours.articles) - shared)}
    pairs = {
        key: mine[theirs.article(key).text]
        for key in sorted(set(theirs.articles) - shared)
        if theirs.article(key).text in mine
    }
    back = {one: other for other, one in pairs.items()}
    return _renamed(ours, back), _renamed(theirs, pairs)


def _renamed(project: Project, names: Mapping[str, str]) -> Project:
    for old, new in names.items():
        if new < old:
            article = project.article(old)
            moved = replace(article, head=replace(article.head, id=new))
            project = project.without_article(old).with_article(moved)
    return project


def _heads(project: Project) -> Mapping[str, ArticleHead]:
    return {key: one.head for key, one in project.articles.items()}


def _relations(project: Project) -> Mapping[str, Relation]:
    return {one.id: one for one in project.relations}


def _relied_on_anew(sides: Sides) -> list[str]:
    """Return the annotations that a side has and has come to rely on in a judgement."""
    known = _relied_on(sides.base) if sides.base else set()
    here = (_relied_on(side) & set(side.places) for side in (sides.ours, sides.theirs))
    return sorted(set().union(*here) - known)


def _relied_on(project: Project) -> set[str]:
    return {one for judgement in project.judgements.values() for one in judgement.relies_on}


def _lost(kind: str, found: Union[R]) -> list[_Lost]:
    return [(kind, key, found.records[key], other) for key, other in found.losers.items()]


def _frame(sides: Sides, decisions: Decisions) -> tuple[Project, Project | None]:
    """Return the project without its records, and the version of it that lost."""
    known = sides.base.label_set if sides.base else None
    labels = united_label_set(known, sides.ours.label_set, sides.theirs.label_set)
    base = _bare(sides.base, labels) if sides.base else None
    rules = Rules(settled=MappingProxyType({"id": min}))
    ours, theirs = _bare(sides.ours, labels), _bare(sides.theirs, labels)
    versions = merged(base, ours, theirs, rules, decisions.on(PROJECT)(PROJECT))
    return versions.first, versions.second


def _bare(project: Project, labels: LabelSet) -> Project:
    return Project(
        id=project.id,
        title=project.title,
        label_set=labels,
        handling=project.handling,
        summary=project.summary,
        unknown=project.unknown,
    )


def _with_needed(project: Project, sides: Sides) -> tuple[Project, list[str]]:
    """Put back the entities that were deleted on one side while the other names them."""
    named = {
        entity
        for article in project.opened()
        for annotation in article.annotations
        for value in annotation.attributes.values()
        for anchor in anchors(value)
        for entity in anchor.entities
    }
    named |= {one.entity for one in project.relations if one.entity is not None}
    entities, back = project.entities, []
    for key in sorted(named - set(entities)):
        found = next((side.entities[key] for side in sides if side and key in side.entities), None)
        if found is not None:
            entities = entities.set(key, found)
            back.append(key)
    return replace(project, entities=entities), back
