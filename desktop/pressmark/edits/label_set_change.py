"""Giving a project another label set, and doing something with what that has no place for."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pressmark.edits.annotations import RelabelAnnotation, SetAttributes
from pressmark.edits.articles import SetZones
from pressmark.edits.edit import Edit
from pressmark.edits.frame import SetLabelSet
from pressmark.edits.label_set_use import (
    Key,
    gone_values,
    has_other_values,
    losses,
    readable,
    refitted,
    use_of,
)
from pressmark.edits.relations import RemoveRelation, ReplaceRelation
from pressmark.edits.removals import removal
from pressmark.model.annotation import Annotation
from pressmark.model.article import Article
from pressmark.model.attribute import Attribute, Value, anchors
from pressmark.model.label_set import LabelSet
from pressmark.model.project import Project

Ways = Mapping[Key, str | None]
"""What becomes of a loss: the id that stands in its place, or None to delete what has it. A loss
without a way stays as it is: what a label set does not know is carried along and shown so."""


def label_set_change(project: Project, after: LabelSet, ways: Ways) -> tuple[Edit, ...]:
    """Return the edits of one step; what in `ways` is not lost is passed over."""
    if not ways and not _takes_other_values(project.label_set, after):
        return (SetLabelSet(after),) if after != project.label_set else ()
    lost = {one.key for one in losses(use_of(project), project.label_set, after)}
    change = _Change(project, after, {key: way for key, way in ways.items() if key in lost})
    edits = tuple(change.edits())
    return (SetLabelSet(after), *edits) if after != project.label_set else edits


def _takes_other_values(before: LabelSet, after: LabelSet) -> bool:
    """Say whether an attribute does, so that values may have to be written otherwise."""
    for label in before.labels:
        kept = after.label(label.id)
        for attribute in label.attributes if kept else ():
            held = kept.attribute(attribute.id) if kept else None
            if held is not None and has_other_values(attribute, held):
                return True
    return False


class _Change:
    """The edits that a new label set asks for, article by article."""

    def __init__(self, project: Project, after: LabelSet, ways: Ways) -> None:
        self._project = project
        self._after = after
        self._ways = ways
        self._gone: set[str] = set()

    def edits(self) -> Iterator[Edit]:
        """Yield what changes annotations, then relations that are still there, then zones."""
        for article in readable(self._project):
            for annotation in article.annotations:
                yield from self._of_annotation(article, annotation)
        yield from self._of_relations()
        yield from self._of_zones()

    def _of_annotation(self, article: Article, annotation: Annotation) -> Iterator[Edit]:
        key = ("label", annotation.label)
        if key not in self._ways:
            values = dict(self._values(article, annotation))
            if values:
                yield SetAttributes(article.head.id, annotation.id, values)
            return
        label = self._ways[key]
        if label is not None:
            yield RelabelAnnotation(article.head.id, annotation.id, label)
            return
        for edit in removal(self._project, annotation.id):
            if not isinstance(edit, RemoveRelation):
                yield edit
            elif edit.relation not in self._gone:
                self._gone.add(edit.relation)
                yield edit

    def _values(self, article: Article, annotation: Annotation) -> Iterator[tuple[str, Value]]:
        """Yield what its attributes are set to; values that have moved leave their place."""
        before = self._project.label_set.label(annotation.label)
        after = self._after.label(annotation.label)
        for name, value in annotation.attributes.items():
            declared = before.attribute(name) if before else None
            if declared is None or after is None:
                continue
            kept = after.attribute(name)
            if kept is not None:
                changed = self._revalued(annotation.label, declared, kept, value)
                if changed != value and self._stands(article, changed):
                    yield name, changed
                continue
            key = ("attribute", annotation.label, name)
            target = self._ways.get(key)
            if key in self._ways and target is None:
                yield name, None
            elif target is not None and target not in annotation.attributes:
                held = after.attribute(target)
                moved = refitted(held, value) if held else None
                if moved is not None and self._stands(article, moved):
                    yield from ((name, None), (target, moved))

    def _revalued(self, label: str, before: Attribute, after: Attribute, value: Value) -> Value:
        if not has_other_values(before, after):
            return value
        gone = gone_values(before, after)
        if gone and isinstance(value, tuple):
            new = (self._way(label, before.id, one) if one in gone else one for one in value)
            value = tuple(dict.fromkeys(one for one in new if isinstance(one, str))) or None
        elif value in gone:
            value = self._way(label, before.id, value)
        fitting = refitted(after, value)
        if fitting is not None:
            return fitting
        return None if ("fit", label, before.id) in self._ways else value

    def _way(self, label: str, attribute: str, value: Value) -> str | None:
        return self._ways.get(("value", label, attribute, str(value)), str(value))

    def _stands(self, article: Article, value: Value) -> bool:
        """Say whether a value points at what is there: only such may be set."""
        return all(
            (one.span is None or article.text[slice(*one.span)] == one.text)
            and all(entity in self._project.entities for entity in one.entities)
            for one in anchors(value)
        )

    def _of_relations(self) -> Iterator[Edit]:
        for relation in self._project.relations:
            if relation.id in self._gone:
                continue
            key = ("relation", relation.type)
            match = ("match", relation.type, relation.match or "")
            if key in self._ways:
                kind = self._ways[key]
                same = ReplaceRelation(
                    replace(relation, type=kind or "", match=None), as_found=True
                )
                yield same if kind else RemoveRelation(relation.id)
            elif match in self._ways:
                yield ReplaceRelation(replace(relation, match=self._ways[match]))

    def _of_zones(self) -> Iterator[Edit]:
        for head in (one.head for one in self._project.shelf()):
            ways = [self._ways.get(("zone", zone.kind), zone.kind) for zone in head.zones]
            zones = tuple(
                replace(zone, kind=way)
                for zone, way in zip(head.zones, ways, strict=True)
                if way is not None
            )
            if zones != head.zones:
                yield SetZones(head.id, zones)
