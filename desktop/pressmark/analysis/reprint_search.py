"""Which of many articles are nearly the same as an earlier one: all compared with all, at once.

Comparing each with each would take hours for ten thousand. Of the runs of words that `reprints`
compares, a part is drawn by its hash alone, so that two texts that share runs share drawn ones;
only articles that have enough of these in common are compared in full.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from pressmark.analysis.reprints import ENOUGH, SHORTEST, shared, shingles
from pressmark.errors import PressmarkError
from pressmark.model.article import Article, Shelved

_ONE_IN = 4
"""Of how many runs one is drawn: fewer would miss the shortest texts."""
_LIKELY = 0.25
"""The least share of drawn runs that makes two articles worth a comparison."""
_MOST_ALIKE = 40
"""How many articles with the same run are looked at: what all have says nothing."""
_COMPARED = 3
"""With how many others, the likeliest first, an article is compared in full."""
_DRAWERS = 64
"""Into how many lots runs are sorted, so that no single step takes long."""
_BITS = 24
_PLACE = (1 << _BITS) - 1


class Likeness(NamedTuple):
    """The id of an article that another is nearly the same as, and the share they have in common.

    The share is of the smaller one's runs of words, from `ENOUGH` to 1.
    """

    other: str
    share: float


class Drawn:
    """The drawn runs of articles that were looked at before: texts are frozen, they stay so."""

    def __init__(self) -> None:
        self._by_id: dict[str, array[int]] = {}

    def of(self, shelved: Shelved) -> "array[int]":
        """Return the hashes of the runs that are drawn; none for a text too short to compare."""
        drawn = self._by_id.get(shelved.head.id)
        if drawn is None:
            drawn = self._by_id[shelved.head.id] = array("Q", _drawn(shelved))
        return drawn


def nearest(
    arriving: Sequence[Article],
    there: Sequence[Shelved],
    step: Callable[[int, int], None] = lambda _done, _total: None,
    drawn: Drawn | None = None,
) -> Mapping[str, Likeness]:
    """Return, for the id of each arriving article that has one, the earlier one most like it.

    Earlier are those that are `there`, and those that arrive before it. `step` is told how many
    of how many articles are looked at, then how many of those that are worth it are compared in
    full; `drawn` keeps what is worked out for the next time.
    """
    every: list[Shelved] = [*there, *arriving]
    total, drawn = len(every), drawn or Drawn()
    counts = array("L", [0]) * total
    drawers = [array("Q") for _ in range(_DRAWERS)]
    wanted: set[int] = set()
    for at in reversed(range(total)):  # what arrives says which runs of the others matter
        own = drawn.of(every[at])
        counts[at] = len(own)
        if at >= len(there):
            wanted.update(own)
        for run in own:
            if run in wanted:
                drawers[run // _ONE_IN % _DRAWERS].append(run << _BITS | at)
        step(total - at, total)
    common: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for runs in drawers:
        _count(common, runs, len(there))
        step(total, total)
    return dict(_likenesses(every, common, counts, step))


def _drawn(shelved: Shelved) -> Iterator[int]:
    try:
        runs = shingles(shelved.open())
    except PressmarkError:
        return  # a damaged article is like no other
    if len(runs) < SHORTEST:
        return
    hashes = {hash(run) & (1 << 40) - 1 for run in runs}
    yield from (one for one in hashes if one % _ONE_IN == 0)


def _count(common: defaultdict[int, Counter[int]], runs: "array[int]", first: int) -> None:
    """Count for places from `first` on with which earlier ones they share how many drawn runs."""
    for _, group in groupby(sorted(runs), key=lambda one: one >> _BITS):
        places = [one & _PLACE for one in group]
        for later in range(1, len(places)):
            if places[later] >= first:
                common[places[later]].update(places[: min(later, _MOST_ALIKE)])


def _likenesses(
    every: Sequence[Shelved],
    common: Mapping[int, Counter[int]],
    counts: "array[int]",
    step: Callable[[int, int], None],
) -> Iterator[tuple[str, Likeness]]:
    for done, (place, others) in enumerate(sorted(common.items())):
        step(done, len(common))
        likely = sorted(
            (-number / min(counts[place], counts[other]), other)
            for other, number in others.items()
            if number >= _LIKELY * min(counts[place], counts[other])
        )
        own = shingles(every[place].open()) if likely else frozenset()
        found = [
            Likeness(every[other].head.id, shared(own, shingles(every[other].open())))
            for _, other in likely[:_COMPARED]
        ]
        best = max(found, key=lambda one: one.share, default=None)
        if best is not None and best.share >= ENOUGH:
            yield every[place].head.id, best
