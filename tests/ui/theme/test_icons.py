import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

from pressmark.ui.theme.icons import has_icon, icon, icon_pixmap, tinted_svg

ROSE = QColor("#cb3877")


def opaque_colours(image: QImage) -> set[str]:
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_strokes_are_tinted(ratio: float) -> None:
    image = icon_pixmap("gavel", ROSE, 32, ratio).toImage()
    # Premultiplied pixels lose a step now and then.
    assert opaque_colours(image) <= {ROSE.name(), "#ca3877"}
    assert ROSE.name() in opaque_colours(image)
    assert image.pixelColor(0, 0).alpha() == 0


def test_an_svg_names_no_colour_but_the_one_asked_for() -> None:
    assert "currentColor" not in tinted_svg("gavel", ROSE)
    assert ROSE.name() in tinted_svg("gavel", ROSE)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0, 3.0])
def test_pixmaps_have_the_pixels_of_their_screen(ratio: float) -> None:
    pixmap = icon_pixmap("search", ROSE, 16, ratio)
    assert pixmap.size() == QSize(round(16 * ratio), round(16 * ratio))
    assert pixmap.devicePixelRatio() == ratio


def test_pixmaps_are_kept_by_name_colour_size_and_ratio() -> None:
    keys = {
        icon_pixmap(name, QColor(colour), size, ratio).cacheKey()
        for name, colour, size, ratio in [
            ("search", "#000000", 16, 1.0),
            ("gavel", "#000000", 16, 1.0),
            ("search", "#000001", 16, 1.0),
            ("search", "#000000", 20, 1.0),
            ("search", "#000000", 16, 2.0),
            ("search", "#000000", 16, 1.0),
        ]
    }
    assert len(keys) == 5


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_an_icon_is_crisp_and_paler_when_disabled(ratio: float) -> None:
    made = icon("gavel", ROSE)
    pixmap = made.pixmap(QSize(16, 16), ratio)
    assert pixmap.width() == 16 * ratio
    disabled = made.pixmap(QSize(16, 16), ratio, QIcon.Mode.Disabled).toImage()
    alphas = {disabled.pixelColor(x, y).alpha() for x in range(16) for y in range(16)}
    assert 0 < max(alphas) <= 102 + 1


def test_a_disabled_icon_can_have_its_own_colour() -> None:
    made = icon("gavel", ROSE, QColor("#9a9ea5"))
    disabled = made.pixmap(QSize(24, 24), 2.0, QIcon.Mode.Disabled).toImage()
    assert opaque_colours(disabled) == {"#9a9ea5"}


@pytest.mark.parametrize("name", ["", "no-such-icon", "../themes/light", "gavel.svg", "."])
def test_what_is_not_shipped_is_drawn_as_a_tag(name: str) -> None:
    assert not has_icon(name)
    assert icon_pixmap(name, ROSE).cacheKey() == icon_pixmap("tag", ROSE).cacheKey()


def test_a_shipped_icon_is_known() -> None:
    assert has_icon("chevron-down")


@pytest.mark.parametrize(("name", "turns"), [("arrow-right", True), ("gavel", False)])
def test_what_points_along_the_line_turns_round_with_it(
    qapp: QApplication, name: str, *, turns: bool
) -> None:
    before = icon_pixmap(name, ROSE, 32).toImage()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    after = icon_pixmap(name, ROSE, 32).toImage()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert after == (before.flipped(Qt.Orientation.Horizontal) if turns else before)
