"""A file in a zip, written as it comes: the same bytes at every run."""

import stat
from collections.abc import Iterable, Iterator
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_ZIPS_EARLIEST = (1980, 1, 1, 0, 0, 0)
_MODE = stat.S_IFREG | 0o644


def zipped(chunks: Iterable[bytes], name: str) -> Iterator[bytes]:
    """Yield a zip that holds one file, `name`, with the bytes of `chunks`."""
    held = _Held()
    member = ZipInfo(name, _ZIPS_EARLIEST)
    member.compress_type = ZIP_DEFLATED
    member.external_attr = _MODE << 16
    with ZipFile(held, "w") as archive, archive.open(member, "w", force_zip64=True) as file:
        for chunk in chunks:
            file.write(chunk)
            yield held.taken()
    yield held.taken()


class _Held:
    """What was written and is not taken yet, as much of a file as a zip needs."""

    def __init__(self) -> None:
        self._bytes = bytearray()

    def write(self, written: bytes, /) -> int:
        self._bytes += written
        return len(written)

    def flush(self) -> None:
        pass

    def close(self) -> None:
        pass

    def taken(self) -> bytes:
        """Return what was written since the last time."""
        taken = bytes(self._bytes)
        self._bytes.clear()
        return taken
