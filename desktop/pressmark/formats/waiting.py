"""What is written at the same time as something else, and comes after it."""

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import Self

_IN_MEMORY, _SLICE = 1 << 22, 1 << 20


class Waiting:
    """Bytes that wait, in memory at first and then on the disk."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 -- `close` is for that
        self.size = 0

    def write(self, data: bytes) -> None:
        """Put bytes at the end."""
        self.size += self._file.write(data)

    def chunks(self) -> Iterator[bytes]:
        """Yield all bytes."""
        self._file.seek(0)
        while chunk := self._file.read(_SLICE):
            yield chunk

    def close(self) -> None:
        """Give up the place on the disk."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
