"""Bars: a line for each row, as long as it is much, in the marks of what it is made of."""

from collections.abc import Iterator, Sequence

from pressmark.formats.plots.drawing import (
    Bar,
    Box,
    ChartRow,
    Drawing,
    Glyph,
    Part,
    Rule,
    Setting,
    Shape,
    Spot,
    Words,
)

TEXT, SMALL = 13.0, 11.0
"""Sizes of names and of the numbers in bars."""

_ROW, _BAR, _GAP = 28.0, 18.0, 2.0
_NAMES = 0.42
"""Which share of the width names take at most."""
_GLYPH, _ASIDE = 14.0, 10.0
_LEAST = 4.0
"""How long the bar of what there is at all is at least."""


def bars(rows: Sequence[ChartRow], width: float, setting: Setting) -> Drawing:
    """Lay out rows as bars of one scale, each part a spot; the total stands at the end."""
    lead = _GLYPH + 6 if any(row.glyph for row in rows) else 0.0
    longest = max((setting.measure(row.name, TEXT) for row in rows), default=0.0)
    names = min(longest + 1, width * _NAMES - lead) + lead + _ASIDE
    most = max((row.total for row in rows), default=0)
    room = max(40.0, width - names - setting.measure(setting.number(most), TEXT) - _ASIDE)
    shapes: list[Shape] = [Rule(names - 0.5, 0, names - 0.5, len(rows) * _ROW)]
    spots: list[Spot] = []
    for number, row in enumerate(rows):
        top = number * _ROW
        base = top + _ROW / 2 + TEXT * 0.36
        if row.glyph:
            mark = row.parts[0].key if row.parts else ""
            shapes.append(Glyph(0, top + (_ROW - _GLYPH) / 2, _GLYPH, row.glyph, mark))
        name = setting.elided(row.name, TEXT, names - lead - _ASIDE)
        shapes.append(Words(lead, base, name, TEXT))
        end = names
        parts = [part for part in row.parts if part.number]
        for box, part in _placed(parts, names, top + (_ROW - _BAR) / 2, room, most):
            shapes.append(Bar(box, part.key))
            shapes += _inside(box, part, setting, numbered=len(parts) > 1)
            beside = (Box(0, top, names, _ROW),) if len(parts) == 1 else ()
            spots.append(Spot((box, *beside), number, part.key))
            end = box.x + box.width
        total = setting.number(row.total)
        shapes.append(Words(end + 7, base, total, TEXT, "muted"))
    return Drawing(width, len(rows) * _ROW, tuple(shapes), tuple(spots))


def _placed(
    parts: Sequence[Part], left: float, top: float, room: float, most: int
) -> Iterator[tuple[Box, Part]]:
    """Yield where the parts of a row lie, one after the other."""
    whole = room * sum(part.number for part in parts) / most if most else 0.0
    wished = [
        max(_LEAST, whole * part.number / (sum(one.number for one in parts))) for part in parts
    ]
    room = max(whole, _LEAST) - _GAP * (len(parts) - 1)
    scale = room / sum(wished) if wished and sum(wished) > room > 0 else 1.0
    for part, wish in zip(parts, wished, strict=True):
        yield Box(left, top, wish * scale, _BAR), part
        left += wish * scale + _GAP


def _inside(box: Box, part: Part, setting: Setting, *, numbered: bool) -> Iterator[Shape]:
    """Yield the glyph and the number of a part that has one, as far as there is room for them."""
    if part.glyph and box.width >= SMALL + 8:
        yield Glyph(box.x + 4, box.y + 2, SMALL, part.glyph, part.key)
        number = setting.number(part.number)
        if numbered and box.width >= SMALL + 12 + setting.measure(number, SMALL):
            yield Words(box.x + SMALL + 8, box.y + 11.5, number, SMALL)
