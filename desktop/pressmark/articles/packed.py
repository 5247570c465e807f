"""Zips of strangers: listed and read entry by entry, counted, never extracted.

The names of entries are names, never paths: nothing is written, and no file is opened by them.
"""

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from pressmark.errors import ArticleFileError
from pressmark.phrases import phrase

_MIB = 2**20
_ENCRYPTED = 0x1
_UTF8 = 0x800


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedLimits:
    """How much a zip may hold: entries, bytes of one and of all, how packed, how deep in zips.

    The ratio of unpacked to packed bytes counts for entries from `free` bytes on: small ones
    do no harm, and documents of a few words are mostly repetition.
    """

    entries: int = 20_000
    entry: int = 64 * _MIB
    total: int = 512 * _MIB
    ratio: int = 250
    free: int = 4 * _MIB
    depth: int = 3


LIMITS = PackedLimits()


@dataclass(slots=True)
class Allowance:
    """What may still be unpacked of a zip and of all zips in it: they share one."""

    limits: PackedLimits = LIMITS
    entries: int = 0
    unpacked: int = 0

    def list(self, count: int) -> None:
        """Count entries of one more zip; ArticleFileError `too-many-files`."""
        self.entries += count
        if self.entries > self.limits.entries:
            raise ArticleFileError("too-many-files", limit=self.limits.entries)

    def unpack(self, size: int) -> None:
        """Count bytes that were unpacked; ArticleFileError `too-much`."""
        self.unpacked += size
        if self.unpacked > self.limits.total:
            raise ArticleFileError("too-much", limit=f"{self.limits.total // _MIB} MiB")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A file in a zip: its name with slashes, and how many bytes it says to have.

    `legacy` says that the name is in no known encoding and was read as that of the IBM PC.
    """

    name: str
    size: int
    encrypted: bool
    legacy: bool
    record: ZipInfo = field(repr=False, compare=False)


class Packed:
    """A zip in memory. ArticleFileError `damaged` or `too-many-files` where it cannot be listed."""

    def __init__(self, data: bytes, allowance: Allowance | None = None, depth: int = 1) -> None:
        self._allowance = allowance or Allowance()
        self._depth = depth
        if depth > self._allowance.limits.depth:
            raise ArticleFileError("too-deep")
        with _damage_named():
            self._zip = ZipFile(BytesIO(data))
        records = self._zip.infolist()
        self.entries = tuple(_entry(one) for one in records if not one.filename.endswith("/"))
        self._by_name = {entry.name.casefold(): entry for entry in reversed(self.entries)}
        self._allowance.list(len(records))

    def find(self, name: str) -> Entry | None:
        """Return the first entry of a name, in any case of letters, as Word and others do."""
        return self._by_name.get(name.replace("\\", "/").lstrip("/").casefold())

    def read(self, entry: Entry) -> bytes:
        """Return what an entry holds.

        ArticleFileError `encrypted`, `too-much` (as declared, and as counted), `damaged`, or
        `unsupported` where it is packed as hardly any zip is.
        """
        limits = self._allowance.limits
        if entry.encrypted:
            raise ArticleFileError("encrypted")
        if entry.record.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise ArticleFileError(
                "unsupported", kind=phrase("a zip of a rare kind"), instead="ZIP"
            )
        if entry.size > limits.entry:
            raise ArticleFileError("too-much", limit=f"{limits.entry // _MIB} MiB")
        if entry.size > max(limits.free, limits.ratio * entry.record.compress_size):
            raise ArticleFileError("too-much", limit=f"{limits.ratio}:1")
        with _damage_named(), self._zip.open(entry.record) as file:
            data = file.read(entry.size + 1)
        self._allowance.unpack(len(data))
        return data

    def read_named(self, name: str) -> bytes | None:
        """Return what the entry of a name holds, None where there is none; errors as `read`."""
        entry = self.find(name)
        return None if entry is None else self.read(entry)

    def inner(self, data: bytes) -> "Packed":
        """Open a zip that is an entry of this one: the two count together; also `too-deep`."""
        return Packed(data, self._allowance, self._depth + 1)

    def stop_a_bomb(self) -> None:
        """Refuse the rest where all that may be unpacked was: `too-much`, not entry by entry."""
        self._allowance.unpack(0)


def _entry(record: ZipInfo) -> Entry:
    return Entry(
        name=record.filename.replace("\\", "/").lstrip("/"),
        size=record.file_size,
        encrypted=bool(record.flag_bits & _ENCRYPTED),
        legacy=not record.flag_bits & _UTF8 and not record.filename.isascii(),
        record=record,
    )


@contextmanager
def _damage_named() -> Iterator[None]:
    """Make one error of the many that a damaged zip is found by."""
    try:
        yield
    except (BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError):
        raise ArticleFileError("damaged") from None
    except (OSError, ValueError, OverflowError, IndexError):  # of offsets and sizes that lie
        raise ArticleFileError("damaged") from None
