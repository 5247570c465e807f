"""The children that read files: started when one is needed, kept for the next file, ended."""

import atexit
import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from pressmark.articles.extract import Extract, Found, PartRefused, Wishes
from pressmark.articles.limits import seconds_for
from pressmark.articles.reader_process import AsleepError, ReaderProcess, reading_command
from pressmark.articles.wire import Request
from pressmark.errors import ArticleFileError, CancelledError

_log = logging.getLogger(__name__)

CHILDREN = 2
"""How many files are read at a time."""
_LOOK = 0.05


def never() -> bool:
    """Say that nobody cancels."""
    return False


class Pool:
    """A few children, for any thread that has a file to be read."""

    def __init__(
        self, command: Callable[[], Sequence[str]] = reading_command, most: int = CHILDREN
    ) -> None:
        self._command = command
        self._free = threading.Semaphore(most)
        self._lock = threading.Lock()
        self._idle: list[ReaderProcess] = []
        self._busy: list[ReaderProcess] = []

    def found_in(
        self, data: bytes, wishes: Wishes, cancelled: Callable[[], bool] = never
    ) -> list[Found]:
        """Return what a file's bytes hold, read by a child: at least one.

        ArticleFileError where that is nothing; where the reading breaks off later, what came
        before is kept and a part without a name says why. CancelledError as soon as `cancelled`.
        """
        request = Request(wishes=wishes, size=len(data), seconds=seconds_for(len(data)))
        found: list[Found] = []
        try:
            try:
                found.extend(self._read(request, data, cancelled))
            except AsleepError:
                found.extend(self._read(request, data, cancelled))
        except AsleepError:
            raise ArticleFileError("crashed") from None
        except ArticleFileError as error:
            _log.info("a file could not be read: %s %s", error.case, error.facts.get("kind", ""))
            if not any(isinstance(one, Extract) for one in found):
                raise
            facts = {name: str(fact) for name, fact in error.facts.items()}
            found.append(PartRefused(part="", case=error.case, facts=facts))
        return found

    def end(self) -> None:
        """End all children at once; the next file starts one again."""
        with self._lock:
            idle, self._idle = self._idle, []
            for child in self._busy:
                child.stop()
        for child in idle:
            child.end()

    def _read(
        self, request: Request, data: bytes, cancelled: Callable[[], bool]
    ) -> Iterator[Found]:
        with self._child(cancelled) as child:
            yield from child.read(request, data, cancelled)

    @contextmanager
    def _child(self, cancelled: Callable[[], bool]) -> Iterator[ReaderProcess]:
        while not self._free.acquire(timeout=_LOOK):
            if cancelled():
                raise CancelledError
        try:
            child = self._borrowed()
            try:
                yield child
            finally:
                self._give_back(child)
        finally:
            self._free.release()

    def _borrowed(self) -> ReaderProcess:
        with self._lock:
            child = self._ready() or ReaderProcess(self._command())
            self._busy.append(child)
        return child

    def _ready(self) -> ReaderProcess | None:
        while self._idle:
            child = self._idle.pop()
            if child.is_ready:
                return child
            child.end()
        return None

    def _give_back(self, child: ReaderProcess) -> None:
        with self._lock:
            self._busy.remove(child)
            if child.is_ready:
                self._idle.append(child)
                return
        child.end()


POOL = Pool()
"""The children of this program."""
atexit.register(POOL.end)
