"""How far long work is, for people who watch a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

_SHORT = 1.0
"""Seconds of work that need no telling."""
_CLEARED = "\r\x1b[K"


@contextmanager
def progress(work: str) -> Iterator[Callable[[int, int], None]]:
    """Give a function that is told how many of how many are done.

    It says so on stderr, on one line that goes at the end; nothing where that is no terminal.
    """
    begun = monotonic()
    watched = sys.stderr is not None and sys.stderr.isatty()
    shown = False

    def tell(done: int, total: int) -> None:
        nonlocal shown
        if watched and monotonic() - begun > _SHORT:
            shown = True
            sys.stderr.write(f"{_CLEARED}{work}: {done} of {total}")
            sys.stderr.flush()

    try:
        yield tell
    finally:
        if shown:
            sys.stderr.write(_CLEARED)
            sys.stderr.flush()
