"""Columns: what belongs to each day, month or year, side by side."""

from collections.abc import Sequence

from pressmark.formats.plots.bars import SMALL
from pressmark.formats.plots.drawing import (
    Bar,
    Box,
    ChartRow,
    Drawing,
    Rule,
    Setting,
    Shape,
    Spot,
    Words,
)

_HIGH, _ABOVE, _BELOW = 132.0, 18.0, 22.0
_WIDEST, _FILLED = 44.0, 0.78
_LEAST, _GAP = 3.0, 1.5


def columns(rows: Sequence[ChartRow], width: float, setting: Setting) -> Drawing:
    """Lay out rows as columns of one scale in their order, each part a spot."""
    most = max((row.total for row in rows), default=0)
    slot = min(_WIDEST, width / max(1, len(rows)))
    thick = max(1.0, slot * _FILLED)
    floor = _ABOVE + _HIGH
    shapes: list[Shape] = [Rule(0, floor + 0.5, width, floor + 0.5)]
    spots: list[Spot] = []
    free = 0.0
    for number, row in enumerate(rows):
        left = number * slot + (slot - thick) / 2
        top = floor
        for part in row.parts:
            if part.number:
                high = max(_LEAST, _HIGH * part.number / most)
                top -= high
                box = Box(left, top, thick, max(1.5, high - _GAP))
                shapes.append(Bar(box, part.key))
                spots.append(Spot((box,), number, part.key))
        middle = left + thick / 2
        total = setting.number(row.total)
        if row.total and setting.measure(total, SMALL) <= slot:
            shapes.append(Words(middle, top - 5, total, SMALL, "muted", "middle"))
        wide = setting.measure(row.name, SMALL)
        start = min(max(0.0, middle - wide / 2), max(0.0, width - wide))
        if start >= free:
            shapes.append(Words(start, floor + 16, row.name, SMALL, "muted"))
            free = start + wide + 10
    return Drawing(width, floor + _BELOW, tuple(shapes), tuple(spots))
