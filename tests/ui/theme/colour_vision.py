"""How people with and without a colour-vision deficiency see colours, and how far apart.

sRGB: IEC 61966-2-1. Deficiency: Machado, Oliveira and Fernandes (2009), severity 1.0, applied to
linear light and rounded to what a screen can show. Distance: CIEDE2000, after Sharma, Wu and Dalal
(2005). Contrast: WCAG 2.2.
"""

import math
from itertools import combinations
from typing import TypeAlias

from PySide6.QtGui import QColor

Triple: TypeAlias = tuple[float, float, float]

VIEWS: dict[str, tuple[Triple, Triple, Triple]] = {
    "ordinary": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
_TO_XYZ: tuple[Triple, Triple, Triple] = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE = (0.95047, 1.0, 1.08883)


def contrast(one: QColor, other: QColor) -> float:
    """Return the WCAG contrast ratio, 1 to 21."""
    dark, light = sorted(_luminance(colour) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def closest(colours: list[QColor], view: str) -> float:
    """Return the CIEDE2000 distance of the closest pair, as seen in `view`."""
    seen = [lab(colour, view) for colour in colours]
    return min(ciede2000(one, other) for one, other in combinations(seen, 2))


def lab(colour: QColor, view: str = "ordinary") -> Triple:
    """Return CIE L*a*b* (D65) of a colour as seen in `view`."""
    light = _times(VIEWS[view], _linear(colour))
    shown = tuple(_unlinear(min(1.0, max(0.0, channel))) for channel in light)
    xyz = _times(_TO_XYZ, _linear(QColor.fromRgb(*(round(255 * channel) for channel in shown))))
    x, y, z = (_lightness(value / white) for value, white in zip(xyz, _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def ciede2000(one: Triple, other: Triple) -> float:
    """Return the distance of two L*a*b* colours; 1 is just noticeable."""
    chroma = (math.hypot(*one[1:]) + math.hypot(*other[1:])) / 2
    stretch = 1.5 - 0.5 * math.sqrt(chroma**7 / (chroma**7 + 25**7))
    (l1, c1, h1), (l2, c2, h2) = (_polar(colour, stretch) for colour in (one, other))
    lightness, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    hue = _mean_hue(h1, h2) if c1 * c2 else h1 + h2
    delta_h = 2 * math.sqrt(c1 * c2) * _sin(turn / 2)
    weight = (
        1
        - 0.17 * _cos(hue - 30)
        + 0.24 * _cos(2 * hue)
        + 0.32 * _cos(3 * hue + 6)
        - 0.20 * _cos(4 * hue - 63)
    )
    by_l = (l2 - l1) / (1 + 0.015 * (lightness - 50) ** 2 / math.sqrt(20 + (lightness - 50) ** 2))
    by_c = (c2 - c1) / (1 + 0.045 * chroma)
    by_h = delta_h / (1 + 0.015 * chroma * weight)
    bend = 2 * math.sqrt(chroma**7 / (chroma**7 + 25**7))
    rotation = -_sin(60 * math.exp(-(((hue - 275) / 25) ** 2))) * bend
    return math.sqrt(by_l**2 + by_c**2 + by_h**2 + rotation * by_c * by_h)


def _polar(colour: Triple, stretch: float) -> Triple:
    lightness, a, b = colour
    return lightness, math.hypot(a * stretch, b), math.degrees(math.atan2(b, a * stretch)) % 360


def _mean_hue(one: float, other: float) -> float:
    if abs(one - other) <= 180:
        return (one + other) / 2
    return (one + other + (360 if one + other < 360 else -360)) / 2


def _sin(degrees: float) -> float:
    return math.sin(math.radians(degrees))


def _cos(degrees: float) -> float:
    return math.cos(math.radians(degrees))


def _linear(colour: QColor) -> Triple:
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in (colour.red() / 255, colour.green() / 255, colour.blue() / 255)
    )
    return red, green, blue


def _unlinear(light: float) -> float:
    return light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


def _luminance(colour: QColor) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _lightness(value: float) -> float:
    return math.cbrt(value) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116


def _times(matrix: tuple[Triple, Triple, Triple], vector: Triple) -> Triple:
    x, y, z = (
        sum(factor * value for factor, value in zip(row, vector, strict=True)) for row in matrix
    )
    return x, y, z
