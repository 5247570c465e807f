"""The verbs that only read a project: check, dump, find, stats. None takes the lock."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated

import typer

from pressmark.analysis.checks import check as oddities_of
from pressmark.analysis.concordance import Hit, Query
from pressmark.analysis.concordance import find as hits_of
from pressmark.analysis.conflicts import Pair, open_disputes
from pressmark.analysis.figures import Scope, figures
from pressmark.analysis.finding import Finding as Odd
from pressmark.analysis.notes import Notebook
from pressmark.analysis.statistics import summed_up
from pressmark.cli.figure_rows import figure_rows, plain_figures
from pressmark.cli.messages import odd_sentence, wrong_sentence
from pressmark.cli.opening import opening_sentences
from pressmark.cli.parameters import AsJson, ProjectFile
from pressmark.cli.printing import (
    counted,
    print_json,
    print_line,
    print_table,
    printable,
    printable_json,
    say,
)
from pressmark.cli.progress import progress
from pressmark.cli.readable import readable_project, without_articles
from pressmark.edits.disputes import PROJECT
from pressmark.model.project import Project
from pressmark.model.records import Dispute
from pressmark.store.bases import Side
from pressmark.store.checking import Checked, Finding, check_articles
from pressmark.store.conflict_copies import unmerged_copies
from pressmark.store.open_project import read_project
from pressmark.store.project_file import project_chunks
from pressmark.store.reading import OpeningReport

_CONTEXT = 40
"""How many characters stand on either side of what is found."""


def check(
    project: ProjectFile,
    ids: Annotated[bool, typer.Option("--ids", help="Print the id of each annotation.")] = False,
    advice: Annotated[bool, typer.Option("--advice", help="Also what is only unusual.")] = False,
    as_json: AsJson = False,
) -> None:
    """Load strictly and verify every span against its text; exit 1 where something is wrong."""
    reading = read_project(project)
    copies = unmerged_copies(Side(project, reading.project, reading.lineage.states))
    opening = opening_sentences(reading.opening, copies)
    checked = list(_checked(reading.project))
    inside = [finding for one in checked for finding in one.findings]
    wrong = list(dict.fromkeys([*reading.opening.findings, *inside]))
    damaged = {one.article for one in wrong if one.kind == "damaged"}
    odd = [_doubt(pair) for one in checked for pair in one.conflicts]
    odd += map(_dispute, open_disputes(reading.project))
    odd += _odd(without_articles(reading.project, damaged), advice=advice)
    names = sorted(reading.project.places) if ids else []
    if as_json:
        listed = {"ids": names} if ids else {}
        found = {"conflict_copies": [one.name for one in copies], "findings": _plain(wrong, odd)}
        print_json({"opening": opening, **found, **listed})
    else:
        for sentence in opening:
            say(sentence)
        for one in wrong:
            print_line(one.article or "-", one.record or "-", wrong_sentence(one))
        for other in odd:
            print_line(other.article or "-", other.annotation or "-", odd_sentence(other))
        for name in names:
            typer.echo(f"HAVE {name}")
    if wrong or _is_journal_wrong(reading.opening):
        raise typer.Exit(1)
    annotations = counted(len(reading.project.places), "annotation")
    articles = counted(len(reading.project.articles), "article")
    say(f"{annotations} in {articles}: all match their text.")


def _odd(project: Project, *, advice: bool) -> list[Odd]:
    """Return what is unusual; without advice, what stays with earlier texts of articles."""
    if not (advice or project.links.superseded()):
        return []
    return [one for one in oddities_of(project) if advice or one.code == "earlier-text"]


def _is_journal_wrong(opening: OpeningReport) -> bool:
    damaged = opening.journal_damaged is not None or opening.journal_unreadable
    return damaged or bool(opening.conflicts)


def _checked(project: Project) -> Iterator[Checked]:
    with progress("Articles checked") as tell:
        for done, checked in enumerate(check_articles(project), start=1):
            yield checked
            tell(done, len(project.articles))


def _doubt(pair: Pair) -> Odd:
    fields = ", ".join(sorted(name.removeprefix(".") for name in pair.fields))
    return Odd("two-versions", pair.article, pair.kept.id, fields)


def _dispute(dispute: Dispute) -> Odd:
    field = dispute.name.removeprefix(".")
    if dispute.kind == "article":
        return Odd("two-versions", dispute.record, "", field)
    of = "the project" if dispute.kind == PROJECT else f"{dispute.kind} {dispute.record}"
    return Odd("two-versions", "", "", f"the {field} of {of}")


def _plain(wrong: list[Finding], odd: list[Odd]) -> list[dict[str, object]]:
    return [
        *({**asdict(one), "advice": False, "sentence": wrong_sentence(one)} for one in wrong),
        *({**asdict(one), "advice": True, "sentence": odd_sentence(one)} for one in odd),
    ]


def dump(project: ProjectFile) -> None:
    """Print the project, journal included, as one canonical JSON object."""
    held, left_out = readable_project(project)
    for chunk in project_chunks(held, anew=True):
        typer.echo(printable_json(chunk.decode()), nl=False)
    if left_out:
        raise typer.Exit(1)


def find(
    project: ProjectFile,
    text: str,
    regex: Annotated[bool, typer.Option(help="Take TEXT as a regular expression.")] = False,
    case: Annotated[bool, typer.Option(help="Mind upper and lower case.")] = False,
    marks: Annotated[bool, typer.Option(help="Mind kinds of quotation marks and dashes.")] = False,
    words: Annotated[bool, typer.Option(help="Pass over what is part of a word.")] = False,
    label: Annotated[list[str] | None, typer.Option(help="Only inside this label.")] = None,
    zones: Annotated[bool, typer.Option(help="Also in boilerplate.")] = False,
    as_json: AsJson = False,
) -> None:
    """Print every place where TEXT stands, with the words around it."""
    labels = frozenset(label or ())
    query = Query(
        text, pattern=regex, case=case, marks=marks, words=words, labels=labels, zones=zones
    )
    hits = hits_of(readable_project(project)[0], query)
    if as_json:
        print_json([_hit(hit) for hit in hits])
        return
    for hit in hits:
        before, after = printable(hit.before[-_CONTEXT:]), printable(hit.after[:_CONTEXT])
        place = f"{hit.article}:{hit.span.start}-{hit.span.end}"
        typer.echo(f"{place}  {before.rjust(_CONTEXT)}[{printable(hit.text)}]{after}")


def _hit(hit: Hit) -> dict[str, object]:
    return {**asdict(hit), "span": list(hit.span)}


def stats(
    project: ProjectFile,
    zones: Annotated[bool, typer.Option(help="Also what is tagged in boilerplate.")] = False,
    as_json: AsJson = False,
) -> None:
    """Print counts: by label, article, day, annotator, state and speaker, and who denies whom."""
    loaded, _ = readable_project(project)
    with progress("Articles counted") as tell:
        noted = Notebook().read(loaded, tell)
    drawn = figures(loaded, noted, Scope(zones=zones))
    counted = summed_up(loaded, drawn)
    if as_json:
        print_json({**asdict(counted), "figures": plain_figures(drawn)})
    else:
        print_table(("count", "of", "what"), figure_rows(loaded, counted, drawn))
