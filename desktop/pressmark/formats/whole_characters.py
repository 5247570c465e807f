"""Stretches that cut no character as people see it, be it of many code points."""

import regex

from pressmark.model.span import Span


class WholeCharacters:
    """The characters of a text that are more than one code point; looked for when asked."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._cut: dict[int, Span] | None = None

    def widened(self, span: Span) -> Span:
        """Return a stretch with all of the characters that it cuts."""
        if self._cut is None:
            self._cut = {
                within: Span(*found.span())
                for found in regex.finditer(r"\X", "" if self._text.isascii() else self._text)
                if len(found[0]) > 1 and found[0] != "\r\n"
                for within in range(found.start() + 1, found.end())
            }
        first, last = self._cut.get(span.start), self._cut.get(span.end)
        return Span(first.start if first else span.start, last.end if last else span.end)
