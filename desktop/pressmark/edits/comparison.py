"""What differs between two texts: paragraphs first, then sentences, then words of what changed.

Everything stays near to linear: what both texts have once each pins them together, short gaps
between such pins are compared word by word, and long ones in which nothing is rare only as far as
a few changes explain them.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

import regex

from pressmark.model.span import Span

_EACH = (
    regex.compile(r"[^\n]*\n+|[^\n]+"),
    regex.compile(r"\s*[^.!?…。！？\n]*[.!?…。！？\n]+[”»\"’')\]]*|[^.!?…。！？\n]+"),
    # One ideograph or syllable of kana is a word; a mark stays with what it stands on.
    regex.compile(r"\s+|[\p{Han}\p{Hiragana}\p{Katakana}]\p{M}*|[\w\p{M}]+|\X", regex.V1),
)
"""The pieces of a text, from large to small."""

_SMALL = 40_000
"""Pairs of pieces up to which a gap is compared exactly."""
_CHANGES, _ROUNDS = 160, 200
"""How many changes at a time are looked for in a long gap without anything rare, how many times."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the old text and what stands in its place; one of the two may be empty.

    Offsets are code points, end-exclusive. `same` says that the two are equal.
    """

    old: Span
    new: Span
    same: bool


def compared(old: str, new: str) -> tuple[Stretch, ...]:
    """Return how `new` came out of `old`: same and changed stretches by turns, covering both."""
    return tuple(_joined(_compared(old, new, Span(0, len(old)), Span(0, len(new)), 0)))


def legible(stretches: Iterable[Stretch], old: str) -> tuple[Stretch, ...]:
    """Return the stretches as people read them: a blank between two changed words is changed."""

    def seen(one: Stretch) -> Stretch:
        words = old[slice(*one.old)]
        is_blank = one.old.start > 0 and words.isspace() and "\n" not in words
        return Stretch(one.old, one.new, same=one.same and not is_blank)

    return tuple(_joined(map(seen, stretches)))


def _compared(old: str, new: str, was: Span, now: Span, level: int) -> Iterator[Stretch]:
    before = _pieces(old, was, level)
    after = _pieces(new, now, level)
    for i1, i2, j1, j2, same in _steps(before.words, after.words):
        one = Span(before.starts[i1], before.starts[i2])
        other = Span(after.starts[j1], after.starts[j2])
        if not same and level + 1 < len(_EACH) and one.length and other.length:
            yield from _compared(old, new, one, other, level + 1)
        else:
            yield Stretch(one, other, same)


@dataclass(frozen=True, slots=True)
class _Pieces:
    """The pieces of a stretch, and where each starts; with the end of the last."""

    words: list[str]
    starts: list[int]


def _pieces(text: str, span: Span, level: int) -> _Pieces:
    words = _EACH[level].findall(text, span.start, span.end)
    starts = [span.start]
    for word in words:
        starts.append(starts[-1] + len(word))
    return _Pieces(words, starts)


def _joined(stretches: Iterator[Stretch]) -> Iterator[Stretch]:
    """Make one of neighbours that are both the same, or both changed."""
    held: Stretch | None = None
    for one in stretches:
        if held is None or held.same != one.same:
            if held is not None:
                yield held
            held = one
        else:
            old, new = Span(held.old.start, one.old.end), Span(held.new.start, one.new.end)
            held = Stretch(old, new, held.same)
    if held is not None:
        yield held


# ---- pieces in order

_Step = tuple[int, int, int, int, bool]
"""From and to in the old pieces, from and to in the new ones, and whether they are equal."""


def _steps(old: Sequence[str], new: Sequence[str]) -> Iterator[_Step]:
    """Yield steps that lead through both sequences."""
    i = j = 0
    for at, other, count in (*_matches(old, new), (len(old), len(new), 0)):
        if at > i or other > j:
            yield i, at, j, other, False
        if count:
            yield at, at + count, other, other + count, True
        i, j = at + count, other + count


def _matches(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, int]]:
    """Return equal runs (place in the old, in the new, length), in order."""
    found: list[tuple[int, int, int]] = []
    gaps = [(0, len(old), 0, len(new))]
    while gaps:
        i1, i2, j1, j2 = gaps.pop()
        head = _alike(old, new, range(i1, i2), range(j1, j2))
        i1, j1 = i1 + head, j1 + head
        tail = _alike(old, new, range(i2 - 1, i1 - 1, -1), range(j2 - 1, j1 - 1, -1))
        i2, j2 = i2 - tail, j2 - tail
        found += [(i1 - head, j1 - head, head), (i2, j2, tail)]
        if i1 == i2 or j1 == j2:
            continue
        pins = _pins(old[i1:i2], new[j1:j2])
        if pins:
            edges = [(i1 - 1, j1 - 1), *((i1 + i, j1 + j) for i, j in pins), (i2, j2)]
            found += [(i, j, 1) for i, j in edges[1:-1]]
            gaps += [
                (i + 1, following, j + 1, other) for (i, j), (following, other) in pairwise(edges)
            ]
        else:
            runs = _within(old[i1:i2], new[j1:j2])
            found += [(i1 + i, j1 + j, count) for i, j, count in runs]
    return sorted(run for run in found if run[2])


def _alike(old: Sequence[str], new: Sequence[str], one: range, other: range) -> int:
    """Return how many pieces are equal from the beginnings of two ranges on."""
    count = 0
    for i, j in zip(one, other, strict=False):
        if old[i] != new[j]:
            break
        count += 1
    return count


def _pins(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return the longest ascending run of pieces that either side has exactly once."""
    here, there = Counter(old), Counter(new)
    places = {word: at for at, word in enumerate(new) if there[word] == 1}
    pairs = [
        (at, places[word]) for at, word in enumerate(old) if here[word] == 1 and word in places
    ]
    ends: list[int] = []
    lasts: list[int] = []
    before: list[int] = []
    for at, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        before.append(lasts[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        lasts[length : length + 1] = [at]
    run: list[tuple[int, int]] = []
    at = lasts[-1] if lasts else -1
    while at >= 0:
        run.append(pairs[at])
        at = before[at]
    return run[::-1]


def _within(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, int]]:
    """Return the equal runs of a gap without pins."""
    if len(old) * len(new) <= _SMALL:
        blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
        return [(block.a, block.b, block.size) for block in blocks]
    found: list[tuple[int, int, int]] = []
    i = j = 0
    for _ in range(_ROUNDS):
        runs, i, j = _round(old, new, i, j)
        found += runs
        if i == len(old) and j == len(new):
            break
    return found


def _round(
    old: Sequence[str], new: Sequence[str], i0: int, j0: int
) -> tuple[list[tuple[int, int, int]], int, int]:
    """Return equal runs from two places on, and how far they lead with at most `_CHANGES` changes.

    Myers, "An O(ND) difference algorithm" (1986): how far each diagonal gets with one change
    more, and then back along the way that got furthest.
    """
    furthest = {1: 0}
    trace: list[dict[int, int]] = []
    ends = len(old) - i0, len(new) - j0
    for changes in range(_CHANGES + 1):
        trace.append(dict(furthest))
        for diagonal in range(-changes, changes + 1, 2):
            i = _entered(furthest, diagonal, changes)[0]
            while i < ends[0] and i - diagonal < ends[1] and old[i0 + i] == new[j0 + i - diagonal]:
                i += 1
            furthest[diagonal] = i
            if (i, i - diagonal) == ends:
                return _way_back(trace, i, diagonal, (i0, j0)), len(old), len(new)
    _, i, diagonal = max(
        (i + i - diagonal, i, diagonal)
        for diagonal, i in furthest.items()
        if (diagonal - _CHANGES) % 2 == 0 and i <= ends[0] and i - diagonal <= ends[1]
    )
    return _way_back(trace, i, diagonal, (i0, j0)), i0 + i, j0 + i - diagonal


def _entered(furthest: dict[int, int], diagonal: int, changes: int) -> tuple[int, int]:
    """Return where a diagonal is entered, and from which: by one that came, or one that went."""
    came = furthest.get(diagonal + 1, -1)
    went = furthest.get(diagonal - 1, -1)
    if diagonal == -changes or (diagonal != changes and went < came):
        return came, diagonal + 1
    return went + 1, diagonal - 1


def _way_back(
    trace: list[dict[int, int]], i: int, diagonal: int, start: tuple[int, int]
) -> list[tuple[int, int, int]]:
    runs: list[tuple[int, int, int]] = []
    for changes in range(len(trace) - 1, -1, -1):
        entry, came_from = _entered(trace[changes], diagonal, changes)
        if i > entry:
            runs.append((start[0] + entry, start[1] + entry - diagonal, i - entry))
        diagonal, i = came_from, trace[changes].get(came_from, 0)
    return runs


def rewritten(original: str, shown: str, edited: str) -> str:
    """Return `edited` with the characters of `original` wherever it is as `shown` was.

    `shown` is what an editor was given for `original`, with one code point for each of its own.
    """
    pieces: list[str] = []
    for one in compared(shown, edited):
        if one.same:
            pieces.append(original[slice(*one.old)])
            continue
        was, now = shown[slice(*one.old)], edited[slice(*one.new)]
        head = _alike(was, now, range(len(was)), range(len(now)))
        left = min(len(was), len(now)) - head
        tail = _alike(
            was,
            now,
            range(len(was) - 1, len(was) - 1 - left, -1),
            range(len(now) - 1, len(now) - 1 - left, -1),
        )
        start, end = one.old
        pieces += [
            original[start : start + head],
            now[head : len(now) - tail],
            original[end - tail : end],
        ]
    return "".join(pieces)
