"""What the editor of keys lists: every action, and the labels of the project with theirs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from pressmark.analysis.matching import without_marks
from pressmark.model.label_set import LabelSet
from pressmark.ui.action_keys import present_keys, sequences, shown_key
from pressmark.ui.actions.action import Action
from pressmark.ui.actions.table import ACTIONS
from pressmark.ui.key_clashes import FIXED, refusal, title_of
from pressmark.ui.menu_titles import MENU_TITLES
from pressmark.ui.panels.inspector.attribute_keys import attribute_keys
from pressmark.ui.words import phrase as _t
from pressmark.ui.words import plain, translated


@dataclass(frozen=True, slots=True)
class KeyRow:
    """What is done by which keys; `action` is None where these belong to a label, `label_id`.

    `trouble` says what else has one of the keys, or is "".
    """

    id: str
    group: str
    title: str
    keys: tuple[QKeySequence, ...]
    action: Action | None = None
    label_id: str = ""
    is_changed: bool = False
    trouble: str = ""

    def fits(self, typed: str, key: QKeySequence | None) -> bool:
        """Say whether a row has every word that was typed, and the key that was pressed."""
        words = _folded(f"{self.title} {self.group} {' '.join(map(shown_key, self.keys))}")
        has_words = all(one in words for one in _folded(typed).split())
        return has_words and (key is None or key in self.keys)


def key_rows(chosen: Mapping[str, str], labels: LabelSet | None) -> Iterator[KeyRow]:
    """Yield a row for each action, by menu, then for each label and attribute."""
    for menu_id, title in MENU_TITLES.items():
        if "/" not in menu_id:
            group = plain(translated(title))
            for row in ACTIONS:
                if row.menu.partition("/")[0] == menu_id:
                    yield _of_action(row, group, chosen, labels)
    if labels is not None:
        yield from _of_labels(labels)


def _of_action(
    row: Action, group: str, chosen: Mapping[str, str], labels: LabelSet | None
) -> KeyRow:
    keys = tuple(sequences(present_keys(row, chosen)))
    is_changed = row.id in chosen
    found = (refusal(row, key, chosen, labels) for key in keys if row.id not in FIXED)
    trouble = next((one.words for one in found if one), "")
    return KeyRow(row.id, group, title_of(row), keys, row, "", is_changed, trouble)


def _of_labels(labels: LabelSet) -> Iterator[KeyRow]:
    group = translated(_t("Labels"))
    for label in labels.labels:
        keys = tuple(map(QKeySequence, label.keys))
        yield KeyRow(f"label {label.id}", group, label.title, keys, label_id=label.id)
    for label in labels.labels:
        group = translated(_t("Attributes of {label}")).format(label=label.title)
        for attribute_id, key in attribute_keys(label).items():
            attribute = label.attribute(attribute_id)
            title = attribute.title if attribute else attribute_id
            keys = (QKeySequence(key),)
            row_id = f"attribute {label.id} {attribute_id}"
            yield KeyRow(row_id, group, title, keys, label_id=label.id)


def _folded(text: str) -> str:
    return without_marks(text).casefold()
