"""Which keys an action has at present: those of the table, unless somebody chose others."""

from collections.abc import Mapping

from PySide6.QtGui import QKeySequence

from pressmark.ui.actions.action import Action

_BETWEEN = "; "
_NATIVE = QKeySequence.SequenceFormat.NativeText


def present_keys(row: Action, chosen: Mapping[str, str]) -> str:
    """Return the keys of an action as Qt names them; `chosen` are those that differ, by its id.

    What was chosen goes before what the table has: a later table may give one of these keys away,
    and Qt obeys none of two actions with one key.
    """
    if row.id in chosen or not chosen:
        return chosen.get(row.id, row.keys)
    taken = {key for keys in chosen.values() for key in keys.split(_BETWEEN)}
    return _BETWEEN.join(key for key in row.keys.split(_BETWEEN) if key not in taken)


def with_keys(
    row: Action, keys: list[QKeySequence], chosen: Mapping[str, str]
) -> Mapping[str, str]:
    """Return the keys that differ from the table once an action has `keys`."""
    others = {name: held for name, held in chosen.items() if name != row.id}
    is_first = keys == sequences(row.keys)
    return others if is_first else {**others, row.id: QKeySequence.listToString(keys)}


def sequences(keys: str) -> list[QKeySequence]:
    """Return the keys of an action as Qt's sequences; none for ""."""
    found = QKeySequence.listFromString(keys) if keys else []
    return [one for one in found if one.toString()]


def shown_keys(keys: str) -> list[str]:
    """Return keys as this system names them."""
    return [shown_key(one) for one in sequences(keys)]


def shown_key(key: QKeySequence) -> str:
    """Return a key as this system names it."""
    return key.toString(_NATIVE)


def is_single(key: QKeySequence) -> bool:
    """Say whether a key types a letter, a digit or a sign, with Shift or without."""
    name = key.toString().removeprefix("Shift+")
    return len(name) == 1 or name == "Space"


def is_command(key: QKeySequence) -> bool:
    """Say whether Ctrl, Alt or Meta is pressed along with a key."""
    return not {"Ctrl", "Alt", "Meta"}.isdisjoint(key.toString().split("+"))
