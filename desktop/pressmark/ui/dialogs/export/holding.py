"""What formats hold and do not hold, in a few words."""

from collections.abc import Mapping
from typing import Any

from pressmark.formats.format import Format, Lost, Part
from pressmark.model.label_set import LabelSet
from pressmark.ui.words import phrase as _t
from pressmark.ui.words import translated

_GROUPS = {
    "training": _t("For training"),
    "exchange": _t("For exchange"),
    "reading": _t("For reading"),
}
_MISSING: dict[Part, str] = {
    "overlap": _t("no overlap"),
    "fragments": _t("no gaps"),
    "attributes": _t("no attributes"),
    "relations": _t("no relations"),
    "text": _t("no article text"),
    "notes": _t("no notes"),
}
"""What is worth saying in a list, the gravest first."""

_PARTS: dict[Part, str] = {
    "attributes": _t("attributes"),
    "relations": _t("relations"),
    "notes": _t("notes"),
    "zones": _t("zones"),
    "entities": _t("entities"),
    "text": _t("article texts"),
    "overlap": _t("overlaps"),
    "fragments": _t("gaps"),
    "annotators": _t("annotators"),
    "confidence": _t("confidence"),
    "flags": _t("flags"),
}
"""What annotations and articles have, the gravest to miss first."""

_LOST = {
    "blank": _t("white space alone"),
    "characters": _t("characters that XML cannot hold"),
    "crosses": _t("crosses {label}"),
    "edges": _t("loses its white space"),
    "holds": _t("holds {label}"),
    "in-pieces": _t("has gaps: in pieces"),
    "inside": _t("inside {label}"),
    "line-breaks": _t("cut at line breaks"),
    "long": _t("cut: longer than a cell"),
    "no-target": _t("no target"),
    "nowhere": _t("article cannot be held"),
    "other-label": _t("label not for this format"),
    "same-span": _t("same span as {label}"),
}
"""Why an annotation is lost; {label} is what is kept in its place."""


def group_title(group: str) -> str:
    """Return the heading of a group of formats."""
    return translated(_GROUPS.get(group, group))


def holding(form: Format[Any]) -> str:
    """Return in a word or two what a format holds: "lossless", "no relations", or ""."""
    if not form.is_here:
        return translated(_t("not installed"))
    if form.labels_only:
        return translated(_t("label set only"))
    if form.lossless:
        return translated(_t("lossless"))
    missing = (words for part, words in _MISSING.items() if part not in form.holds)
    return translated(next(missing, ""))


def unheld_words(unheld: Mapping[Part, int]) -> str:
    """Return "no attributes (402), relations (66)" for what a format has no place for."""
    ordered = ((words, unheld[part]) for part, words in _PARTS.items() if part in unheld)
    counted = [f"{translated(words)} ({count})" for words, count in ordered]
    return translated(_t("no {parts}")).format(parts=", ".join(counted)) if counted else ""


def lost_words(lost: Lost, labels: LabelSet) -> str:
    """Return "inside Quote" for why an annotation is lost."""
    label = labels.label(lost.other)
    title = label.title if label is not None else lost.other
    return translated(_LOST.get(lost.why, lost.why)).replace("{label}", title)
