"""A flow: who on one side, whom on the other, and a ribbon for what leads from one to the other."""

from collections.abc import Iterable, Sequence

from pressmark.formats.plots.bars import SMALL, TEXT
from pressmark.formats.plots.drawing import (
    Box,
    ChartRow,
    Drawing,
    Ribbon,
    Setting,
    Shape,
    Spot,
    Words,
)

_SIDE = 0.36
"""Which share of the width the names of a side take."""
_SLOT, _APART = 25.0, 10.0
_THIN, _THICK = 3.0, 14.0
_LINE = 16.0
_STEPS = 12


def flow(rows: Sequence[ChartRow], width: float, setting: Setting) -> Drawing:
    """Lay out rows as ribbons from their name to whom they lead to, each a spot with its number."""
    side = width * _SIDE
    left, right = _sides(rows)
    starts, ends = _ports(left), _ports(right)
    high = max(_bottom(left), _bottom(right))
    most = max((row.total for row in rows), default=1)
    ribbons: list[Shape] = []
    numbers: list[Shape] = []
    spots: list[Spot] = []
    for at in sorted(starts, key=starts.__getitem__):
        row = rows[at]
        key = row.parts[0].key
        thick = _THIN + (_THICK - _THIN) * (row.total / most if most > 1 else 0.3)
        ribbon = Ribbon(side + 8, starts[at], width - side - 8, ends[at], thick, key)
        ribbons.append(ribbon)
        number = setting.number(row.total)
        wide = setting.measure(number, SMALL)
        numbers.append(Words(ribbon.x0 + 6, starts[at] - thick / 2 - 3, number, SMALL, "ink"))
        badge = Box(ribbon.x0, starts[at] - thick / 2 - 14, wide + 14, thick + 18)
        spots.append(Spot((badge, *_along(ribbon)), at, key))
    names = [*_names(left, setting, side), *_names(right, setting, side, width - side)]
    return Drawing(width, high, (*ribbons, *numbers, *names), tuple(spots))


Side = list[tuple[str, float, list[int]]]
"""The names of a side, where their rooms begin, and the rows that meet there."""


def _sides(rows: Sequence[ChartRow]) -> tuple[Side, Side]:
    """Return both sides, ordered so that few ribbons cross."""
    left = _groups(enumerate(row.name for row in rows))
    places = {at: number for number, group in enumerate(left.values()) for at in group}
    right = _groups(enumerate(row.whom for row in rows))
    ordered = sorted(right.items(), key=lambda one: _mean([places[at] for at in one[1]]))
    places = {at: number for number, (_, group) in enumerate(ordered) for at in group}
    across = {at: number for number, group in enumerate(left.values()) for at in group}
    return (
        _stacked([(name, sorted(group, key=places.__getitem__)) for name, group in left.items()]),
        _stacked([(name, sorted(group, key=across.__getitem__)) for name, group in ordered]),
    )


def _mean(numbers: Sequence[int]) -> float:
    return sum(numbers) / len(numbers)


def _groups(named: Iterable[tuple[int, str]]) -> dict[str, list[int]]:
    groups: dict[str, list[int]] = {}
    for at, name in named:
        groups.setdefault(name, []).append(at)
    return groups


def _stacked(groups: Sequence[tuple[str, list[int]]]) -> Side:
    side, top = [], 0.0
    for name, members in groups:
        side.append((name, top, members))
        top += _room(members)
    return side


def _room(members: Sequence[int]) -> float:
    return max(2 * _LINE, len(members) * _SLOT) + _APART


def _bottom(side: Side) -> float:
    return sum(_room(members) for _, _, members in side)


def _ports(side: Side) -> dict[int, float]:
    """Return at which height each row meets a side: evenly in the room of its name."""
    return {
        at: top + _room(members) / 2 + (number - (len(members) - 1) / 2) * _SLOT
        for _, top, members in side
        for number, at in enumerate(members)
    }


def _names(side: Side, setting: Setting, room: float, left: float | None = None) -> list[Shape]:
    """Return the names of a side: from `left`, else up to the end of their room."""
    words: list[Shape] = []
    for name, top, members in side:
        lines = _wrapped(name, setting, room)
        first = top + _room(members) / 2 - (len(lines) - 1) * _LINE / 2 + TEXT * 0.36
        for number, line in enumerate(lines):
            y = first + number * _LINE
            if left is None:
                words.append(Words(room, y, line, TEXT, anchor="end"))
            else:
                words.append(Words(left, y, line, TEXT))
    return words


def _wrapped(name: str, setting: Setting, room: float) -> list[str]:
    """Return a name on one line or two."""
    line, rest = "", name.split(" ")
    while rest and setting.measure(f"{line} {rest[0]}".strip(), TEXT) <= room:
        line = f"{line} {rest.pop(0)}".strip()
    if not rest or not line:
        return [setting.elided(name, TEXT, room)]
    return [line, setting.elided(" ".join(rest), TEXT, room)]


def _along(ribbon: Ribbon) -> list[Box]:
    """Return boxes along a ribbon, to be pointed at."""
    step = (ribbon.x1 - ribbon.x0) / _STEPS
    half = max(ribbon.width, 8) / 2
    points = (ribbon.at((number + 0.5) / _STEPS) for number in range(_STEPS))
    return [Box(x - step / 2, y - half, step, 2 * half) for x, y in points]
