"""What Outlook packs into winmail.dat where others send MIME: TNEF ([MS-OXTNEF])."""

import struct
from contextlib import suppress
from dataclasses import dataclass, field

from pressmark.articles.mail.letter import Attached

_SIGN = 0x223E9F78
_BODY, _PROPERTIES = 0x0002800C, 0x00069003
_NEXT_FILE, _FILE_NAME, _FILE, _FILE_PROPERTIES = 0x00069002, 0x00018010, 0x0006800F, 0x00069005
_RTF, _HTML, _LONG_NAME, _MIME = 0x1009, 0x1013, 0x3707, 0x370E
_SIZES = {0x0001: 0, 0x0002: 4, 0x0003: 4, 0x0004: 4, 0x000A: 4, 0x000B: 4, 0x0048: 16}
"""How many bytes a property of a type takes; those of other types of fixed length take eight."""
_WIDE = 0x001F
_OF_ANY_LENGTH = (0x000D, 0x001E, _WIDE, 0x0102)
_SEVERAL = 0x1000
_NAMED = 0x8000


@dataclass(slots=True)
class _File:
    name: str = ""
    mime: str = ""
    content: bytes = b""


@dataclass(slots=True)
class Winmail:
    """The text of a mail in the forms that it has there, as bytes, and its files."""

    plain: bytes = b""
    html: bytes = b""
    rtf: bytes = b""
    _files: list[_File] = field(default_factory=list)

    @property
    def files(self) -> list[Attached]:
        """The files that are attached to the mail."""
        return [Attached(one.name, one.content, one.mime) for one in self._files]

    def take(self, attribute: int, value: bytes) -> None:
        """Take an attribute in: of the mail, or of the file that came last."""
        if attribute == _NEXT_FILE:
            self._files.append(_File())
        elif attribute == _BODY:
            self.plain = value.rstrip(b"\0")
        elif attribute == _PROPERTIES:
            told = _properties(value)
            self.rtf, self.html = told.get(_RTF, b""), told.get(_HTML, b"")
        elif self._files:
            self._take_of_file(self._files[-1], attribute, value)

    def _take_of_file(self, file: _File, attribute: int, value: bytes) -> None:
        if attribute == _FILE:
            file.content = value
        elif attribute == _FILE_NAME:
            file.name = file.name or _text(value)
        elif attribute == _FILE_PROPERTIES:
            told = _properties(value)
            file.name = _text(told.get(_LONG_NAME, b"")) or file.name
            file.mime = _text(told.get(_MIME, b""))


def is_winmail(data: bytes) -> bool:
    """Say whether this is a winmail.dat, whatever it is called."""
    return int.from_bytes(data[:4], "little") == _SIGN


def unpacked_winmail(data: bytes) -> Winmail:
    """Return what is in a winmail.dat, as far as it goes."""
    found = Winmail()
    at = 6  # behind the sign, and a key that nobody uses
    while at + 9 <= len(data):
        _, attribute, size = struct.unpack_from("<BII", data, at)
        found.take(attribute, data[at + 9 : at + 9 + size])
        at += 9 + size + 2  # a checksum
    return found


def _properties(data: bytes) -> dict[int, bytes]:
    """Return the properties of any length by their ids; text in UTF-8."""
    found: dict[int, bytes] = {}
    with suppress(struct.error):
        (count,) = struct.unpack_from("<I", data)
        at = 4
        for _ in range(count):
            kind, name = struct.unpack_from("<HH", data, at)
            at += 4 + (_named(data, at + 4) if name >= _NAMED else 0)
            values, at = _values(data, at, kind)
            if values:
                wide = kind & ~_SEVERAL == _WIDE
                text = values[0].decode("utf-16-le", "replace").encode() if wide else values[0]
                found.setdefault(name, text)
    return found


def _named(data: bytes, at: int) -> int:
    """Return how many bytes the name of a property takes that has one."""
    kind, size = struct.unpack_from("<II", data, at + 16)
    return 24 + (_padded(size) if kind else 0)


def _values(data: bytes, at: int, kind: int) -> tuple[list[bytes], int]:
    """Return the values of a property of any length, and where the next property begins."""
    plain = kind & ~_SEVERAL
    count = 1
    if kind & _SEVERAL or plain in _OF_ANY_LENGTH:
        (count,) = struct.unpack_from("<I", data, at)
        at += 4
    if plain not in _OF_ANY_LENGTH:
        return [], at + count * _SIZES.get(plain, 8)
    values = []
    for _ in range(count):
        (size,) = struct.unpack_from("<I", data, at)
        values.append(data[at + 4 : at + 4 + size])
        at += 4 + _padded(size)
    return values, at


def _padded(size: int) -> int:
    return size + -size % 4


def _text(value: bytes) -> str:
    """Return a name: in UTF-8 where it is, else in what Windows has in the west."""
    plain = value.rstrip(b"\0")
    try:
        return plain.decode()
    except UnicodeDecodeError:
        return plain.decode("cp1252", "replace")
