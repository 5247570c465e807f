"""What the label set editor says: problems, losses, differences, kinds of attributes."""

from collections.abc import Sequence

from pressmark.analysis.label_set_changes import LabelSetChange
from pressmark.analysis.label_set_problems import Problem
from pressmark.edits.label_set_use import Key, Loss
from pressmark.model.label_set import LabelSet
from pressmark.ui.panels.words import value_title, value_words
from pressmark.ui.words import counted, translated
from pressmark.ui.words import phrase as _t

KIND_WORDS = {
    "anchored": _t("Words of the text"),
    "entity": _t("Entity"),
    "choice": _t("Choice"),
    "text": _t("Text"),
    "number": _t("Number"),
    "date": _t("Date"),
    "flag": _t("Yes or no"),
}
"""What the kinds of attributes are called."""

_PROBLEMS = {
    "no-title": _t("It needs a name."),
    "same-title": _t("Another one is called {0} too. Choose another name."),
    "bad-key": _t("{0} cannot be a key. Choose a digit or a letter from A to Z."),
    "label-has-key": _t("{1} has the key {0} already. Choose another one."),
    "action-has-key": _t("{0} does something else: {1}. Choose another key."),
    "relation-has-key": _t("{1} has the key {0} already. Choose another one."),
    "few-values": _t("A choice needs at least two values."),
    "bad-value": _t("{0} cannot be a value. Use letters from A to Z, digits and -."),
    "same-value": _t("{0} is there twice."),
    "no-end": _t("None of its labels is left. Choose others, or remove the relation."),
}
_WAYS = {
    "added": _t("New: {names}."),
    "removed": _t("Removed: {names}."),
    "changed": _t("Changed: {names}."),
}
_REST = {"order": _t("the order"), "set": _t("name, guidelines or zones")}


def problem_words(problem: Problem) -> str:
    """Return one sentence on a problem."""
    return translated(_PROBLEMS[problem.case]).format(*problem.fact.split("\n"), "")


def change_words(changes: Sequence[LabelSetChange]) -> str:
    """Return what came, went and changed, in a few short sentences; "" for nothing."""
    told = []
    for way, template in _WAYS.items():
        names = [
            translated(_REST[one.what]) if one.what in _REST else one.title
            for one in changes
            if one.way == way
        ]
        if names:
            told.append(translated(template).format(names=", ".join(names)))
    return " ".join(told)


def change_lines(changes: Sequence[LabelSetChange]) -> list[str]:
    """Return a sentence for each thing that came, went or changed."""
    return [change_words([one]) for one in changes]


def loss_words(loss: Loss, before: LabelSet) -> str:
    """Return what leaves while it is in use, and by how much."""
    return f"{_name(loss.key, before)}: {_holders(loss)}"


def _holders(loss: Loss) -> str:
    match loss.key[0]:
        case "relation" | "match":
            return counted(_t("{n} relation has it"), _t("{n} relations have it"), loss.count)
        case "zone":
            return counted(_t("{n} stretch has it"), _t("{n} stretches have it"), loss.count)
        case "fit":
            return counted(
                _t("{n} value does not fit any more"),
                _t("{n} values do not fit any more"),
                loss.count,
            )
    return counted(_t("{n} annotation has it"), _t("{n} annotations have it"), loss.count)


def stand_in_words(key: Key, stand_in: str, labels: LabelSet) -> str:
    """Return what is offered in the place of a loss."""
    title = _title((*key[:-1], stand_in), labels)
    return translated(_t("Becomes {name}")).format(name=title)


def _name(key: Key, labels: LabelSet) -> str:
    """Return what a lost thing is called, behind what it belongs to."""
    match key:
        case ("attribute" | "fit", label, attribute):
            parts = [("label", label), ("attribute", label, attribute)]
        case ("value", label, attribute, value):
            parts = [("label", label), ("attribute", label, attribute), key]
        case ("match", kind, value):
            parts = [("relation", kind), ("match", value)]
        case _:
            parts = [key]
    return " · ".join(_title(part, labels) for part in parts)


def _title(key: Key, labels: LabelSet) -> str:
    match key:
        case ("label", label_id):
            label = labels.label(label_id)
            return label.title if label else label_id
        case ("attribute", label_id, attribute_id):
            held = labels.label(label_id)
            attribute = held.attribute(attribute_id) if held else None
            return attribute.title if attribute else attribute_id
        case ("relation", type_id):
            relation = labels.relation_type(type_id)
            return relation.title if relation else type_id
        case ("value", label_id, attribute_id, value):
            held = labels.label(label_id)
            return value_title(held.attribute(attribute_id) if held else None, value)
    return value_words(key[-1])
