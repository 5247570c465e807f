"""The file of an Outlook message: a little file system, in it a stream for each property."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from io import BytesIO

import olefile  # type: ignore[import-untyped] # it has no py.typed

from pressmark.articles.web.page_bytes import decoded_page
from pressmark.errors import ArticleFileError

_FAULTS = (
    *(OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError),
    OverflowError,
)
"""What olefile raises where a file is no such file system, or not a whole one."""
_PROPERTIES = "__properties_version1.0"
_WIDE, _NARROW, _BYTES, _INSIDE = "001F", "001E", "0102", "000D"
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_LARGEST = 64 * 1024 * 1024
_CODECS = {
    936: "gb18030",
    20127: "ascii",
    20866: "koi8_r",
    21866: "koi8_u",
    20932: "euc_jp",
    50220: "iso2022_jp",
    50221: "iso2022_jp",
    50222: "iso2022_jp",
    50225: "iso2022_kr",
    51932: "euc_jp",
    51936: "gb18030",
    51949: "cp949",
    52936: "hz",
    54936: "gb18030",
    65000: "utf_7",
    65001: "utf_8",
    1200: "utf_16_le",
    1201: "utf_16_be",
    **{28590 + part: f"iso8859_{part}" for part in range(1, 17)},
}


class Storage:
    """A message or an attachment: its properties by their tags, as in [MS-OXPROPS].

    `header` is how many bytes stand before the properties of fixed length.
    """

    def __init__(self, ole: olefile.OleFileIO, place: tuple[str, ...], header: int) -> None:
        self._ole = ole
        self._place = place
        self._fixed = dict(_fixed(self._stream(_PROPERTIES)[header:]))

    def text(self, tag: int) -> str:
        """Return a property that is text; empty where there is none."""
        wide = self._property(tag, _WIDE)
        if wide:
            return wide.decode("utf-16-le", "replace").rstrip("\0")
        return self.decoded(self._property(tag, _NARROW)).rstrip("\0")

    def content(self, tag: int) -> bytes:
        """Return a property that is bytes; empty where there is none."""
        return self._property(tag, _BYTES)

    def time(self, tag: int) -> str | None:
        """Return a property that is a time, as ISO 8601 in UTC."""
        ticks = int.from_bytes(self._fixed.get(tag, b""), "little")
        with suppress(OverflowError):
            moment = _EPOCH + timedelta(microseconds=ticks // 10)
            return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if ticks else None
        return None

    def number(self, tag: int) -> int:
        """Return a property that is a number, 0 where there is none."""
        return int.from_bytes(self._fixed.get(tag, b"")[:4], "little")

    def decoded(self, data: bytes) -> str:
        """Return bytes as text in the code page of the message."""
        if not data:
            return ""
        try:
            return decoded_page(data, "", self.codec).text
        except ArticleFileError:
            return data.decode("cp1252", "replace")

    @property
    def codec(self) -> str:
        """The code page that the message says its text is in, as a Python codec."""
        page = self.number(0x3FDE) or self.number(0x3FFD)
        return _CODECS.get(page, f"cp{page}") if page else ""

    @property
    def attachments(self) -> "Iterator[Storage]":
        """What is attached to a message."""
        names = {
            path[len(self._place)]: None
            for path in self._ole.listdir(streams=True, storages=False)
            if tuple(path[: len(self._place)]) == self._place
            and path[len(self._place)].startswith("__attach_version1.0_")
        }
        for name in names:
            yield Storage(self._ole, (*self._place, name), 8)

    @property
    def message(self) -> "Storage | None":
        """The message that an attachment is, if it is one."""
        place = (*self._place, f"__substg1.0_3701{_INSIDE}")
        return Storage(self._ole, place, 24) if self._ole.exists([*place, _PROPERTIES]) else None

    def _property(self, tag: int, kind: str) -> bytes:
        return self._stream(f"__substg1.0_{tag:04X}{kind}")

    def _stream(self, name: str) -> bytes:
        path = [*self._place, name]
        if not self._ole.exists(path):
            return b""
        data = self._ole.openstream(path).read(_LARGEST)
        return data if isinstance(data, bytes) else b""


@contextmanager
def opened(data: bytes) -> Iterator[Storage]:
    """Open an Outlook message; ArticleFileError `damaged` where it is not whole."""
    try:
        with olefile.OleFileIO(BytesIO(data)) as ole:
            yield Storage(ole, (), 32)
    except (*_FAULTS, struct.error):
        raise ArticleFileError("damaged") from None


def _fixed(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the properties of fixed length: their tags, and eight bytes of each."""
    for at in range(0, len(data) - 15, 16):
        yield int.from_bytes(data[at + 2 : at + 4], "little"), data[at + 8 : at + 16]
