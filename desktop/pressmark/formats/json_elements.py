"""The elements of a JSON list that is too long to be parsed at once, one after the other."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pressmark.errors import FormatError
from pressmark.store.strict_json import MAX_SIZE

_SIGNS = re.compile(rb'"(?:[^"\\]++|\\.)*+("?)|[\[\]{},]', re.DOTALL)
_STEPS = {b"[": 1, b"{": 1, b"]": -1, b"}": -1}
_INSIDE = 1
"""How deep in brackets the elements stand."""


class Element(NamedTuple):
    """The bytes of an element, not looked at yet; the line and column, from 1, where it starts."""

    data: bytes
    line: int
    column: int


def elements(chunks: Iterable[bytes]) -> Iterator[Element]:
    """Yield the elements of a list in the bytes of a file, whose first sign is its bracket.

    FormatError `bad-line` where it is no list, has too large an element, or ends early.
    """
    splitter = _Splitter()
    for chunk in chunks:
        splitter.take(chunk)
        yield from splitter.ended()
    splitter.end()


class _Splitter:
    """What was read and not given away (`_held`, from `_start` on), and where that stands."""

    def __init__(self) -> None:
        self._held = b""
        self._start = self._at = 0
        self._depth = 0
        self._count = 0
        self._line = self._column = 1

    def take(self, chunk: bytes) -> None:
        """Go on with some more bytes."""
        self._held = self._held[self._start :] + chunk
        self._at -= self._start
        self._start = 0
        if len(self._held) > MAX_SIZE + len(chunk):
            raise self._refusal("too-large")

    def ended(self) -> Iterator[Element]:
        """Yield the elements whose end has come; behind the last there must be nothing."""
        while self._depth or not self._count:
            sign = _SIGNS.search(self._held, self._at)
            if sign is None:
                self._at = len(self._held)
                return
            kind = sign[0]
            if kind[:1] == b'"' and not sign[1]:
                self._at = sign.start()  # until the rest of it comes
                return
            self._at = sign.end()
            self._depth += _STEPS.get(kind, 0)
            if self._depth == _INSIDE and self._count == 0 and kind == b"[":
                self._require_blank(self._at - 1)
                self._pass_over(self._at)
                self._count = 1
            elif self._depth < _INSIDE or (self._depth == _INSIDE and kind == b","):
                yield from self._element(is_last=kind == b"]")
        self._require_blank(len(self._held))

    def end(self) -> None:
        """Refuse a list that has not ended."""
        if self._depth or not self._count:
            self._pass_over(len(self._held))
            raise self._refusal("ends-early")

    def _element(self, *, is_last: bool) -> Iterator[Element]:
        held = self._held[self._start : self._at - 1]
        self._pass_over(self._start + len(held) - len(held.lstrip()))
        if held := held.strip():
            yield Element(held, self._line, self._column)
        elif self._count > 1 or not is_last:
            raise self._refusal("syntax")
        self._count += 1
        self._pass_over(self._at)

    def _pass_over(self, end: int) -> None:
        """Go on at `end`, and know its line and column."""
        if lines := self._held.count(b"\n", self._start, end):
            self._line += lines
            self._column = end - self._held.rfind(b"\n", self._start, end)
        else:
            self._column += end - self._start
        self._start = end

    def _require_blank(self, end: int) -> None:
        between = self._held[self._start : end]
        if between.strip():
            self._pass_over(self._start + len(between) - len(between.lstrip()))
            raise self._refusal("syntax")

    def _refusal(self, reason: str) -> FormatError:
        return FormatError("bad-line", line=self._line, column=self._column, reason=reason)
