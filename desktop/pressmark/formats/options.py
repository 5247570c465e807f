"""A format's options, as a dialog shows them and as `--option NAME=VALUE` gives them."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal, TypeVar, get_args, get_origin

from pressmark.errors import FormatError
from pressmark.formats.format import Format

OptionsT = TypeVar("OptionsT")


@dataclass(frozen=True, slots=True)
class Option:
    """One option: its name, what it is for, its default, and its choices (none: any value)."""

    name: str
    about: str
    default: object
    choices: tuple[str, ...] = ()


def options_of(form: Format[Any]) -> tuple[Option, ...]:
    """Return the options that a format's options class has, in its order."""
    return tuple(
        Option(
            one.name,
            one.metadata.get("about", ""),
            one.default,
            get_args(one.type) if get_origin(one.type) is Literal else (),
        )
        for one in fields(form.options)
    )


def options_from(form: Format[OptionsT], given: Mapping[str, str]) -> OptionsT:
    """Return a format's options from words, the others by default.

    FormatError `no-option` or `bad-option` with the `format`, the `option`, and what it has:
    `options` or `choices`.
    """
    known = {one.name: one for one in options_of(form)}
    for name in given:
        if name not in known:
            raise FormatError("no-option", format=form.id, option=name, options=", ".join(known))
    chosen: dict[str, object] = {}
    for name, word in given.items():
        choices = known[name].choices
        if choices and word not in choices:
            told = ", ".join(choices)
            raise FormatError("bad-option", format=form.id, option=name, choices=told)
        chosen[name] = word
    return form.options(**chosen)
