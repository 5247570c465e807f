"""A drawing as SVG: real text, marks as patterns, nothing loaded from elsewhere."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from unicodedata import east_asian_width

from pressmark.formats.plots.drawing import (
    Bar,
    Drawing,
    Glyph,
    Ribbon,
    Rule,
    Setting,
    Shape,
    Words,
)
from pressmark.formats.review_themes import MarkStyle
from pressmark.formats.xml_text import xml_text
from pressmark.paths import resource

FONTS = "Inter, 'Noto Sans', 'Segoe UI', Arial, sans-serif"
_LINES = {
    "solid": (4, '<path d="M0 2h4" stroke-width="2.5"/>'),
    "dots": (5, '<circle cx="2.5" cy="2" r="1.4" stroke="none" fill="{}"/>'),
    "double": (4, '<path d="M0 .7h4M0 3.3h4" stroke-width="1.2"/>'),
    "dashes": (9, '<path d="M0 2h6" stroke-width="2.5"/>'),
    "wave": (8, '<path d="M0 3q2-3.4 4-1t4 1" stroke-width="1.3"/>'),
    "dash-dot": (14, '<path d="M0 2h8M10 2h2" stroke-width="2.5"/>'),
    "beads": (10, '<path d="M0 2h10" stroke-width="1"/><circle cx="2" cy="2" r="1.7"/>'),
    "hatch": (4, '<path d="M0 4l4-4" stroke-width="1.4"/>'),
}
"""One period of each pattern: its length in px, and what is drawn, 4 px high."""
_DASHES = {"dots": "0.1 5", "dashes": "6 3", "dash-dot": "8 2 2 2", "hatch": "2 2", "beads": "1 4"}


def svg(
    drawing: Drawing,
    marks: Mapping[str, MarkStyle],
    colours: Mapping[str, str],
    title: str,
    prefix: str = "",
) -> str:
    """Return a drawing as an SVG document on paper; `marks` by the keys of its shapes.

    Where several stand on one page, a `prefix` keeps their ids apart.
    """
    size = f'width="{drawing.width:.0f}" height="{drawing.height:.0f}"'
    view = f'viewBox="0 0 {drawing.width:.0f} {drawing.height:.0f}"'
    look = f'font-family="{FONTS}" style="font-feature-settings: &quot;tnum&quot;"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {view} role="img" {look}>',
        f"<title>{_text(title)}</title>",
        f"<defs>{''.join(_patterns(marks, _used(drawing.shapes), prefix))}</defs>",
        f'<rect {size} fill="{colours["paper"]}"/>',
        *(_element(shape, marks, colours, prefix) for shape in drawing.shapes),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def estimated() -> Setting:
    """Return a setting that guesses the width of words, for whoever has no font to measure."""
    return Setting(lambda text, size: size * sum(map(_width, text)))


def _width(character: str) -> float:
    if east_asian_width(character) in "WF":
        return 1.0
    if character in " .,:;'’|!iIjlt()":
        return 0.32
    return 0.68 if character.isupper() or character in "mwMW@%" else 0.57


def _used(shapes: Iterable[Shape]) -> list[str]:
    return sorted({shape.key for shape in shapes if isinstance(shape, Bar)})


def _patterns(marks: Mapping[str, MarkStyle], keys: Iterable[str], prefix: str) -> Iterator[str]:
    for key in keys:
        mark = marks[key]
        long, line = _LINES.get(mark.pattern, _LINES["solid"])
        yield (
            f'<pattern id="{prefix}line-{_text(key)}" width="{long}" height="4" '
            f'patternUnits="userSpaceOnUse"><g stroke="{mark.colour}" fill="none">'
            f"{line.replace('{}', mark.colour)}</g></pattern>"
        )


def _element(
    shape: Shape, marks: Mapping[str, MarkStyle], colours: Mapping[str, str], prefix: str
) -> str:
    match shape:
        case Bar():
            return _bar(shape, marks[shape.key], prefix)
        case Ribbon():
            return _ribbon(shape, marks[shape.key])
        case Words():
            return (
                f'<text x="{shape.x:.1f}" y="{shape.y:.1f}" font-size="{shape.size:g}" '
                f'fill="{colours[shape.colour]}" text-anchor="{shape.anchor}">'
                f"{_text(shape.text)}</text>"
            )
        case Glyph():
            return _glyph(shape, marks[shape.key].colour if shape.key else colours["muted"])
        case Rule():
            return (
                f'<path d="M{shape.x0:.1f} {shape.y0:.1f}L{shape.x1:.1f} {shape.y1:.1f}" '
                f'stroke="{colours["hairline"]}"/>'
            )


def _bar(bar: Bar, mark: MarkStyle, prefix: str) -> str:
    x, y, width, height = bar.box
    line = min(4.0, height)
    # Tiles of what has no gaps would show their seams.
    fill = mark.colour if mark.pattern == "solid" else f"url(#{prefix}line-{_text(bar.key)})"
    thick = 2.5 if mark.pattern == "solid" else line
    # The pattern is moved along with the bar, so that its tiles begin at the bar's edge.
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" rx="2" '
        f'fill="{mark.wash}"/><g transform="translate({x:.1f} {y + height - line:.1f})">'
        f'<rect width="{width:.1f}" height="{min(thick, line):.1f}" fill="{fill}"/></g>'
    )


def _ribbon(ribbon: Ribbon, mark: MarkStyle) -> str:
    middle = (ribbon.x0 + ribbon.x1) / 2
    path = (
        f"M{ribbon.x0:.1f} {ribbon.y0:.1f}C{middle:.1f} {ribbon.y0:.1f} "
        f"{middle:.1f} {ribbon.y1:.1f} {ribbon.x1:.1f} {ribbon.y1:.1f}"
    )
    dashes = _DASHES.get(mark.pattern)
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    cap = ' stroke-linecap="round"' if mark.pattern == "dots" else ""
    inner = (
        f'<path d="{path}" fill="none" stroke="{mark.wash}" stroke-width="1.2"/>'
        if mark.pattern == "double"
        else ""
    )
    thick = 3.6 if mark.pattern == "double" else 2
    return (
        f'<path d="{path}" fill="none" stroke="{mark.wash}" stroke-width="{ribbon.width:.1f}"/>'
        f'<path d="{path}" fill="none" stroke="{mark.colour}" stroke-width="{thick}"{dashed}{cap}/>'
        f"{inner}"
    )


def _glyph(glyph: Glyph, colour: str) -> str:
    path = resource("icons", f"{glyph.name}.svg")
    if not glyph.name.replace("-", "").isalnum() or not path.is_file():
        path = resource("icons", "tag.svg")
    drawn = path.read_text("utf-8").partition("<svg")[2]
    inside = drawn.partition(">")[2].rpartition("</svg>")[0]
    return (
        f'<g transform="translate({glyph.x:.1f} {glyph.y:.1f}) scale({glyph.size / 24:.4f})" '
        f'fill="none" stroke="{colour}" stroke-width="2" stroke-linecap="round" '
        f'stroke-linejoin="round">{inside.strip()}</g>'
    )


def _text(words: str) -> str:
    """Return words as XML takes them: without what no XML may hold."""
    return escape(xml_text(words))
