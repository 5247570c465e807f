"""What somebody asks to export on the command line, over the preset that it may begin with."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import typer

from pressmark.cli.printing import say
from pressmark.errors import FormatError
from pressmark.formats.registry import WRITTEN, format_by_id
from pressmark.model.article import STATES
from pressmark.model.project import Project
from pressmark.store.exchanges import last_report
from pressmark.store.export_choice import ExportChoice
from pressmark.store.export_presets import read_presets
from pressmark.store.save import real

_LAST_REPORT = "report"


def begun(format_id: str, preset: str) -> ExportChoice:
    """Return the preset, or what is usual in a format; wrong usage where there is no such format.

    A preset's options hold for its own format only. FormatError `no-preset`.
    """
    base = _preset(preset) if preset else ExportChoice(format=_known_format(format_id))
    if preset and format_id and format_id != base.format:
        return replace(base, format=_known_format(format_id), options={})
    return base


def refined(
    base: ExportChoice,
    options: Mapping[str, str],
    **asked: Any,  # noqa: ANN401 -- fields of a choice, each of its own type
) -> ExportChoice:
    """Return what is asked for; what is not (None or "") is as it was begun."""
    said = {name: value for name, value in asked.items() if value not in (None, "")}
    return replace(base, options={**base.options, **options}, **said)


def pairs(given: Sequence[str], name: str) -> dict[str, str]:
    """Return `A=B` words as a mapping; wrong usage where one has no `=`."""
    split = {}
    for word in given:
        key, equals, value = word.partition("=")
        if not equals or not key:
            raise typer.BadParameter(f"{word} is not NAME=VALUE", param_hint=name)
        split[key] = value
    return split


def known(given: Sequence[str] | None, ids: set[str], what: str) -> tuple[str, ...] | None:
    """Return the ids to keep to; one that means nothing in this project is refused."""
    for one in given or ():
        if one not in ids:
            raise FormatError(f"no-such-{what}", id=one)
    return tuple(given) if given else None


def annotators_named(given: Sequence[str] | None, project: Project) -> tuple[str, ...] | None:
    """Return annotators' ids; they may be named by id or by name."""
    annotators = sorted(project.annotators.values(), key=lambda one: one.id)
    names = {one.name for one in annotators} | set(project.annotators)
    for one in given or ():
        if one not in names:
            raise FormatError("no-such-annotator", id=one)
    named = tuple(one.id for one in annotators if {one.id, one.name} & set(given or ()))
    return named or None


def states(given: Sequence[str] | None) -> tuple[str, ...] | None:
    """Return states; wrong usage where one is none."""
    for one in given or ():
        if one not in STATES:
            raise typer.BadParameter(f"{one} is none of {', '.join(STATES)}", param_hint="--state")
    return tuple(given) if given else None


def day(given: str, name: str) -> str:
    """Return a day as far as it is known; wrong usage where it is none."""
    try:
        date.fromisoformat(given + "0001-01-01"[len(given) :])
    except ValueError:
        said = f"{given} is no day such as 2024, 2024-05 or 2024-05-27"
        raise typer.BadParameter(said, param_hint=name) from None
    return given


def reported(project: Path, new_since: str) -> str:
    """Return from when on things are new: as asked for, or since the last report."""
    if new_since not in ("", _LAST_REPORT):
        return _moment(new_since)
    last = last_report(real(project))
    if not last:
        say("No report of this project was written yet: everything is new.")
    return last


def _moment(given: str) -> str:
    if "T" not in given:
        return day(given, "--new-since")
    try:
        moment = datetime.fromisoformat(given)
    except ValueError:
        said = f"{given} is no time such as 2024-05-27T10:00:00Z"
        raise typer.BadParameter(said, param_hint="--new-since") from None
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _preset(name: str) -> ExportChoice:
    presets = read_presets()
    if name not in presets:
        raise FormatError("no-preset", name=name, known=", ".join(presets) or "none")
    return presets[name]


def _known_format(format_id: str) -> str:
    form = format_by_id(format_id)
    if form is None or not form.is_written:
        ids = ", ".join(one.id for one in WRITTEN)
        said = f"{format_id} is none of {ids}" if format_id else f"give one of {ids}, or a preset"
        raise typer.BadParameter(said, param_hint="--format")
    return form.id
