"""The formats there are. A new one is a file of its own and a line here."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from pydantic import TypeAdapter, ValidationError

from pressmark.errors import FormatError
from pressmark.formats.csv_rows import CSV
from pressmark.formats.format import Format
from pressmark.formats.html_review import HTML
from pressmark.formats.pressmark_jsonl import PRESSMARK_JSONL

FORMATS: tuple[Format, ...] = (
    PRESSMARK_JSONL,
    CSV,
    HTML,
)


def format_by_id(format_id: str) -> Format | None:
    """Return the format of that id, or None."""
    return next((one for one in FORMATS if one.id == format_id), None)


def format_of(name: str, data: bytes) -> Format | None:
    """Return the readable format that a source is of, by its content; None: no annotation set."""
    return next((one for one in FORMATS if one.read and one.claims(name, data)), None)


def options_from(form: Format, given: Mapping[str, str]) -> Any:  # noqa: ANN401 -- its own class
    """Return a format's options from words; FormatError `bad-option` names the wrong one."""
    known = {field.name for field in fields(form.options)}
    for name in given:
        if name not in known:
            raise FormatError("bad-option", format=form.id, option=name, reason="no such option")
    try:
        return TypeAdapter(form.options).validate_python(dict(given))
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(map(str, first["loc"]))
        raise FormatError("bad-option", format=form.id, option=name, reason=first["msg"]) from None
