"""What a process that writes a project is doing, noted where a kill cannot wipe it out.

The notes stand in a page of memory that a file backs: whoever kills the process reads there what
it was doing. A kill can only land in a phase that takes a while; so in the phase that is aimed at
the process naps before each of its calls of the system.
"""

import functools
import mmap
import os
import random
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PHASES = ("idle", "opening", "journal", "backup", "serialising", "temp file", "replace", "clean-up")
"""From the most common to the one that says most, where two threads are in different ones."""
CALLS = (
    "close", "fchmod", "fdatasync", "fsync", "ftruncate", "lseek", "mkdir", "open", "read",
    "replace", "unlink", "write",
)  # fmt: skip
NAP = 0.004
"""Seconds that a nap takes at most."""

_SIZE, _AIM, _FIRST = 64, 0, 1


class Board:
    """The page: which phase is aimed at, and what each thread of the process is in."""

    def __init__(self, path: Path) -> None:
        with path.open("r+b") as file:
            self._page = mmap.mmap(file.fileno(), _SIZE)
        self._mine = threading.local()
        self._dice = random.Random()  # noqa: S311 -- naps, not secrets
        self._places = iter(range(_FIRST, _SIZE))

    @classmethod
    def new(cls, path: Path, aim: str) -> "Board":
        """Make a clean page at `path`."""
        path.write_bytes(bytes(_SIZE))
        board = cls(path)
        board._page[_AIM] = PHASES.index(aim)
        return board

    @property
    def phase(self) -> str:
        """What the process is doing, or was when it was killed."""
        return PHASES[max(self._page[_FIRST:])]

    @contextmanager
    def within(self, phase: str) -> Iterator[None]:
        """Note that this thread is in a phase; what is part of another one stays that."""
        outer = self._phase
        if outer not in ("idle", "opening") and phase != "serialising":
            yield
            return
        self._phase = phase
        try:
            yield
            self.nap()
        finally:
            self._phase = outer

    def nap(self) -> None:
        """Wait a moment where that is aimed at."""
        phase = self._phase
        if phase != "idle" and PHASES.index(phase) == self._page[_AIM]:
            time.sleep(self._dice.random() * NAP)

    @property
    def _phase(self) -> str:
        return getattr(self._mine, "phase", "idle")

    @_phase.setter
    def _phase(self, phase: str) -> None:
        if not hasattr(self._mine, "place"):
            self._mine.place = next(self._places)
        self._mine.phase = phase
        self._page[self._mine.place] = PHASES.index(phase)


def watch(board: Board) -> None:
    """Have this process note its phases, and nap in the one that is aimed at."""
    from pressmark.store import journal, open_project, save, writing  # noqa: PLC0415

    for owner, name, phase in (
        (open_project, "open_project", "opening"),
        (open_project, "cleared_up", "clean-up"),
        (journal.Journal, "_append", "journal"),
        (journal.Journal, "announce", "journal"),
        (writing, "back_up_daily", "backup"),
        (save, "_write_beside", "temp file"),
        (save, "_look", "replace"),
        (save, "_replace", "replace"),
        (save, "sync_folder", "replace"),
        (save, "sha256_of", "replace"),
        (writing.Writing, "_tell_history", "clean-up"),
        (journal.Journal, "saved", "clean-up"),
        (writing.Writing, "end", "clean-up"),
    ):
        setattr(owner, name, _noted(board, phase, getattr(owner, name)))
    writing.project_chunks = _noted_steps(board, "serialising", writing.project_chunks)
    for name in CALLS:
        setattr(os, name, _napping(board, getattr(os, name)))


def _noted(board: Board, phase: str, whole: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(whole)
    def call(*args: object, **named: object) -> object:
        with board.within(phase):
            return whole(*args, **named)

    return call


def _noted_steps(
    board: Board, phase: str, whole: Callable[..., Iterable[bytes]]
) -> Callable[..., Iterator[bytes]]:
    @functools.wraps(whole)
    def call(*args: object, **named: object) -> Iterator[bytes]:
        steps = iter(whole(*args, **named))
        while True:
            with board.within(phase):
                made = next(steps, None)
            if made is None:
                return
            yield made

    return call


def _napping(board: Board, whole: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(whole)
    def call(*args: object, **named: object) -> object:
        board.nap()
        return whole(*args, **named)

    return call
