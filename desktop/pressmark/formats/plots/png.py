"""A drawing as PNG, without a window: for files that take no SVG."""

from pressmark.formats.typesetting import png_of

_SHEET = b"""
#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.drawn), format: "svg")
"""
_SHARP = 220
"""Dots an inch: sharp on paper."""


def png(svg: str) -> bytes:
    """Return an SVG document as a PNG; 1 px of it is 0.75 pt."""
    return png_of(_SHEET, svg, _SHARP)
