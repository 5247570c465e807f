"""RTF to its tokens: letters in one piece, what stands for old programs passed over."""

import re
from array import array
from collections.abc import Iterator
from typing import Literal, NamedTuple

_TOKEN = re.compile(
    rb"(?P<word>\\[A-Za-z]{1,32}(?P<number>-?\d{1,10})? ?)"
    rb"|(?P<hex>(?:\\'[0-9A-Fa-f]{2})+)"
    rb"|\\(?P<sign>.)"
    rb"|(?P<brace>[{}])"
    rb"|(?P<text>[^\\{}\r\n]+)"
    rb"|[\r\n]+|\\",
    re.DOTALL,
)
_UNITS = re.compile(rb"(?:\\u-?\d{1,6} ?\?)+")
_UNIT = re.compile(rb"-?\d+")
_SIGNS = {b"~": "\u00a0", b"-": "\u00ad", b"_": "\u2011"}
_ESCAPED = frozenset({b"\\", b"{", b"}"})
_NEW_LINES = frozenset({b"\r", b"\n"})

Kind = Literal["bytes", "letters", "word", "star", "open", "close"]


class Token(NamedTuple):
    """A piece of RTF: a word with its number, bytes in some code page, or letters in none."""

    kind: Kind
    word: str = ""
    number: int | None = None
    data: bytes = b""


class Tokens:
    """Yields the tokens of a file, of which there are as many as its bytes at most."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._bytes = bytearray()
        self._units = array("H")
        self._instead = [1]  # by group, how many letters stand in for one of Unicode
        self._pass_over = 0

    def __iter__(self) -> Iterator[Token]:
        """Yield tokens in order; bytes and letters in one piece, over the ends of lines."""
        at, end = 0, len(self._data)
        while at < end:
            if self._instead[-1] == 1 and (units := _UNITS.match(self._data, at)):
                yield from self._held(but="units")
                self._units.extend(int(one) & 0xFFFF for one in _UNIT.findall(units[0]))
                self._pass_over, at = 0, units.end()
                continue
            found = _TOKEN.match(self._data, at)
            if found is None:
                break
            at = found.end()
            if found["word"]:
                word = found["word"][1:].rstrip(b"-0123456789 ").decode("ascii")
                number = int(found["number"]) if found["number"] else None
                if word == "bin":
                    at += max(0, number or 0)
                else:
                    yield from self._word(word, number)
            else:
                yield from self._other(found)
        yield from self._held()

    def _word(self, word: str, number: int | None) -> Iterator[Token]:
        if word == "u":
            yield from self._held(but="units")
            self._units.append((number or 0) & 0xFFFF)
            self._pass_over = self._instead[-1]
        elif self._pass_over:
            self._pass_over -= 1
        elif word == "uc":
            self._instead[-1] = max(0, number or 0)  # it may stand amid a letter
        else:
            yield from self._held()
            yield Token("word", word, number)

    def _other(self, found: re.Match[bytes]) -> Iterator[Token]:
        sign = found["sign"]
        if found["text"] or found["hex"] or sign in _ESCAPED:  # these may be halves of letters
            data = found["text"] or sign or _hexed(found["hex"])
            passed = min(self._pass_over, len(data))
            self._pass_over -= passed
            if passed < len(data):
                yield from self._held(but="bytes")
                self._bytes += data[passed:]
        elif found["brace"]:
            yield from self._held()
            yield self._brace(opens=found["brace"] == b"{")
        elif sign and self._pass_over:
            self._pass_over -= 1
        elif sign:
            yield from self._held()
            if sign == b"*":
                yield Token("star")
            elif sign in _NEW_LINES:
                yield Token("word", "par")
            elif sign in _SIGNS:
                yield Token("letters", _SIGNS[sign])

    def _brace(self, *, opens: bool) -> Token:
        self._pass_over = 0
        if opens:
            self._instead.append(self._instead[-1])
            return Token("open")
        if len(self._instead) > 1:
            self._instead.pop()
        return Token("close")

    def _held(self, but: str = "") -> Iterator[Token]:
        """Yield what came together, but for one sort that goes on."""
        if self._bytes and but != "bytes":
            yield Token("bytes", data=bytes(self._bytes))
            self._bytes.clear()
        if self._units and but != "units":
            data = b"".join(unit.to_bytes(2, "little") for unit in self._units)
            yield Token("letters", data.decode("utf_16_le", "replace"))
            del self._units[:]


def _hexed(escapes: bytes) -> bytes:
    return bytes.fromhex(escapes.decode("ascii").replace("\\'", ""))
