"""Drawings elsewhere: their shapes moved, or seen in a mirror for what is read from the right."""

from dataclasses import replace

from pressmark.formats.plots.drawing import (
    Anchor,
    Bar,
    Box,
    Drawing,
    Glyph,
    Ribbon,
    Rule,
    Shape,
    Spot,
    Words,
)

_OTHER_END: dict[Anchor, Anchor] = {"start": "end", "middle": "middle", "end": "start"}


def moved(shape: Shape, dx: float, dy: float) -> Shape:
    """Return a shape in another place."""
    match shape:
        case Bar():
            x, y, width, height = shape.box
            return replace(shape, box=Box(x + dx, y + dy, width, height))
        case Ribbon() | Rule():
            return replace(
                shape, x0=shape.x0 + dx, y0=shape.y0 + dy, x1=shape.x1 + dx, y1=shape.y1 + dy
            )
        case Words() | Glyph():
            return replace(shape, x=shape.x + dx, y=shape.y + dy)


def mirrored(drawing: Drawing) -> Drawing:
    """Return a drawing from right to left; words and icons stay as they are, in other places."""
    wide = drawing.width
    return Drawing(
        wide,
        drawing.height,
        tuple(_mirrored(shape, wide) for shape in drawing.shapes),
        tuple(
            Spot(tuple(_box(box, wide) for box in spot.boxes), spot.row, spot.part)
            for spot in drawing.spots
        ),
    )


def _mirrored(shape: Shape, wide: float) -> Shape:
    match shape:
        case Bar():
            return replace(shape, box=_box(shape.box, wide))
        case Ribbon() | Rule():
            return replace(shape, x0=wide - shape.x0, x1=wide - shape.x1)
        case Words():
            return replace(shape, x=wide - shape.x, anchor=_OTHER_END[shape.anchor])
        case Glyph():
            return replace(shape, x=wide - shape.x - shape.size)


def _box(box: Box, wide: float) -> Box:
    return Box(wide - box.x - box.width, box.y, box.width, box.height)
