"""What reaches the terminal: data on stdout, words for people on stderr, nothing that bites."""

import errno
import json
import os
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from io import BufferedIOBase, BytesIO, TextIOWrapper
from typing import BinaryIO, NoReturn

import regex
import typer

_BITING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Categories that move the cursor, turn the writing direction, or cannot be encoded."""

# Line ends between values are the layout; within strings they are escaped already.
_BITING_IN_JSON = regex.compile(r"(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]")


def printable(text: str) -> str:
    """Return text of an article, title or file name with control and bidi characters escaped."""
    return "".join(
        char.encode("unicode_escape").decode("ascii")
        if unicodedata.category(char) in _BITING
        else char
        for char in text
    )


def printable_json(text: str) -> str:
    """Return the same JSON with what moves the cursor or turns the writing direction escaped."""
    return _BITING_IN_JSON.sub(_json_escape, text)


def _json_escape(found: regex.Match[str]) -> str:
    return json.dumps(found[0])[1:-1]


def stdin_bytes() -> BinaryIO:
    """Return stdin as bytes; a closed one is empty."""
    return sys.stdin.buffer if sys.stdin is not None else BytesIO()


def counted(number: int, noun: str) -> str:
    """Return how many there are: "1 article", "2 articles"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def say(sentence: str) -> None:
    """Tell a person something, on stderr."""
    typer.echo(sentence, err=True)


def print_line(*cells: object) -> None:
    """Print one line of data on stdout: cells escaped, with two spaces between them."""
    typer.echo("  ".join(printable(str(cell)) for cell in cells))


def print_json(value: object) -> None:
    """Print one JSON value on stdout: sorted keys, UTF-8."""
    typer.echo(printable_json(json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1)))


def print_table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows under a head, in columns as wide as their widest cell."""
    cells = [list(head), *([printable(str(cell)) for cell in row] for row in rows)]
    widths = [max(len(row[at]) for row in cells) for at in range(len(head))]
    for row in cells:
        line = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        typer.echo(line.rstrip())


class _Closed(BufferedIOBase):
    """What stands for an output that nobody reads; it holds nothing to write again at the end."""

    def writable(self) -> bool:
        return True

    def write(self, _data: object) -> NoReturn:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def speak_utf8() -> None:
    """Write UTF-8 whatever the terminal's locale says; lone surrogates come out escaped.

    A stdout that is closed refuses what it is given: nobody is to believe that it was written.
    """
    if sys.stdout is None:
        sys.stdout = TextIOWrapper(_Closed(), write_through=True)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
