"""Files that may be too large to be held: gone through from their start, as often as asked."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO
from weakref import finalize

from pressmark.errors import FormatError
from pressmark.store.strict_json import MAX_SIZE

HELD = 64 * 2**20
"""How many bytes of a file are held where it is all the same."""
LARGEST_WHOLE = 256 * 2**20
"""How many bytes a file may have of a format that can only be read whole."""
BEGINNING = 16 * 2**20
"""How many bytes of a file show of which format it is."""
_SLICE = 2**20
_LONGEST_LINE = MAX_SIZE + 1
"""More of a line is not read: nothing takes one that is longer."""


def _unwatched(_done: int, _size: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class LongFile:
    """A file of `size` bytes; `passed` is told how many of them were gone through, each time."""

    opened: Callable[[], AbstractContextManager[IO[bytes]]]
    size: int
    passed: Callable[[int, int], None] = _unwatched

    @classmethod
    def of(cls, data: bytes) -> "LongFile":
        """Return what goes through bytes that are held anyway."""
        return cls(lambda: BytesIO(data), len(data))

    @classmethod
    def at(cls, path: Path) -> "LongFile":
        """Return a file on the disk; FormatError `unreadable`, now or when it is read."""

        @contextmanager
        def opened() -> Iterator[IO[bytes]]:
            try:
                with path.open("rb") as file:
                    yield file
            except OSError as error:
                raise FormatError("unreadable", path=path, reason=error.strerror) from error

        with opened():
            return cls(opened, path.stat().st_size)

    @classmethod
    def copied(cls, begun: bytes, rest: IO[bytes]) -> "LongFile":
        """Return what comes but once, `begun` and the `rest` of it, kept on the disk meanwhile."""
        kept = TemporaryFile()  # noqa: SIM115 -- closed when nobody can read it any more
        kept.write(begun)
        while chunk := rest.read(_SLICE):
            kept.write(chunk)

        @contextmanager
        def opened() -> Iterator[IO[bytes]]:
            kept.seek(0)
            yield kept

        finalize(opened, kept.close)
        return cls(opened, kept.tell())

    def watched(self, progressed: Callable[[int, int], None], passes: int) -> "LongFile":
        """Return the same, telling how far somebody is who goes through it that many times.

        `progressed` is told bytes, as if it were gone through once, and how many there are.
        """
        begun = -1

        def passed(done: int, size: int) -> None:
            nonlocal begun
            begun += done == 0
            progressed((min(begun, passes - 1) * size + done) // passes, size)

        return replace(self, passed=passed)

    @property
    def beginning(self) -> bytes:
        """The first megabytes: what shows of which format it is."""
        with self.opened() as file:
            return file.read(BEGINNING)

    def lines(self) -> Iterator[bytes]:
        """Yield the lines with their ends; of one that is too long for anything only the start."""
        self.passed(0, self.size)
        done = told = 0
        with self.opened() as file:
            while line := file.readline(_LONGEST_LINE):
                yield line
                done += len(line)
                if done - told > _SLICE or done == self.size:
                    told = done
                    self.passed(done, self.size)

    def chunks(self) -> Iterator[bytes]:
        """Yield all bytes, some at a time."""
        self.passed(0, self.size)
        done = 0
        with self.opened() as file:
            while chunk := file.read(_SLICE):
                yield chunk
                done += len(chunk)
                self.passed(done, self.size)

    def whole(self) -> bytes:
        """Return all bytes; FormatError `too-large` (`limit`) where those are too many."""
        if self.size > LARGEST_WHOLE:
            raise FormatError("too-large", limit=LARGEST_WHOLE)
        return b"".join(self.chunks())
