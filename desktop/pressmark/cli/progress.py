"""How far long work is, for people who watch a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

_SHORT = 1.0
"""Seconds of work that need no telling."""
_ENOUGH = 3.0
"""Seconds of work that show how fast it goes."""
_MINUTE = 60
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
            pace = _pace(done, total, monotonic() - begun)
            sys.stderr.write(f"{_CLEARED}{work}: {done} of {total}{pace}")
            sys.stderr.flush()

    try:
        yield tell
    finally:
        if shown:
            sys.stderr.write(_CLEARED)
            sys.stderr.flush()


def _pace(done: int, total: int, seconds: float) -> str:
    """Return how fast work goes and how long it takes still, as far as that can be said."""
    if seconds < _ENOUGH or not done:
        return ""
    rate = done / seconds
    left = (total - done) / rate
    time = f"{left:.0f} s" if left < 2 * _MINUTE else f"{left / _MINUTE:.0f} min"
    return f", {rate:.3g} a second, {time} left"
