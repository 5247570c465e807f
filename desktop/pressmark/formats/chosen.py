"""A choice of what to export, as it falls out for a project."""

from typing import Any

from pressmark.errors import FormatError
from pressmark.formats.format import Format
from pressmark.formats.options import options_from
from pressmark.formats.registry import format_by_id
from pressmark.formats.selection import Selection
from pressmark.model.project import Project
from pressmark.store.export_choice import ExportChoice


def format_chosen(choice: ExportChoice) -> tuple[Format[Any], Any]:
    """Return the format of a choice and its options.

    FormatError `no-such-format` with the `id`, or those of `options_from`: the choice is from
    another version.
    """
    form = format_by_id(choice.format)
    if form is None or not form.is_written:
        raise FormatError("no-such-format", id=choice.format)
    return form, options_from(form, choice.options)


def selection_of(
    choice: ExportChoice,
    project: Project,
    *,
    articles: frozenset[str] | None = None,
    reported: str = "",
) -> Selection:
    """Return what a choice takes of a project, or of some of its articles (ids; not narrowed yet).

    `reported` is when the last report was written: everything is new where there was none.
    """
    return Selection(
        project=project,
        labels=_ids(choice.labels),
        annotators=_ids(choice.annotators),
        articles=articles,
        states=_ids(choice.states),
        since=choice.since,
        until=choice.until,
        flagged=choice.flagged,
        changed_since=reported if choice.new else "",
        zones=choice.zones,
        notes=choice.notes,
        pseudonyms=choice.pseudonyms,
    )


def _ids(given: tuple[str, ...] | None) -> frozenset[str] | None:
    return None if given is None else frozenset(given)
