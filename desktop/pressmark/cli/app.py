"""The headless program: one table of verbs, one way out for everything that goes wrong."""

import errno
import logging
from collections.abc import Callable, Sequence
from typing import Annotated

import typer

import pressmark
from pressmark.cli import VERBS
from pressmark.cli.annotating import annotate
from pressmark.cli.exporting import export, formats
from pressmark.cli.importing import import_
from pressmark.cli.merging import git_setup, merge_
from pressmark.cli.messages import sentence
from pressmark.cli.printing import say, speak_utf8
from pressmark.cli.projects import new
from pressmark.cli.questions import check, dump, find, stats
from pressmark.errors import PressmarkError

_VERBS: tuple[Callable[..., None], ...] = (
    new,
    import_,
    annotate,
    export,
    formats,
    check,
    dump,
    find,
    stats,
    merge_,
    git_setup,
)

app = typer.Typer(
    name="pressmark",
    help="Read news articles and tag what the text says. Without a verb, the window opens.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)
for _name, _verb in zip(VERBS, _VERBS, strict=True):
    app.command(_name)(_verb)


def _show_version(asked: bool) -> None:  # noqa: FBT001 -- Typer calls it with the option's value
    if asked:
        typer.echo(f"pressmark {pressmark.__version__}")
        raise typer.Exit


@app.callback()
def _program(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    del version


def main(arguments: Sequence[str]) -> int:
    """Run one verb and return the exit status: 0 done, 1 could not be done, 2 wrong usage."""
    speak_utf8()
    # What is logged is not for people, and would be printed if nothing took it.
    logging.getLogger("pressmark").addHandler(logging.NullHandler())
    try:
        app(args=list(arguments), prog_name="pressmark")
    except PressmarkError as error:
        say(sentence(error))
        return 1
    except OSError as error:  # of the terminal, above all: files have errors of their own
        reason = errno.errorcode.get(error.errno or 0, str(error))
        say(sentence(PressmarkError("refused", path=error.filename or "The output", reason=reason)))
        return 1
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    return 0
