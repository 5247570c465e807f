"""Uniting two projects that grew apart, with the one they grew from where it is known."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Generic, NamedTuple, TypeVar

from immutables import Map

from pressmark.edits.following import in_one_place
from pressmark.edits.label_set_merge import united_label_set
from pressmark.edits.reanchoring import Carrier
from pressmark.edits.three_way import Rules, fingerprint, merged
from pressmark.model.annotation import Annotation
from pressmark.model.annotations import Annotations
from pressmark.model.article import Article, ArticleHead, ArticleLink
from pressmark.model.attribute import anchors
from pressmark.model.label_set import LabelSet
from pressmark.model.project import Project, assemble
from pressmark.model.relations import Relations

R = TypeVar("R")

_PLAIN = Rules()
_HEAD = Rules(settled=MappingProxyType({"added": min}))
_ANNOTATION = Rules(
    together=("fragments", "text", "prefix", "suffix"),
    settled=MappingProxyType(
        {
            "changed": max,
            "created": min,
            "annotator": min,
            "origin": lambda one, other: min(one, other, key=fingerprint),
        }
    ),
)


class Conflict(NamedTuple):
    """Two people changed one thing differently: the record's id, and the copy's where one is kept.

    `kind` is "annotation", "article", "entity", ...; a record without a copy keeps the version
    that was changed later, and `lost` is the other.
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


@dataclass(slots=True)
class _United(Generic[R]):
    """Records of one kind by id; for ids in conflict also the version that lost."""

    records: dict[str, R] = field(default_factory=dict)
    losers: dict[str, R] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)


def merge(base: Project | None, ours: Project, theirs: Project) -> Merged:
    """Unite `ours` and `theirs`; the result does not depend on which is called which.

    With a base: what one side removed and the other left alone is removed. Without: everything
    of both stays, and articles with the same text are one.
    """
    sides = Sides(*in_one_place(base, *_aligned(base, ours, theirs)))
    articles = _Articles(sides)
    entities = _united([side.entities if side else {} for side in sides])
    annotators = _united([side.annotators if side else {} for side in sides])
    relations = _united([{one.id: one for one in side.relations} if side else {} for side in sides])
    kept = [*articles.kept, *entities.kept, *relations.kept]
    for relation in relations.records.values():
        for end in (relation.from_, relation.to):
            kept += articles.bring_back(end) if end is not None else ()
    frame, conflicts = _frame(sides)
    conflicts += articles.conflicts
    for kind, each in (("entity", entities), ("annotator", annotators), ("relation", relations)):
        conflicts += [Conflict(kind, key, lost=lost) for key, lost in each.losers.items()]
    project = replace(
        assemble(frame, articles.articles()),
        entities=Map(entities.records),
        annotators=Map(annotators.records),
        relations=Relations.of(relations.records.values()),
    )
    project, needed = _with_needed(project, sides)
    conflicts.sort(key=lambda one: (one.kind, one.id, one.copy or ""))
    return Merged(project, tuple(conflicts), tuple(sorted({*kept, *needed})))


def _united(sides: Sequence[Mapping[str, R]], rules: Rules = _PLAIN) -> _United[R]:
    """Unite the records of base, ours and theirs."""
    result: _United[R] = _United()
    known, mine, yours = sides
    for key in sorted({*mine, *yours}):
        before, one, other = known.get(key), mine.get(key), yours.get(key)
        if one is not None and other is not None:
            versions = merged(before, one, other, rules)
            result.records[key] = versions.first
            if versions.second is not None:
                result.losers[key] = versions.second
            continue
        left = one if one is not None else other
        if left is None or left == before:
            continue  # deleted on one side, untouched on the other
        result.records[key] = left
        if before is not None:
            result.kept.append(key)
    return result


class _Articles:
    """The articles of a merge with their annotations, while they are being united."""

    def __init__(self, sides: Sides) -> None:
        self.conflicts: list[Conflict] = []
        self._sides = sides
        heads = _united(
            [
                {key: one.head for key, one in side.articles.items()} if side else {}
                for side in sides
            ],
            _HEAD,
        )
        self.conflicts += [
            Conflict("article", key, lost=lost) for key, lost in heads.losers.items()
        ]
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
        annotations = _united(
            [
                self._carried(side, key) if side and key in side.articles else {}
                for side in self._sides
            ],
            _ANNOTATION,
        )
        if key not in self._heads:
            known = base.annotations.ids() if base else ()
            if not annotations.kept and set(annotations.records) <= set(known):
                return  # the article goes, and nobody worked in it
            self._heads[key] = next(one.head for one in (ours, theirs) if one is not None)
            self.kept.append(key)
        self.kept += annotations.kept
        self._annotations[key] = annotations.records | self._copies(annotations)

    def _copies(self, annotations: _United[Annotation]) -> dict[str, Annotation]:
        """Return the versions that lost, as copies whose ids both versions decide."""
        copies = {}
        for key, loser in annotations.losers.items():
            prints = sorted(fingerprint(one) for one in (annotations.records[key], loser))
            name = hashlib.sha256(" ".join((key, *prints)).encode()).hexdigest()[:32]
            copies[name] = replace(loser, id=name, origin=replace(loser.origin, conflict_of=key))
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


def _frame(sides: Sides) -> tuple[Project, list[Conflict]]:
    """Return the project without its records: id, title, handling, label set."""
    known = sides.base.label_set if sides.base else None
    labels = united_label_set(known, sides.ours.label_set, sides.theirs.label_set)
    base = _bare(sides.base, labels) if sides.base else None
    rules = Rules(settled=MappingProxyType({"id": min}))
    versions = merged(base, _bare(sides.ours, labels), _bare(sides.theirs, labels), rules)
    lost = versions.second
    return versions.first, [Conflict("project", versions.first.id, lost=lost)] if lost else []


def _bare(project: Project, labels: LabelSet) -> Project:
    return Project(
        id=project.id,
        title=project.title,
        label_set=labels,
        handling=project.handling,
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
