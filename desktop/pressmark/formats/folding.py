"""Foreign text with CR line ends: folded as articles are, with its offsets moved along."""

from bisect import bisect_left

from pressmark.model.span import Span


class Folded:
    """Text without a leading BOM and with CRLF and lone CR as LF, and where its spans went.

    `frozen` says that it has been through this before: a U+FEFF that it begins with is its own.
    """

    __slots__ = ("_dropped", "_size", "text")

    def __init__(self, raw: str, *, frozen: bool = False) -> None:
        self._size = len(raw)
        self._dropped = [
            at
            for at, char in enumerate(raw)
            if (char == "\r" and raw.startswith("\n", at + 1))
            or (char == "\ufeff" and at == 0 and not frozen)
        ]
        self.text = raw if frozen else fold(raw)

    def span(self, start: object, end: object) -> Span | None:
        """Return where the raw text's [start, end) is in `text`; None where it is no stretch."""
        if type(start) is not int or type(end) is not int or not 0 <= start < end <= self._size:
            return None
        span = Span(self._moved(start), self._moved(end))
        return span if span.start < span.end else None

    def _moved(self, raw: int) -> int:
        return raw - bisect_left(self._dropped, raw)


def fold(raw: str) -> str:
    """Return text as articles store it: no leading BOM, and LF line ends only."""
    return fold_lines(raw.removeprefix("\ufeff"))


def fold_lines(raw: str) -> str:
    """Return a stretch of text with LF line ends only."""
    return raw.replace("\r\n", "\n").replace("\r", "\n")
