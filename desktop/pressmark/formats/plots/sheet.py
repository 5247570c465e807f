"""Several charts on one sheet, under their titles."""

from collections.abc import Sequence
from typing import NamedTuple

from pressmark.formats.plots.drawing import Bar, Box, Drawing, Glyph, Setting, Shape, Words
from pressmark.formats.plots.placing import moved

_EDGE, _TITLE, _HEADING, _BELOW = 28.0, 22.0, 15.0, 34.0
_LEGEND = 13.0


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
    """Lay out a sheet: its title, a line of facts, what the marks mean, then the charts."""
    width = max((one.drawing.width for one in charts), default=0.0)
    shapes: list[Shape] = [
        Words(_EDGE, _EDGE + _TITLE, setting.elided(title, _TITLE, width), _TITLE)
    ]
    y = _EDGE + _TITLE + 24
    shapes.append(Words(_EDGE, y, setting.elided(facts, _LEGEND, width), _LEGEND, "muted"))
    y += 14
    x = _EDGE
    for entry in legend:
        wide = 46 + setting.measure(entry.name, _LEGEND)
        if x > _EDGE and x + wide > _EDGE + width:
            x, y = _EDGE, y + 24
        shapes.append(Glyph(x, y, 14, entry.glyph, entry.key))
        shapes.append(Bar(Box(x + 18, y, 20, 15), entry.key))
        shapes.append(Words(x + 44, y + 12, entry.name, _LEGEND))
        x += wide + 18
    y += 24 if legend else 0
    for chart in charts:
        y += _BELOW
        shapes.append(Words(_EDGE, y, setting.elided(chart.title, _HEADING, width), _HEADING))
        shapes += [moved(shape, _EDGE, y + 12) for shape in chart.drawing.shapes]
        y += 12 + chart.drawing.height
    return Drawing(width + 2 * _EDGE, y + _EDGE, tuple(shapes))
