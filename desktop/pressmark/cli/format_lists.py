"""`pressmark formats`: what can be written and read, and what each format can be told."""

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from pressmark.cli.parameters import AsJson
from pressmark.cli.printing import print_json, print_table
from pressmark.formats.format import Format
from pressmark.formats.options import Option, options_of
from pressmark.formats.registry import FORMATS, format_by_id


def formats(
    format_id: Annotated[
        str, typer.Argument(metavar="FORMAT", help="All there is to know of this one.")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Print what can be written and read: all formats, or one with its options."""
    one = _named(format_id) if format_id else None
    if as_json:
        print_json(_described(one) if one else [_described(form) for form in FORMATS])
    elif one:
        print_table((one.id, one.name), _told(one))
    else:
        rows = [(form.id, form.name, _ways(form), _holds(form)) for form in FORMATS]
        print_table(("id", "name", "direction", "holds"), rows)


def _named(format_id: str) -> Format[Any]:
    form = format_by_id(format_id)
    if form is None:
        ids = ", ".join(one.id for one in FORMATS)
        raise typer.BadParameter(f"{format_id} is none of {ids}", param_hint="FORMAT")
    return form


def _told(form: Format[Any]) -> Iterator[tuple[str, str]]:
    """Yield what there is to know of a format, as pairs of what and how."""
    yield "about", form.about
    yield "direction", _ways(form)
    yield "suffix", form.suffix
    yield "holds", _holds(form)
    if form.package is not None:
        yield "needs", f"{form.package} ({'installed' if form.is_here else 'not installed'})"
    for option in options_of(form):
        yield f"--option {option.name}=", _choices(option)


def _choices(option: Option) -> str:
    about = f"{option.about}: " if option.about else ""
    return f"{about}{option.told}; usually {_word(option.default)}"


def _word(value: object) -> str:
    """Return a default as it would be given."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _holds(form: Format[Any]) -> str:
    return ", ".join(sorted(form.holds))


def _ways(form: Format[Any]) -> str:
    return "/".join(_direction(form))


def _direction(form: Format[Any]) -> list[str]:
    return [word for word, there in (("read", form.read), ("write", form.is_written)) if there]


def _described(form: Format[Any]) -> dict[str, object]:
    return {
        "id": form.id,
        "name": form.name,
        "about": form.about,
        "direction": _direction(form),
        "holds": sorted(form.holds),
        "lossless": form.lossless,
        "suffix": form.suffix,
        "options": [
            {"name": one.name, "about": one.about, "usually": one.default, "values": one.told}
            for one in options_of(form)
        ],
    }
