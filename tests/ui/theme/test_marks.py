import pytest

from pressmark.ui.theme.marks import glyph_pixmap
from pressmark.ui.theme.themes import Theme


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_a_glyph_has_the_colour_of_its_mark(theme: Theme, ratio: float) -> None:
    for mark in theme.marks.values():
        image = glyph_pixmap(mark, 24, ratio).toImage()
        side = range(image.width())
        pixels = (image.pixelColor(x, y) for x in side for y in side)
        drawn = [pixel.name() for pixel in pixels if pixel.alpha() == 255]
        assert drawn
        assert set(drawn) == {mark.colour.name()}


def test_glyphs_are_told_apart_without_colour(theme: Theme) -> None:
    shapes = [glyph_pixmap(mark, 14).toImage() for mark in theme.marks.values()]
    alphas = {
        tuple(image.pixelColor(x, y).alpha() for x in range(14) for y in range(14))
        for image in shapes
    }
    assert len(alphas) == len(theme.marks)


def test_a_wash_hides_what_was_washed_before(theme: Theme) -> None:
    washes = [mark.wash for mark in theme.marks.values()]
    assert all(wash.alpha() == 255 for wash in washes)
    assert len({wash.name() for wash in washes} | {theme.colours.paper.name()}) == len(washes) + 1


def test_marks_can_be_kept_in_sets(theme: Theme) -> None:
    assert len({*theme.marks.values(), theme.mark("claim"), theme.mark("claim", "flag")}) == 9
