"""Lanes: which of the lines under the text each annotation is drawn on.

Interval partitioning: in the order of their starts, longest first, each gets the lowest lane
that no annotation overlapping it has.
"""

from collections.abc import Iterable, Iterator
from heapq import heapify, heappop, heappush

SHOWN = 3
"""Lanes that fit between two lines of text; what lies deeper is only counted."""


def lanes_of(
    spans: Iterable[tuple[int, int]], taken: Iterable[tuple[int, int]] = ()
) -> Iterator[int]:
    """Yield the lane of each of `spans`, pairs (start, end) by start and then longest first.

    `taken` are pairs (end, lane) of earlier ones that may reach in among them.
    """
    busy = list(taken)
    heapify(busy)
    lanes = {lane for _, lane in busy}
    count = max(lanes, default=-1) + 1
    free = sorted(set(range(count)) - lanes)
    for start, end in spans:
        while busy and busy[0][0] <= start:
            heappush(free, heappop(busy)[1])
        if free:
            lane = heappop(free)
        else:
            lane, count = count, count + 1
        heappush(busy, (end, lane))
        yield lane
