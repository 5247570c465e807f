from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage, QPainter

from pressmark.ui.theme.lanes import paint_lane
from pressmark.ui.theme.marks import Mark, Pattern
from pressmark.ui.theme.themes import Theme, load_theme

RATIOS = [1.0, 1.25, 1.5, 2.0, 3.0]
TEXT_PX = [14, 19, 28]
WIDTH, HEIGHT, MIDDLE = 160, 24, 12.0
INK = QColor("#000000")


def painted(
    pattern: Pattern,
    *pieces: tuple[float, float],
    px: float = 19,
    ratio: float = 1.0,
    moved: float = 0.0,
) -> QImage:
    """Return pieces of one lane in black on white, on a screen of the given pixel ratio."""
    image = QImage(round(WIDTH * ratio), round(HEIGHT * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    painter.translate(moved, 0)
    for left, right in pieces:
        mark = Mark("a", INK, pattern, "tag", INK)
        paint_lane(painter, left - moved, right - moved, MIDDLE, mark, px / 19)
    painter.end()
    return image


def rows(image: QImage) -> list[bytes]:
    """Return the grey values of each row of device pixels."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return [bytes(grey.scanLine(y))[: grey.width()] for y in range(grey.height())]


def dark_pixels(image: QImage) -> list[int]:
    """Return each row of device pixels as bits, set where it is dark."""
    return [sum(1 << x for x, grey in enumerate(row) if grey < 128) for row in rows(image)]


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("px", TEXT_PX)
def test_patterns_are_told_apart_without_colour(px: int, ratio: float) -> None:
    lines = {p: dark_pixels(painted(p, (0, WIDTH), px=px, ratio=ratio)) for p in Pattern}
    window = (1 << round(WIDTH * ratio / 2)) - 1
    for one, other in combinations(Pattern, 2):
        # At any shift, so that two patterns do not differ by where they begin alone.
        differing = min(
            sum(
                (a >> shift & window ^ b & window).bit_count()
                for a, b in zip(lines[one], lines[other], strict=True)
            )
            for shift in range(round(WIDTH * ratio / 2))
        )
        dark = max(sum((row & window).bit_count() for row in lines[p]) for p in (one, other))
        assert differing > dark / 5, (one, other)


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("pattern", Pattern)
@settings(max_examples=20)
@given(
    cuts=st.lists(st.floats(0, WIDTH), max_size=4),
    px=st.sampled_from(TEXT_PX),
    moved=st.sampled_from([0.0, -3.0, 10.5, 0.3]),
)
def test_pieces_join(
    pattern: Pattern, ratio: float, cuts: list[float], px: int, moved: float
) -> None:
    edges = [0.0, *sorted(cuts), float(WIDTH)]
    pieces = list(pairwise(edges))
    whole = painted(pattern, (0, WIDTH), px=px, ratio=ratio, moved=moved)
    assert painted(pattern, *pieces, px=px, ratio=ratio, moved=moved) == whole


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("px", TEXT_PX)
@pytest.mark.parametrize("pattern", Pattern)
def test_a_lane_keeps_to_its_height(pattern: Pattern, px: int, ratio: float) -> None:
    lines = rows(painted(pattern, (0, WIDTH), px=px, ratio=ratio))
    touched = [y for y, row in enumerate(lines) if min(row) < 250]
    reach = 0.5 + max(3, 3 * px / 19) / 2
    assert (MIDDLE - reach) * ratio <= touched[0]
    assert touched[-1] + 1 <= (MIDDLE + reach) * ratio
    assert len(touched) >= 2


@pytest.mark.parametrize("pattern", [Pattern.SOLID, Pattern.DOUBLE, Pattern.DASHES])
@pytest.mark.parametrize("ratio", RATIOS)
def test_straight_lines_are_crisp(pattern: Pattern, ratio: float) -> None:
    for px in TEXT_PX:
        assert set(b"".join(rows(painted(pattern, (0.4, 99.7), px=px, ratio=ratio)))) == {0, 255}


@pytest.mark.parametrize("span", [(10.0, 10.0), (20.0, 10.0)])
def test_an_empty_stretch_draws_nothing(span: tuple[float, float]) -> None:
    assert set(b"".join(rows(painted(Pattern.SOLID, span)))) == {255}


def test_each_mark_has_its_colour(theme: Theme) -> None:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    for mark in theme.marks.values():
        image.fill(theme.colours.paper)
        painter = QPainter(image)
        paint_lane(painter, 0, WIDTH, MIDDLE, mark)
        painter.end()
        pixels = [image.pixelColor(x, y) for x in range(WIDTH) for y in range(8, 17)]
        assert min(difference(pixel, mark.colour) for pixel in pixels) <= 4, mark.id


def difference(one: QColor, other: QColor) -> int:
    return max(abs(a - b) for a, b in zip(one.toTuple(), other.toTuple(), strict=True))


def test_the_light_and_the_dark_line_are_not_one_tile() -> None:
    claims = [load_theme("light").marks["claim"], load_theme("dark").marks["claim"]]
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for x, mark in enumerate(claims):
        paint_lane(painter, x * 10, x * 10 + 10, MIDDLE, mark)
    painter.end()
    assert [image.pixelColor(x, 12) for x in (5, 15)] == [mark.colour for mark in claims]
