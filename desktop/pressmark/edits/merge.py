"""Uniting two projects that grew apart, with the one they grew from where it is known."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from immutables import Map

from pressmark.edits.disputes import PROJECT, Decisions, disputes_between, united
from pressmark.edits.following import in_one_place
from pressmark.edits.hands import Hands
from pressmark.edits.label_set_merge import united_label_set
from pressmark.edits.merge_articles import UnitedArticles
from pressmark.edits.merge_rules import DISPUTE, JUDGEMENT
from pressmark.edits.merge_sides import Conflict, Lost, Sides, lost_in
from pressmark.edits.record_union import union
from pressmark.edits.three_way import Rules, merged
from pressmark.model.attribute import anchors
from pressmark.model.label_set import LabelSet
from pressmark.model.project import Project, assemble
from pressmark.model.records import Relation
from pressmark.model.relations import Relations


@dataclass(frozen=True, slots=True)
class Merged:
    """The united project, and what the union had to decide.

    `kept` are ids that one side deleted and the other changed, or still needs: they stay.
    """

    project: Project
    conflicts: tuple[Conflict, ...]
    kept: tuple[str, ...]


def merge(base: Project | None, ours: Project, theirs: Project) -> Merged:
    """Unite `ours` and `theirs`; the result does not depend on which is called which.

    With a base: what one side removed and the other left alone is removed. Without: everything
    of both stays, and articles with the same text are one.
    """
    sides = Sides(*in_one_place(base, *_aligned(base, ours, theirs)))
    decisions = Decisions(sides.ours, sides.theirs)
    hands = Hands(*sides)
    articles = UnitedArticles(sides, decisions, hands)
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
    lost: list[Lost] = [(PROJECT, PROJECT, frame, lost_frame)] if lost_frame else []
    lost += articles.lost
    lost += lost_in("entity", entities)
    lost += lost_in("annotator", annotators)
    lost += lost_in("relation", relations)
    lost += lost_in("judgement", judgements)
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


def _relations(project: Project) -> Mapping[str, Relation]:
    return {one.id: one for one in project.relations}


def _relied_on_anew(sides: Sides) -> list[str]:
    """Return the annotations that a side has and has come to rely on in a judgement."""
    known = _relied_on(sides.base) if sides.base else set()
    here = (_relied_on(side) & set(side.places) for side in (sides.ours, sides.theirs))
    return sorted(set().union(*here) - known)


def _relied_on(project: Project) -> set[str]:
    return {one for judgement in project.judgements.values() for one in judgement.relies_on}


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
