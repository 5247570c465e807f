"""One setting: what it may be, and how people are told of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeVar, cast

from pressmark.store.kept_json import is_text

_Value = TypeVar("_Value")
_HERE = "setting"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few values; `words` are a phrase for each."""

    words: Mapping[Any, str]

    def fits(self, value: object) -> bool:
        """Say whether it may have this value."""
        return any(type(value) is type(one) and value == one for one in self.words)


@dataclass(frozen=True, slots=True)
class Amount:
    """A whole number of `values`; `unit` is a phrase with `{n}` for it."""

    values: range
    unit: str

    def fits(self, value: object) -> bool:
        """Say whether it may have this value."""
        return type(value) is int and value in self.values


@dataclass(frozen=True, slots=True)
class Switch:
    """On or off."""

    def fits(self, value: object) -> bool:
        """Say whether it may have this value."""
        return isinstance(value, bool)


@dataclass(frozen=True, slots=True)
class Text:
    """Words; of a folder its path, or "" for none."""

    is_folder: bool = False

    def fits(self, value: object) -> bool:
        """Say whether it may have this value."""
        return is_text(value)


@dataclass(frozen=True, slots=True)
class KeysByAction:
    """For ids of actions Qt's portable names of their keys, "; " between: "" for none."""

    def fits(self, value: object) -> bool:
        """Say whether it may have this value."""
        return isinstance(value, Mapping) and all(
            is_text(one) for pair in value.items() for one in pair
        )


Kind = Choice | Amount | Switch | Text | KeysByAction


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of a setting besides its value.

    `title` and `about` are phrases; one without a title is in no dialog. What is `personal` stays
    here when settings are passed on, and is never put back as at first. `name` is its field's.
    """

    kind: Kind
    section: str = ""
    title: str = ""
    about: str = ""
    personal: bool = False
    name: str = ""


def declare(setting: Setting, at_first: _Value) -> _Value:
    """Declare a setting as a field of a dataclass."""
    facts = {_HERE: setting}
    made: Any = (
        field(default_factory=lambda: at_first, metadata=facts)
        if isinstance(at_first, Mapping)
        else field(default=at_first, metadata=facts)
    )
    return cast("_Value", made)


def declared(record: type[Any]) -> tuple[Setting, ...]:
    """Return the settings that the fields of a dataclass declare."""
    return tuple(replace(one.metadata[_HERE], name=one.name) for one in fields(record))
