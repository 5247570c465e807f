"""Several charts on one sheet, under their titles."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pressmark.formats.plots.drawing import Bar, Box, Drawing, Glyph, Setting, Shape, Words
from pressmark.formats.plots.placing import moved

_EDGE, _TITLE, _HEADING, _BELOW = 28.0, 22.0, 15.0, 34.0
_LEGEND = 13.0
_FEW, _BETWEEN = 3, 40.0
"""How many charts stand in one column, and the gap between two."""


class Titled(NamedTuple):
    """A chart and what it is called."""

    title: str
    drawing: Drawing


class Entry(NamedTuple):
    """A line of the legend: a mark with its glyph, and what it stands for."""

    key: str
    glyph: str
    name: str


def sheet(
    title: str, facts: str, legend: Sequence[Entry], charts: Sequence[Titled], setting: Setting
) -> Drawing:
    """Lay out a sheet: its title, a line of facts, what the marks mean, then the charts.

    Charts of one width stand in two columns where there are many.
    """
    each = max((one.drawing.width for one in charts), default=0.0)
    columns = 2 if len(charts) > _FEW else 1
    width = columns * each + (columns - 1) * _BETWEEN
    y = _EDGE + _TITLE
    shapes: list[Shape] = [Words(_EDGE, y, setting.elided(title, _TITLE, width), _TITLE)]
    y += 24
    shapes.append(Words(_EDGE, y, setting.elided(facts, _LEGEND, width), _LEGEND, "muted"))
    told = list(_legend(legend, y + 14, width, setting))
    y += 14
    y = max((shape.box.y + shape.box.height for shape in told if isinstance(shape, Bar)), default=y)
    shapes += told
    bottoms = [y + 6] * columns
    for chart in charts:
        column = min(range(columns), key=bottoms.__getitem__)
        x, y = _EDGE + column * (each + _BETWEEN), bottoms[column] + _BELOW
        shapes.append(Words(x, y, setting.elided(chart.title, _HEADING, each), _HEADING))
        shapes += [moved(shape, x, y + 12) for shape in chart.drawing.shapes]
        bottoms[column] = y + 12 + chart.drawing.height
    return Drawing(width + 2 * _EDGE, max(bottoms) + _EDGE, tuple(shapes))


def _legend(legend: Sequence[Entry], y: float, width: float, setting: Setting) -> Iterator[Shape]:
    """Yield each mark with its glyph and name, in as many lines as are needed."""
    x = _EDGE
    for entry in legend:
        wide = 46 + setting.measure(entry.name, _LEGEND)
        if x > _EDGE and x + wide > _EDGE + width:
            x, y = _EDGE, y + 24
        yield Glyph(x, y, 14, entry.glyph, entry.key)
        yield Bar(Box(x + 18, y, 20, 15), entry.key)
        yield Words(x + 44, y + 12, entry.name, _LEGEND)
        x += wide + 18
