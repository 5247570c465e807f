"""Foreign text with CR line ends: folded as articles are, with its offsets moved along."""

from bisect import bisect_left


class Folded:
    """Text with one leading BOM dropped and CRLF and lone CR as LF, and where offsets went."""

    __slots__ = ("_dropped", "text")

    def __init__(self, raw: str) -> None:
        self._dropped = [
            at
            for at, char in enumerate(raw)
            if (char == "\r" and raw.startswith("\n", at + 1)) or (char == "\ufeff" and at == 0)
        ]
        gone = set(self._dropped)
        kept = (char for at, char in enumerate(raw) if at not in gone) if gone else raw
        self.text = "".join(kept).replace("\r", "\n")

    def offset(self, raw: int) -> int:
        """Return where a code point offset of the raw text is in `text`."""
        return raw - bisect_left(self._dropped, raw)
