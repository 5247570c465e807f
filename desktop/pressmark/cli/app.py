"""The headless program: one table of verbs, one way out for everything that goes wrong."""

import errno
import logging
import re
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Annotated

import typer
from typer.exceptions import TyperException

import pressmark
from pressmark.cli import VERBS
from pressmark.cli.printing import printable, say, speak_utf8
from pressmark.errors import PressmarkError


def main(arguments: Sequence[str]) -> int:
    """Run one verb and return the exit status: 0 done, 1 could not be done, 2 wrong usage."""
    speak_utf8()
    # What is logged is not for people, and would be printed if nothing took it.
    logging.getLogger("pressmark").addHandler(logging.NullHandler())
    try:
        program = _program(_asked(arguments))
        status = program(args=list(arguments), prog_name="pressmark", standalone_mode=False)
    except PressmarkError as error:
        return _refused(error)
    except TyperException as error:
        return _misused(error, arguments)
    except OSError as error:  # of the terminal, above all: files have errors of their own
        reason = errno.errorcode.get(error.errno or 0, str(error))
        path = error.filename or "The output"
        return _refused(PressmarkError("refused", path=path, reason=reason))
    except MemoryError:
        say("There is not enough memory for this; nothing more was done. Close other programs.")
        return 1
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    return status if isinstance(status, int) else 0


def _misused(error: TyperException, arguments: Sequence[str]) -> int:
    """Say what was wrong; Typer itself would quote the arguments as they are."""
    verb = f"{arguments[0]} " if arguments and arguments[0] in VERBS else ""
    say(f"Error: {printable(error.format_message())}")
    say(f"Try `pressmark {verb}--help`.")
    return error.exit_code


def _refused(error: PressmarkError) -> int:
    from pressmark.cli.messages import sentence  # noqa: PLC0415 -- what goes well needs no words

    say(sentence(error))
    return 1


def _asked(arguments: Sequence[str]) -> Iterable[str]:
    """Return the verbs whose code is needed: one, or all where they are to be listed."""
    first = arguments[0] if arguments else ""
    if first in VERBS:
        return (first,)
    return () if first == "--version" else VERBS


def _program(verbs: Iterable[str]) -> typer.Typer:
    program = typer.Typer(
        help="Read news articles and tag what the text says. Without a verb, the window opens.",
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    program.callback()(_general)
    for name in verbs:
        module, _, function = VERBS[name].partition(".")
        verb = getattr(import_module(f"pressmark.cli.{module}"), function)
        program.command(name, short_help=_in_short(verb.__doc__ or ""))(verb)
    return program


def _in_short(doc: str) -> str:
    """Return what a verb does as it stands in a list of verbs, where a line has to do."""
    return re.split(r"[.;:]", doc, maxsplit=1)[0]


def _general(
    version: Annotated[
        bool,
        typer.Option("--version", callback=lambda asked: _show_version(asked=asked), is_eager=True),
    ] = False,
) -> None:
    del version


def _show_version(*, asked: bool) -> None:
    if asked:
        typer.echo(f"pressmark {pressmark.__version__}")
        raise typer.Exit
