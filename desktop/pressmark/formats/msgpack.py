"""MessagePack as spaCy's files need it: written whole or in parts, and read with care.

Specification: https://github.com/msgpack/msgpack/blob/master/spec.md
"""

import struct
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

Packable: TypeAlias = (
    "bool | int | float | str | bytes | list[Packable] | tuple[Packable, ...] "
    "| dict[Packable, Packable] | None"
)

_DEEPEST = 32


class MsgpackError(ValueError):
    """These bytes are not what they should be."""


def packed(value: Packable) -> bytes:
    """Return a value as MessagePack."""
    match value:
        case None:
            head, rest = b"\xc0", b""
        case bool():
            head, rest = (b"\xc3" if value else b"\xc2"), b""
        case int():
            head, rest = _packed_int(value), b""
        case float():
            head, rest = b"\xcb", struct.pack(">d", value)
        case str():
            rest = value.encode()
            head = text_head(len(rest))
        case bytes():
            head, rest = bytes_head(len(value)), value
        case dict():
            rest = b"".join(packed(key) + packed(held) for key, held in value.items())
            head = map_head(len(value))
        case _:
            head, rest = list_head(len(value)), b"".join(map(packed, value))
    return head + rest


def text_head(size: int) -> bytes:
    """Return what stands before a text of so many bytes."""
    return bytes([0xA0 | size]) if size < 32 else _head(size, 0xD9, 0xDA, 0xDB)


def bytes_head(size: int) -> bytes:
    """Return what stands before so many bytes."""
    return _head(size, 0xC4, 0xC5, 0xC6)


def list_head(count: int) -> bytes:
    """Return what stands before so many values."""
    return bytes([0x90 | count]) if count < 16 else _head(count, None, 0xDC, 0xDD)


def map_head(count: int) -> bytes:
    """Return what stands before so many pairs of key and value."""
    return bytes([0x80 | count]) if count < 16 else _head(count, None, 0xDE, 0xDF)


def unpacked(data: bytes) -> Packable:
    """Return the value that these bytes are (MsgpackError: they are none, or more than one)."""
    reader = _Reader(data)
    value = reader.value(0)
    if reader.at != len(data):
        raise MsgpackError("more follows")
    return value


def _packed_int(value: int) -> bytes:
    if 0 <= value < 128:
        return bytes([value])
    if -32 <= value < 0:
        return struct.pack(">b", value)
    if value >= 0:
        for code, form, bits in ((0xCC, ">B", 8), (0xCD, ">H", 16), (0xCE, ">I", 32)):
            if value < 1 << bits:
                return bytes([code]) + struct.pack(form, value)
        return b"\xcf" + struct.pack(">Q", value)
    return b"\xd3" + struct.pack(">q", value)


def _head(size: int, short: int | None, middle: int, long: int) -> bytes:
    if short is not None and size < 1 << 8:
        return bytes([short, size])
    if size < 1 << 16:
        return bytes([middle]) + struct.pack(">H", size)
    return bytes([long]) + struct.pack(">I", size)


_NUMBERS: Mapping[int, str] = MappingProxyType(
    dict(enumerate((">f", ">d", ">B", ">H", ">I", ">Q", ">b", ">h", ">i", ">q"), start=0xCA))
)
_SIZES = (">B", ">H", ">I")


class _Reader:
    """Reads values one after the other."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.at = 0

    def value(self, depth: int) -> Packable:
        """Read one value, `depth` levels down."""
        if depth > _DEEPEST:
            raise MsgpackError("too deep")
        code = self._take(1)[0]
        if code < 0x80:
            return code
        if code >= 0xE0:
            return code - 256
        if code < 0xC0:
            return self._short(code, depth)
        if code in _NUMBERS:
            number: int | float = self._number(_NUMBERS[code])
            return number
        return self._long(code, depth)

    def _short(self, code: int, depth: int) -> Packable:
        if code >= 0xA0:
            return self._text(code & 31)
        return self._map(code & 15, depth) if code < 0x90 else self._list(code & 15, depth)

    def _long(self, code: int, depth: int) -> Packable:
        if code in (0xC0, 0xC2, 0xC3):
            return {0xC0: None, 0xC2: False, 0xC3: True}[code]
        readers: tuple[tuple[int, int, Callable[[int], Packable]], ...] = (
            (0xC4, 0, self._take),
            (0xD9, 0, self._text),
            (0xDC, 1, lambda size: self._list(size, depth)),
            (0xDE, 1, lambda size: self._map(size, depth)),
        )
        for first, shortest, read in readers:
            if first <= code < first + 3 - shortest:
                return read(int(self._number(_SIZES[shortest + code - first])))
        raise MsgpackError("unknown type")

    def _number(self, form: str) -> int | float:
        number: int | float
        (number,) = struct.unpack(form, self._take(struct.calcsize(form)))
        return number

    def _text(self, size: int) -> str:
        try:
            return self._take(size).decode()
        except UnicodeDecodeError as error:
            raise MsgpackError("not UTF-8") from error

    def _list(self, size: int, depth: int) -> Packable:
        return [self.value(depth + 1) for _ in range(self._likely(size))]

    def _map(self, size: int, depth: int) -> Packable:
        found: dict[Packable, Packable] = {}
        for _ in range(self._likely(size)):
            key = self.value(depth + 1)
            if isinstance(key, list | dict):
                raise MsgpackError("odd key")
            found[key] = self.value(depth + 1)
        return found

    def _likely(self, size: int) -> int:
        """Return how many values follow: no more than there are bytes."""
        if size > len(self._data) - self.at:
            raise MsgpackError("ends early")
        return size

    def _take(self, size: int) -> bytes:
        taken = self._data[self.at : self.at + size]
        if len(taken) < size:
            raise MsgpackError("ends early")
        self.at += size
        return taken
