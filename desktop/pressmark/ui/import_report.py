"""What became of an import, as a text: of each file what was taken, what was left out, and why."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pressmark.model.project import Project
from pressmark.ui.article_link_lines import article_name
from pressmark.ui.dialogs.articles.newcomer import Newcomer
from pressmark.ui.dialogs.articles.words import (
    kind_words,
    like_words,
    place_words,
    remark_words,
    title_words,
)
from pressmark.ui.import_words import DIMMED
from pressmark.ui.words import counted, in_marks, phrases, translated
from pressmark.ui.words import phrase as _t

INDENT = "    "
"""Before what files are called; before what is told of them it stands twice."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The newcomers of one import, each with what was told of it, and the counts in one line."""

    summary: str
    text: str


def import_report(newcomers: Sequence[Newcomer], project: Project) -> ImportReport:
    """Write the report; `project` is the one that has them now."""
    taken = [one for one in newcomers if one.comes_in]
    left = [one for one in newcomers if one.read is not None and not one.is_taken]
    refused = [one for one in newcomers if one.refusal is not None]
    here = [one for one in newcomers if one.here]
    groups = (  # what did not come in is sought first
        (_t("Refused"), refused),
        (_t("Left out in the preview"), left),
        (_t("Came in"), taken),
        (_t("Here already"), here),
    )
    summary = _summary(len(taken), len(left), len(refused), len(here))
    lines, names = [summary], _names(newcomers, project)
    for title, members in groups:
        if members:
            lines += ["", translated(title)]
            lines += [line for one in members for line in _told(one, project, names)]
    return ImportReport(summary, "\n".join(lines))


def _summary(taken: int, left: int, refused: int, here: int) -> str:
    parts = [counted(*phrases("{n} article came in", "{n} articles came in"), taken)]
    others = (
        (phrases("{n} was left out", "{n} were left out"), left),
        (phrases("{n} was refused", "{n} were refused"), refused),
        (phrases("{n} was here already", "{n} were here already"), here),
    )
    parts += [counted(*words, count) for words, count in others if count]
    return ", ".join(parts) + "."


def _names(newcomers: Sequence[Newcomer], project: Project) -> dict[str, str]:
    """Return what the articles are called that newcomers are like, by their ids."""
    wanted = {one.like.other for one in newcomers if one.like}
    known = {one: article_name(project, one) for one in wanted if one in project.articles}
    come = {
        one.read.article.head.id: in_marks(title_words(one, project))
        for one in newcomers
        if one.read and one.read.article.head.id in wanted
    }
    return {**known, **come}


def _told(one: Newcomer, project: Project, names: Mapping[str, str]) -> Iterator[str]:
    """Yield the place of a newcomer, and indented what it is and what is to be known of it."""
    yield f"{INDENT}{place_words(one)}"
    title = title_words(one, project) if one.refusal is None else ""
    about = (kind_words(one), title if title != place_words(one) else "")
    yield from _indented(filter(None, [" · ".join(filter(None, about))]))
    if one.here:
        return  # the heading says it
    yield from _indented(remark_words(one))
    if one.comes_in and one.read:
        dimmed = [zone for zone in one.read.article.head.zones if zone.kind != "hidden"]
        yield from _indented([counted(*DIMMED, len(dimmed))] if dimmed else [])
    if one.comes_in and one.like and one.link:
        yield from _indented([like_words(one, names.get(one.like.other, ""))])


def _indented(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield f"{INDENT}{INDENT}{line}"
