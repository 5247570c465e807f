"""Files in a zip, written as they come: the same bytes at every run."""

import io
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from operator import attrgetter
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pressmark.formats.format import Piece

_ZIPS_EARLIEST = (1980, 1, 1, 0, 0, 0)
_MODE = stat.S_IFREG | 0o644


def zipped(pieces: Iterable[Piece]) -> Iterator[bytes]:
    """Yield a zip of the files that `pieces` make up."""
    held = Held()
    with ZipFile(held, "w") as archive:
        for name, parts in groupby(pieces, attrgetter("name")):
            member = ZipInfo(name, _ZIPS_EARLIEST)
            member.compress_type = ZIP_DEFLATED
            member.external_attr = _MODE << 16
            with archive.open(member, "w", force_zip64=True) as file:
                for part in parts:
                    file.write(part.data)
                    yield held.taken()
    yield held.taken()


def repacked(
    archive: bytes, instead: Mapping[str, Callable[[bytes], Iterable[bytes]]] | None = None
) -> Iterator[bytes]:
    """Yield a zip that a library made without the times in it; `instead` makes files anew."""
    others = instead or {}
    with ZipFile(io.BytesIO(archive)) as packed:
        yield from zipped(
            Piece(name, part)
            for name in packed.namelist()
            for part in others.get(name, _as_it_is)(packed.read(name))
        )


def _as_it_is(data: bytes) -> Iterable[bytes]:
    return (data,)


class Held:
    """What was written and is not taken yet, as much of a file as a stream needs."""

    def __init__(self) -> None:
        self._bytes = bytearray()

    def write(self, written: bytes, /) -> int:
        """Take bytes in."""
        self._bytes += written
        return len(written)

    def flush(self) -> None:
        """Do nothing: whoever takes them has them."""

    def close(self) -> None:
        """Do nothing: there is nothing to be closed."""

    def taken(self) -> bytes:
        """Return what was written since the last time."""
        taken = bytes(self._bytes)
        self._bytes.clear()
        return taken
