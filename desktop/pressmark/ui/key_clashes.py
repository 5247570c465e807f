"""Whether an action may have a key, and what else has it already."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from pressmark.model.label_set import LabelSet
from pressmark.ui.action_keys import (
    is_command,
    is_single,
    present_keys,
    sequences,
    shown_key,
)
from pressmark.ui.actions.action import Action
from pressmark.ui.actions.table import ACTIONS
from pressmark.ui.menu_titles import MENU_TITLES
from pressmark.ui.panels.inspector.attribute_keys import attribute_keys
from pressmark.ui.words import phrase as _t
from pressmark.ui.words import plain, translated

FIXED = frozenset({"inspect"})
"""Actions that keep their key, since it means so everywhere."""

_CARET = frozenset(
    ("Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown", "Backspace", "Tab", "Backtab")
)
_GENERAL = frozenset(("Return", "Enter", "Esc", "Tab", "Backtab"))
_EDITING = frozenset(("Del", "Ins", "Backspace"))
_SELECTS = frozenset(("Ctrl+A", "Ctrl+Left", "Ctrl+Right", "Ctrl+Home", "Ctrl+End"))


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an action cannot have a key; `by` is the id of the action that has it, or ""."""

    words: str
    by: str = ""


def refusal(
    row: Action, key: QKeySequence, chosen: Mapping[str, str], labels: LabelSet | None
) -> Refusal | None:
    """Return why an action cannot have `key`, or None where it can.

    `chosen` are the keys that differ from the table; `labels` is the label set of the project that
    is open.
    """
    words = _unfit(row, key)
    if words:
        return Refusal(translated(words).format(key=shown_key(key), action=title_of(row)))
    for other in ACTIONS:
        if other.id != row.id and key in sequences(present_keys(other, chosen)):
            return _taken(key, title_of(other), other.id)
    for holder, held in other_keys(labels):
        if key in held:
            return _taken(key, holder)
    return None


def other_keys(labels: LabelSet | None) -> Iterator[tuple[str, list[QKeySequence]]]:
    """Yield what has keys besides the actions: menus, labels and their attributes."""
    for menu_id, title in MENU_TITLES.items():
        letter = translated(title).partition("&")[2][:1]
        if letter and "/" not in menu_id:
            menu = translated(_t("the menu {menu}")).format(menu=plain(translated(title)))
            yield menu, [QKeySequence(f"Alt+{letter.upper()}")]
    for label in labels.labels if labels else ():
        told = {"label": label.title}
        yield translated(_t("the label {label}")).format_map(told), [*map(QKeySequence, label.keys)]
        further = [QKeySequence(f"Shift+{key}") for key in label.keys]
        yield translated(_t("a further fragment of {label}")).format_map(told), further
        for attribute_id, key in attribute_keys(label).items():
            attribute = label.attribute(attribute_id)
            title = f"{attribute.title} ({label.title})" if attribute else attribute_id
            yield title, [QKeySequence(key)]


def title_of(row: Action) -> str:
    """Return what an action is called, and in which submenu it is: "State: Done"."""
    title = plain(translated(row.text))
    return f"{plain(translated(MENU_TITLES[row.menu]))}: {title}" if "/" in row.menu else title


def _taken(key: QKeySequence, holder: str, by: str = "") -> Refusal:
    words = translated(_t("{key} is the key of {holder}. Press another one."))
    return Refusal(words.format(key=shown_key(key), holder=holder), by)


def _unfit(row: Action, key: QKeySequence) -> str:
    """Return why no action, or not this one, can have a key: a phrase, or ""."""
    name = key.toString()
    last = name.rpartition("+")[2] or "+"
    if row.id in FIXED:
        return _t("{action} keeps its key. Nothing was changed.")
    if last in _GENERAL and not is_command(key):
        return _t("{key} leads through the window. Press another one.")
    if name.removeprefix("Shift+") in _CARET or _without_shift(name) in _SELECTS:
        return _t("{key} moves the caret or selects. Press another one.")
    if not row.in_article and (is_single(key) or name.removeprefix("Shift+") in _EDITING):
        return _t("{action} works everywhere, so its key needs Ctrl or Alt with it.")
    return ""


def _without_shift(name: str) -> str:
    return name.replace("Shift+", "")
