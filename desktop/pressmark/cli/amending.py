"""`pressmark amend`: another text for an article, and what becomes of its annotations."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

import typer

from pressmark.articles.reading import read_article
from pressmark.cli.opening import open_to_write
from pressmark.cli.parameters import AsJson, ProjectFile
from pressmark.cli.printing import print_json, print_line, printable, say
from pressmark.cli.saving import save
from pressmark.edits.amending import Amendment, Fate, Way, amending, amendment
from pressmark.edits.edit import Stamp
from pressmark.edits.transaction import Transaction
from pressmark.errors import EditError
from pressmark.model.annotation import Annotation
from pressmark.model.project import Project
from pressmark.store.annotators import annotator_for, introduction
from pressmark.store.clock import now
from pressmark.store.open_project import read_project

_TITLES = {"correction": "Correct the text", "version": "New version"}
_LONGEST = 60


def amend(
    project: ProjectFile,
    article: Annotated[str, typer.Argument(help="The article's id.")],
    text: Annotated[Path, typer.Argument(help="The file with the other text.", readable=False)],
    way: Annotated[
        Literal["correction", "version"],
        typer.Option("--as", help="Takes the article's place, or stands beside it."),
    ] = "correction",
    encoding: Annotated[str | None, typer.Option(help="The encoding of the file.")] = None,
    annotator: Annotated[str | None, typer.Option(help="Whose work this is.")] = None,
    dry_run: Annotated[bool, typer.Option(help="Only say what would become of it.")] = False,
    as_json: AsJson = False,
) -> None:
    """Give an article another text; say what moves and what is lost. One step, to be undone."""
    if dry_run:
        planned = _planned(read_project(project).project, article, text, way, encoding)
        _report(planned, as_json=as_json)
        return
    with open_to_write(project) as file:
        who = annotator_for(file.project, annotator)
        planned = _planned(file.project, article, text, way, encoding)
        stamp = Stamp(who.id, now())
        edits = (*introduction(who, file.project), *amending(file.project, planned, stamp))
        file.commit(Transaction(_TITLES[way], edits, stamp))
        save(file, stamp)
    _report(planned, as_json=as_json)


def _planned(
    project: Project, article: str, path: Path, way: Way, encoding: str | None
) -> Amendment:
    if article not in project.articles:
        raise EditError("no-article", id=article)
    read = read_article(path, added=now(), encoding=encoding)
    return amendment(project, article, read.article, way)


def _report(planned: Amendment, *, as_json: bool) -> None:
    if as_json:
        print_json(
            {
                "article": planned.later.head.id,
                "counts": {
                    kind: planned.count(kind) for kind in ("same", "moved", "reworded", "lost")
                },
                "annotations": [_plain(fate) for fate in planned.fates],
            }
        )
        return
    for fate in planned.fates:
        if fate.kind != "same":
            print_line(fate.kind, fate.before.id, *_words(fate))
    say(
        f"Article {printable(planned.later.head.id)}: {planned.count('same')} annotations are as "
        f"they were, {planned.count('moved')} moved, {planned.count('reworded')} reworded, "
        f"{planned.count('lost')} stay with the earlier text."
    )


def _plain(fate: Fate) -> dict[str, object]:
    return {
        "id": fate.before.id,
        "fate": fate.kind,
        "before": list(fate.before.text),
        "after": list(fate.after.text) if fate.after else None,
        "dropped": list(fate.dropped),
    }


def _words(fate: Fate) -> Iterator[str]:
    yield _short(fate.before)
    if fate.after is not None and fate.after.text != fate.before.text:
        yield f"-> {_short(fate.after)}"
    if fate.dropped:
        yield f"(without {', '.join(fate.dropped)})"


def _short(annotation: Annotation) -> str:
    words = " … ".join(annotation.text)
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
