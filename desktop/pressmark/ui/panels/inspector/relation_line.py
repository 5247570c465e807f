"""What is said of one relation, seen from one of its ends."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from pressmark.errors import PressmarkError
from pressmark.model.annotation import Annotation
from pressmark.model.label_set import Label
from pressmark.model.project import Project
from pressmark.model.records import Relation
from pressmark.ui.panels.annotation_line import annotation_text, label_of
from pressmark.ui.panels.inspector.derived_relations import Derived
from pressmark.ui.panels.words import one_line, value_words

_LONGEST = 90
"""Code points of an annotation that are said with its relation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationLine:
    """One relation in words.

    `direction` is "out", "in" or "both"; `label` the other end's, where it is an annotation;
    `target` its id, "" where there is nothing to jump to; `relation` the id, "" for a derived one.
    """

    relation: str
    direction: str
    kind: str
    text: str
    label: Label | None = None
    remark: str = ""
    target: str = ""


def relation_line(project: Project, relation: Relation, seen_from: str) -> RelationLine:
    """Return what the annotation `seen_from`, one end of `relation`, says of it."""
    kind = project.label_set.relation_type(relation.type)
    is_out = relation.from_ == seen_from
    line = RelationLine(
        relation=relation.id,
        direction="both" if kind and kind.symmetric else "out" if is_out else "in",
        kind=kind.title if kind else value_words(relation.type),
        remark=", ".join(_remarks(project, relation, seen_from)),
        text=QCoreApplication.translate("inspector", "An annotation that is not there any more"),
    )
    if relation.entity is not None and is_out:
        entity = project.entities.get(relation.entity)
        return replace(line, text=entity.name if entity else relation.entity)
    other = _annotation(project, relation.to if is_out else relation.from_)
    if other is None:
        return line
    label = label_of(project, other)
    return replace(line, text=annotation_text(other), label=label, target=other.id)


def spoken_relation(project: Project, relation: Relation, seen_from: str) -> str:
    """Return a relation in one line of words, as the annotation `seen_from` has it."""
    line = relation_line(project, relation, seen_from)
    words = line.text if len(line.text) <= _LONGEST else line.text[:_LONGEST].rstrip() + "…"
    template = QCoreApplication.translate("inspector", "{relation}: “{words}”")
    if line.direction == "in":
        template = QCoreApplication.translate("inspector", "{relation}, from “{words}”")
    said = template.replace("{relation}", line.kind).replace("{words}", words)
    return f"{said} ({line.remark})" if line.remark else said


def derived_line(project: Project, derived: Derived) -> RelationLine:
    """Return what is said of a relation that an attribute states."""
    kind = project.label_set.relation_type(derived.type)
    return RelationLine(
        relation="",
        direction="out",
        kind=kind.title if kind else value_words(derived.type),
        text=project.entities[derived.entity].name,
        remark=QCoreApplication.translate("inspector", "from its attributes"),
    )


def _remarks(project: Project, relation: Relation, seen_from: str) -> Iterator[str]:
    """Yield how sure it is, and the source of the other end's article, where that is another."""
    if relation.match:
        yield value_words(relation.match).lower()
    if relation.inferred:
        yield QCoreApplication.translate("inspector", "inferred")
    other = relation.to if relation.from_ == seen_from else relation.from_
    there = project.places.get(other or "")
    if there is not None and there != project.places.get(seen_from):
        head = project.articles[there].head
        template = QCoreApplication.translate("inspector", "in {article}")
        yield template.format(article=one_line(head.source or head.title or _untitled()))


def _untitled() -> str:
    return QCoreApplication.translate("inspector", "another article")


def _annotation(project: Project, annotation_id: str | None) -> Annotation | None:
    if annotation_id is None or annotation_id not in project.places:
        return None
    try:
        return project.annotation(annotation_id)
    except PressmarkError:  # its article is damaged
        return None
