"""A format's options, as a dialog shows them and as `--option NAME=VALUE` gives them.

A field of an options class is a Literal, a bool, an int or a text; its metadata may hold `about`,
for an int the `least` and the `most`, and for a text the `choices` there are on this system, or a
`form` (a regular expression) with `examples`.
"""

import re
from collections.abc import Mapping
from dataclasses import Field, dataclass, fields
from typing import Any, Literal, TypeVar, get_args, get_origin

from pressmark.errors import FormatError
from pressmark.formats.format import Format

OptionsT = TypeVar("OptionsT")
_YES = ("true", "yes", "on", "1")
_NO = ("false", "no", "off", "0")
_MOST = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Option:
    """One option: its name, what it is for, its default, and its choices (none: any value).

    `least` and `most` are the bounds of a number; `form` is what a text has to look like, and
    `examples` are some that do.
    """

    name: str
    about: str
    default: object
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = _MOST
    form: str = ".*"
    examples: tuple[str, ...] = ()

    def value(self, word: str) -> object:
        """Return what a word means here (ValueError: nothing)."""
        if isinstance(self.default, bool):
            if word.lower() not in (*_YES, *_NO):
                raise ValueError(word)
            return word.lower() in _YES
        if isinstance(self.default, int):
            if not (word.isascii() and word.isdigit() and self.least <= int(word) <= self.most):
                raise ValueError(word)
            return int(word)
        if (self.choices and word not in self.choices) or not re.fullmatch(self.form, word):
            raise ValueError(word)
        return word

    @property
    def told(self) -> str:
        """What it can be, in a word or two."""
        if isinstance(self.default, bool):
            return "true, false"
        if isinstance(self.default, int):
            return f"a whole number from {self.least} to {self.most}"
        return ", ".join(self.choices or self.examples)


def options_of(form: Format[Any]) -> tuple[Option, ...]:
    """Return the options that a format's options class has, in its order."""
    return tuple(map(_option, fields(form.options)))


def options_from(form: Format[OptionsT], given: Mapping[str, str]) -> OptionsT:
    """Return a format's options from words, the others by default.

    FormatError `no-option` or `bad-option` with the `format`, the `option`, and what it has:
    `options` or `choices`.
    """
    known = {one.name: one for one in options_of(form)}
    chosen: dict[str, object] = {}
    for name, word in given.items():
        if name not in known:
            has = ", ".join(known) or "none"
            raise FormatError("no-option", format=form.id, option=name, options=has)
        try:
            chosen[name] = known[name].value(word)
        except ValueError:
            told = known[name].told
            raise FormatError("bad-option", format=form.id, option=name, choices=told) from None
    return form.options(**chosen)


def _option(field: Field[Any]) -> Option:
    choices = get_args(field.type) if get_origin(field.type) is Literal else ()
    metadata = {"about": "", "choices": choices, **field.metadata}
    return Option(name=field.name, default=field.default, **metadata)
