"""Which way of counting offsets a file has: shown by its quotes, or else by where words end."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import regex

from pressmark.formats.counting import (
    CODE_POINTS,
    COUNTINGS,
    GRAPHEMES,
    UTF_16,
    Counting,
    Ruler,
)
from pressmark.formats.folding import fold_lines

Stretch: TypeAlias = tuple[int, int, str | None]
"""Offsets as a file has them, and the words that it says stand there, if it says any."""
Texts: TypeAlias = Callable[[], Iterable[tuple[str, list[Stretch]]]]
"""The texts of a file with their stretches; gone through more than once."""
Proof = Literal["quotes", "borders", "none"]

_PIECES = regex.compile(r"(?:(?=\w)\X)+|\X")
"""Words, and the characters between them: what a person marks ends where one of these does."""
_IMPOSSIBLE = 1_000
"""How many cut words an offset weighs that stands within a character, or outside the text."""
DRAWN = (CODE_POINTS, UTF_16, GRAPHEMES)
"""What programs count whose files say no words; the first is taken where nothing tells."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The counting of a file, what proves it, and which others would do as well."""

    counting: Counting
    proof: Proof
    rivals: tuple[Counting, ...] = ()

    @property
    def certain(self) -> bool:
        """Whether no other would do as well."""
        return not self.rivals


def find_counting(texts: Texts, drawn: Sequence[Counting] = DRAWN) -> Verdict:
    """Return how a file counts: the way in which most of its quotes fit, the likelier first.

    Those of `drawn` are the likeliest; where there are no quotes, that whose borders fit best.
    """
    quotes = _quotes(texts, (CODE_POINTS,))
    if quotes.said and (quotes.unsaid or quotes.fits[0] < quotes.said):
        quotes = _quotes(texts, COUNTINGS)
    if quotes.said:
        best = max(quotes.fits)
        fitting = [one for one, fits in zip(COUNTINGS, quotes.fits, strict=False) if fits == best]
        alike = [one for one in drawn if one in fitting]
        if quotes.unsaid and len(alike) > 1:  # what has no quote may tell them apart
            return _by_borders(texts, alike)
        return Verdict((alike or fitting)[0] if best else CODE_POINTS, "quotes")
    return _by_borders(texts, drawn)


def stands(text: str, ruler: Ruler, stretch: Stretch) -> bool:
    """Say whether the quote of a stretch is what stands there."""
    start, end, quote = stretch
    span = ruler.span(start, end)
    if quote is None or span is None or text[span.end - 1 : span.end + 1] == "\r\n":
        return False  # between CR and LF a line end would look whole, and be lost
    return fold_lines(text[slice(*span)]) == fold_lines(quote)


@dataclass(slots=True)
class _Quotes:
    said: int
    unsaid: int
    fits: list[int]


def _quotes(texts: Texts, countings: tuple[Counting, ...]) -> _Quotes:
    """Count the quotes, and for each counting those that stand where they should."""
    found = _Quotes(0, 0, [0] * len(countings))
    for text, stretches in texts():
        quoted = [one for one in stretches if one[2] is not None]
        found.said += len(quoted)
        found.unsaid += len(stretches) - len(quoted)
        for at, fits in enumerate(_fits(text, quoted, countings) if quoted else ()):
            found.fits[at] += fits
    return found


def _fits(text: str, quoted: list[Stretch], countings: tuple[Counting, ...]) -> Iterator[int]:
    known: dict[Counting, int] = {}
    for counting in countings:
        alike = counting.on(text)
        if alike not in known:
            ruler = Ruler(text, counting)
            known[alike] = sum(stands(text, ruler, one) for one in quoted)
        yield known[alike]


def _by_borders(texts: Texts, drawn: Sequence[Counting]) -> Verdict:
    """Return the counting whose borders cut the fewest words and characters."""
    cuts = [0] * len(drawn)
    borders: list[list[int | None]] = [[] for _ in drawn]
    for text, stretches in texts():
        if not stretches or len({one.on(text) for one in drawn}) == 1:
            continue
        uncut = {0, len(text), *(at for one in _PIECES.finditer(text) for at in one.span())}
        for at, counting in enumerate(drawn):
            ruler = Ruler(text, counting)
            placed = [ruler.code_point(end) for one in stretches for end in one[:2]]
            cuts[at] += sum(_IMPOSSIBLE if one is None else one not in uncut for one in placed)
            borders[at] += placed
    fewest = min(cuts)
    first = cuts.index(fewest)
    differ = any(one != borders[0] for one in borders)
    rivals = {
        tuple(borders[at]): counting
        for at, counting in reversed(list(enumerate(drawn)))
        if cuts[at] == fewest and borders[at] != borders[first]
    }
    return Verdict(drawn[first], "borders" if differ else "none", tuple(rivals.values())[::-1])


def telling(
    texts: Texts, countings: Sequence[Counting], most: int
) -> tuple[tuple[str | None, ...], ...]:
    """Return what stands at some stretches as each of `countings` has it, where they differ.

    A tuple for each stretch; None: nothing stands there.
    """
    found: list[tuple[str | None, ...]] = []
    for text, stretches in texts():
        if len({one.on(text) for one in countings}) == 1:
            continue
        rulers = [Ruler(text, one) for one in countings]
        for start, end, _ in stretches:
            spans = [ruler.span(start, end) for ruler in rulers]
            if len(set(spans)) > 1:
                found.append(tuple(None if one is None else text[slice(*one)] for one in spans))
            if len(found) == most:
                return tuple(found)
    return tuple(found)
