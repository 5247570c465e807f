"""A child that reads files, as the program has it: started, asked, watched, ended."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from threading import Event, Thread
from typing import IO, Literal, cast

from pressmark.articles.extract import Found
from pressmark.articles.job import hold
from pressmark.articles.limits import OUT_OF_MEMORY, OUTPUT
from pressmark.articles.wire import BadAnswerError, End, Request, read_answer, request_line
from pressmark.errors import ArticleFileError, CancelledError

_Reason = Literal["cancelled", "too-long", "too-much", "crashed"]

_LOOK = 0.05
"""Seconds between two looks at the clock, and at whether somebody cancelled."""
_ALARM = -14
"""What a process returns that its alarm ended."""
_FLAGS = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""On Windows no console flashes up for it."""


ROLE = "--read-articles"
"""The argument that makes `pressmark` a child (`child`)."""


class AsleepError(Exception):
    """The child had ended by itself before it was asked: another one is to be asked."""


def reading_command() -> list[str]:
    """Return what starts `pressmark` as a child, in whichever way it is installed.

    The folder that somebody is in is not looked for modules (-P): it may be full of strange files.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, ROLE]
    return [sys.executable, "-P", "-m", "pressmark", ROLE]


class ReaderProcess:
    """One child; it reads one file at a time."""

    def __init__(self, command: Sequence[str]) -> None:
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(  # noqa: S603 -- this program itself
            command, stdin=pipe, stdout=pipe, stderr=pipe, creationflags=_FLAGS
        )
        self._requests = cast("IO[bytes]", self._process.stdin)
        self._told = cast("IO[bytes]", self._process.stdout)
        self._lifeline = cast("IO[bytes]", self._process.stderr)
        self._job = hold(self._process)
        self._is_between = True
        self._stopped: _Reason | None = None

    @property
    def is_ready(self) -> bool:
        """Whether it can be asked: it lives, and has told all of what it was asked last."""
        return self._is_between and self._process.poll() is None

    def read(self, request: Request, data: bytes, cancelled: Callable[[], bool]) -> Iterator[Found]:
        """Yield what the file holds.

        ArticleFileError where the reader refuses or dies, CancelledError, and AsleepError.
        """
        self._is_between = False
        with self._watched(request.seconds, cancelled):
            with suppress(OSError):  # it died; what it said last tells why
                self._requests.writelines((request_line(request), data))
                self._requests.flush()
            yield from self._answers(request)

    def stop(self) -> None:
        """Have it stop in the middle of a file, from whichever thread: its reading is cancelled."""
        self._kill("cancelled")

    def end(self) -> None:
        """End it at once; nobody asks it any more."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._requests, self._told, self._lifeline):
            with suppress(OSError):
                pipe.close()

    def _answers(self, request: Request) -> Iterator[Found]:
        left, has_answered = OUTPUT, False
        while line := self._told.readline(left + 1):
            left -= len(line)
            if left < 0:
                self._kill("too-much")
                break
            try:
                answer = read_answer(line)
            except BadAnswerError:
                self._kill("crashed")
                break
            if isinstance(answer, End | ArticleFileError):
                self._is_between = True
                if isinstance(answer, ArticleFileError):
                    raise answer
                return
            has_answered = True
            yield answer
        raise self._death(request, has_answered=has_answered)

    def _death(self, request: Request, *, has_answered: bool) -> Exception:
        """Return what it means that the child says no more."""
        status = self._process.wait()
        if self._stopped == "cancelled":
            return CancelledError()
        if self._stopped == "too-long" or status == _ALARM:
            return ArticleFileError("too-long", limit=request.seconds)
        if self._stopped == "too-much":
            return ArticleFileError("too-much", limit=f"{OUTPUT // 2**20} MiB")
        if status == OUT_OF_MEMORY:
            return ArticleFileError("out-of-memory")
        if status == 0 and not has_answered and self._stopped is None:
            return AsleepError()
        return ArticleFileError("crashed", status=status)

    def _kill(self, why: _Reason) -> None:
        self._stopped = self._stopped or why
        self._process.kill()

    @contextmanager
    def _watched(self, seconds: int, cancelled: Callable[[], bool]) -> Iterator[None]:
        """End the child when it takes too long or when somebody cancels."""
        over, until = Event(), time.monotonic() + seconds

        def watch() -> None:
            while not over.wait(_LOOK):
                if cancelled():
                    return self._kill("cancelled")
                if time.monotonic() > until:
                    return self._kill("too-long")
            return None

        watching = Thread(target=watch, name="watching a reader", daemon=True)
        try:
            watching.start()
        except RuntimeError:  # the system has no room for another thread
            self._kill("cancelled")
            raise MemoryError from None
        try:
            yield
        finally:
            over.set()
            watching.join()
