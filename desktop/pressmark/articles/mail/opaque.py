"""Mail that is signed as a whole, S/MIME's signed-data (RFC 5652): what was signed, taken out."""

from collections.abc import Iterator
from typing import NamedTuple

_SIGNED = bytes.fromhex("2a864886f70d010702")
_SEQUENCE, _NAME, _WRAPPED, _BYTES, _PIECES = 0x30, 0x06, 0xA0, 0x04, 0x24
_DEEPEST = 12


class _Element(NamedTuple):
    """An element of BER: what it is, where its content begins and ends, and the next one begins."""

    tag: int
    start: int
    end: int
    after: int


def signed_content(data: bytes) -> bytes | None:
    """Return what a signature holds; nothing where it holds nothing, or is something else."""
    try:
        outer = _element(data, 0, 0)
        named, wrapped = list(_inside(data, outer))[:2]
        if (named.tag, data[named.start : named.end]) != (_NAME, _SIGNED):
            return None
        signed = next(_inside(data, wrapped))
        within = [one for one in _inside(data, signed) if one.tag == _SEQUENCE]
        held = [one for one in _inside(data, within[0]) if one.tag == _WRAPPED]
        content = next(_inside(data, held[0]))
        pieces = [content] if content.tag == _BYTES else list(_inside(data, content))
    except (IndexError, StopIteration, ValueError):
        return None
    return b"".join(data[one.start : one.end] for one in pieces if one.tag == _BYTES) or None


def _inside(data: bytes, element: _Element) -> Iterator[_Element]:
    at = element.start
    while at < element.end:
        inner = _element(data, at, 0)
        yield inner
        at = inner.after


def _element(data: bytes, at: int, depth: int) -> _Element:
    """Read the element at a place; IndexError or ValueError where there is none."""
    tag, length, start = data[at], data[at + 1], at + 2
    if length == 0x80:  # its end is marked, not counted
        end = start
        if depth > _DEEPEST:
            raise ValueError
        while data[end : end + 2] != b"\0\0":
            end = _element(data, end, depth + 1).after
        return _Element(tag, start, end, end + 2)
    if length > 0x80:
        count = length - 0x80
        length, start = int.from_bytes(data[start : start + count], "big"), start + count
    if start + length > len(data):
        raise ValueError
    return _Element(tag, start, start + length, start + length)
