"""Which keys do what, by menu: for the help, from the table of actions."""

from collections.abc import Iterable, Iterator, Mapping

from pressmark.model.label_set import LabelSet
from pressmark.ui.action_keys import present_keys, shown_keys
from pressmark.ui.actions.table import ACTIONS
from pressmark.ui.menu_titles import MENU_TITLES
from pressmark.ui.words import phrase as _t
from pressmark.ui.words import plain, translated

_BY_HAND = (
    (_t("Move the caret"), ("←", "→", "↑", "↓")),
    (_t("Select"), (_t("Shift + arrows"),)),
    (_t("Select exact characters"), (_t("Alt + drag"),)),
    (_t("Add a fragment to the active annotation"), (_t("Ctrl + drag"),)),
    (_t("Set an attribute from the selection, or go to it"), (_t("Alt + digit or letter"),)),
    (_t("Leave selection, brush, annotation"), ("Esc",)),
)
"""What the reading view does by itself."""

_IN_PANELS = (
    (_t("Open the row"), (_t("Enter"),)),
    (_t("Open the article on the other side"), (_t("Shift + Enter"),)),
    (_t("Choose several articles"), (_t("Shift + arrows"),)),
    (_t("Tick a place that was found"), (_t("Space"),)),
    (_t("Mend what is worth a look, or let it be"), ("M", "X")),
    (_t("Take a note over"), (_t("Ctrl + Enter"),)),
    (_t("Back to the text"), ("Esc",)),
)
"""What lists and fields do by themselves."""


def key_groups(
    labels: LabelSet | None, chosen: Mapping[str, str]
) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    """Return, for each menu, what can be done by keys and which these are at present.

    `chosen` are the keys that differ from the table, by the id of the action.
    """
    groups: dict[str, list[tuple[str, list[str]]]] = {}
    if labels is not None:
        groups[translated(_t("Labels"))] = list(_of_labels(labels))
        groups[translated(_t("Relations, when one is added"))] = list(_of_relations(labels))
    groups[translated(_t("In the text"))] = _by_hand(_BY_HAND)
    for action in ACTIONS:
        keys = shown_keys(present_keys(action, chosen))
        if keys:
            heading = plain(translated(MENU_TITLES[action.menu]))
            groups.setdefault(heading, []).append((plain(translated(action.text)), keys))
    groups[translated(_t("In lists and fields"))] = _by_hand(_IN_PANELS)
    return [(heading, rows) for heading, rows in groups.items() if rows]


def _by_hand(rows: Iterable[tuple[str, tuple[str, ...]]]) -> list[tuple[str, list[str]]]:
    return [(translated(words), [translated(key) for key in keys]) for words, keys in rows]


def _of_labels(labels: LabelSet) -> Iterator[tuple[str, list[str]]]:
    template = translated(_t("{label} on the selection, or relabel"))
    for label in labels.labels:
        if label.keys:
            yield template.format(label=label.title), list(label.keys)
    if labels.labels:
        yield translated(_t("Add a fragment of that label")), [translated(_t("Shift + its key"))]


def _of_relations(labels: LabelSet) -> Iterator[tuple[str, list[str]]]:
    for kind in labels.relations:
        if kind.key:
            yield kind.title, [kind.key.upper()]
