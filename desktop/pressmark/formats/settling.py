"""Stretches of a foreign document brought to where they stand in its text, in code points."""

from collections.abc import Iterator, Mapping

from pressmark.errors import RecordError
from pressmark.formats.counting import Counting, Ruler
from pressmark.formats.evidence import Stretch, stands
from pressmark.formats.foreign_json import given_list
from pressmark.formats.format import Remark
from pressmark.formats.quote_search import found_by_words
from pressmark.formats.whole_characters import WholeCharacters
from pressmark.model.json import Json
from pressmark.model.span import Span

_WIDEST = 4
"""How much of the text, by its code points, an offset can count at most: bytes."""


def stretches(document: Mapping[str, Json]) -> Iterator[Stretch]:
    """Yield the stretches of a document's annotations, as far as they look like some."""
    listed = document.get("annotations")
    for raw in listed if isinstance(listed, list) else ():
        if isinstance(raw, dict):
            yield from _fragments(raw)


class Settling:
    """Moves stretches, document by document, and counts what had to be mended."""

    def __init__(self, counting: Counting) -> None:
        self._counting = counting
        self._found_again = 0
        self._widened = 0

    def remarks(self) -> Iterator[Remark]:
        """Yield what had to be mended."""
        if self._found_again:
            yield Remark("found-again", str(self._found_again))
        if self._widened:
            yield Remark("widened", str(self._widened))

    def settled(self, document: Mapping[str, Json]) -> dict[str, Json]:
        """Return a document with the offsets of its annotations as code points of its text.

        RecordError where a stretch is none, or its words stand nowhere.
        """
        text = document.get("text")
        if not isinstance(text, str):
            raise RecordError(where="text", reason="missing")
        page = _Page(text, Ruler(text, self._counting))
        annotations: list[Json] = [
            page.settled(raw, f"annotations.{at}")
            for at, raw in enumerate(given_list(document, "annotations"))
        ]
        self._found_again += page.found_again
        self._widened += page.widened
        return {**document, "annotations": annotations}


class _Page:
    """One text and its ruler."""

    def __init__(self, text: str, ruler: Ruler) -> None:
        self._text = text
        self._ruler = ruler
        self._characters = WholeCharacters(text)
        self.found_again = 0
        self.widened = 0

    def settled(self, raw: Json, where: str) -> Json:
        if not isinstance(raw, dict):
            raise RecordError(where=where, reason="not-an-object")
        fragments: list[Json] = [[*self._place(one, where)] for one in _fragments(raw)]
        if not fragments:
            raise RecordError(where=where, reason="int_type")
        if raw.get("label") == "":
            raise RecordError(where=f"{where}.label", reason="missing")
        kept = {key: held for key, held in raw.items() if key not in {"start", "end", "text"}}
        return {**kept, "fragments": fragments}

    def _place(self, stretch: Stretch, where: str) -> Span:
        start, end, quote = stretch
        if not 0 <= start < end <= _WIDEST * (len(self._text) + 1):
            raise RecordError(where=where, reason="bad-span")
        if quote is None:
            return self._unquoted(start, end, where)
        span = self._ruler.span(start, end)
        if span is None or not stands(self._text, self._ruler, stretch):
            span = found_by_words(self._text, quote, span.start if span is not None else start)
            self.found_again += 1
        if span is None:
            raise RecordError(where=where, reason="text-differs")
        return span

    def _unquoted(self, start: int, end: int, where: str) -> Span:
        first, last = self._ruler.around(start), self._ruler.around(end)
        if first is None or last is None or first.start >= last.end:
            raise RecordError(where=where, reason="bad-span")
        span = self._characters.widened(Span(first.start, last.end))
        self.widened += first.length > 0 or last.length > 0 or span != (first.start, last.end)
        return span


def _fragments(raw: Mapping[str, Json]) -> list[Stretch]:
    """Return the stretches that an object says, with their words; none where one is malformed."""
    pairs = raw.get("fragments")
    if not isinstance(pairs, list):
        pairs = [[raw.get("start"), raw.get("end")]]
    said = raw.get("text")
    words: list[Json] = said if isinstance(said, list) else [said]
    if len(words) != len(pairs):
        words = [None] * len(pairs)
    found: list[Stretch] = []
    for pair, word in zip(pairs, words, strict=True):
        match pair:
            case [int(start), int(end)] if type(start) is type(end) is int:
                found.append((start, end, word if isinstance(word, str) else None))
            case _:
                return []
    return found
