"""A dispute in words: whose field it is, what that holds, and what the other version is."""

import json

from pressmark.edits.disputes import PROJECT, disputed_record, mark, values_of
from pressmark.edits.three_way import plain
from pressmark.model.annotation import Hand
from pressmark.model.article import STATES
from pressmark.model.project import Project
from pressmark.model.records import Dispute
from pressmark.ui.moments import moment_words
from pressmark.ui.panels.annotation_line import annotation_text
from pressmark.ui.panels.assessment.likelihood_words import likelihood_said
from pressmark.ui.panels.field_words import field_words
from pressmark.ui.panels.words import confidence_words, one_line, state_words, value_words
from pressmark.ui.words import counted, in_marks, translated
from pressmark.ui.words import phrase as _t


def disputed_words(project: Project, dispute: Dispute, *, with_record: bool) -> str:
    """Return what the field is called, with the record that it belongs to if wanted."""
    field = _field_words(project, dispute)
    if with_record:
        return f"{_record_words(project, dispute)}: {field}"
    return field[:1].upper() + field[1:]


def held_words(project: Project, dispute: Dispute) -> str:
    """Return what the field holds."""
    record = disputed_record(project, dispute)
    held = values_of(record).get(dispute.name) if record is not None else None
    return _value_words(dispute, plain(held))


def other_words(dispute: Dispute) -> str:
    """Return the other version."""
    return _value_words(dispute, dispute.value)


def held_by_words(project: Project, dispute: Dispute) -> str:
    """Return who wrote what the field holds and when they worked last; "" where it is not known.

    Who wrote a third value since is not the one that the merge knew of.
    """
    held = values_of(disputed_record(project, dispute)).get(dispute.name)
    key = mark(dispute.kind, dispute.record, dispute.name, held, dispute.value)
    return hand_words(project, dispute.held_by) if key == dispute.id else ""


def other_by_words(project: Project, dispute: Dispute) -> str:
    """Return who wrote the other version, in the same way."""
    return hand_words(project, dispute.other_by)


def hand_words(project: Project, hand: Hand | None) -> str:
    """Return who worked on a side of a merge, and when last; "" where it is not known."""
    annotator = project.annotators.get(hand.annotator) if hand else None
    if hand is None or annotator is None:
        return ""
    return ", ".join(filter(None, (annotator.name, moment_words(hand.time))))


def _field_words(project: Project, dispute: Dispute) -> str:
    name = dispute.name.removeprefix("unknown.")
    if not name.startswith("."):
        return field_words(name, project.label_set)
    annotator = project.annotators.get(name[1:])
    words = translated(_t("state ({annotator})"))
    return words.replace("{annotator}", annotator.name if annotator else name[1:])


def _record_words(project: Project, dispute: Dispute) -> str:
    match dispute.kind:
        case "entity":
            return project.entities[dispute.record].name
        case "annotator":
            return project.annotators[dispute.record].name
        case "relation":
            return _relation_words(project, dispute.record)
        case "judgement":
            words = translated(_t("judgement “{words}”"))
            return words.replace("{words}", one_line(project.judgements[dispute.record].statement))
    return translated(_t("Project")) if dispute.kind == PROJECT else dispute.record


def _relation_words(project: Project, relation_id: str) -> str:
    relation = project.relations.get(relation_id)
    if relation is None:
        return relation_id
    kind = project.label_set.relation_type(relation.type)
    words = kind.title if kind else value_words(relation.type)
    if relation.from_ not in project.places:
        return words
    return f"{words}, {one_line(annotation_text(project.annotation(relation.from_)))}"


def _said(name: str, value: str) -> str:
    """Return a text in a field, or what the value of a closed list is called."""
    if name.startswith(".") and value in STATES:
        return state_words(value)
    if name == "likelihood":
        return likelihood_said(value)
    return confidence_words(value) if name == "confidence" else one_line(value)


def _value_words(dispute: Dispute, value: object) -> str:
    match value:
        case None | "" | []:
            return "–"
        case bool():
            return translated(_t("yes") if value else _t("no"))
        case str():
            return in_marks(_said(dispute.name, value))
        case list() if all(isinstance(one, str) for one in value):
            return in_marks(one_line(", ".join(value)))
        case list():
            return counted(_t("{n} entry"), _t("{n} entries"), len(value))
    return in_marks(json.dumps(value, ensure_ascii=False))
