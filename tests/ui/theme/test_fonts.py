import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QRawFont

from pressmark.ui.theme.fonts import article_font, interface_font, load_fonts


def test_the_bundled_families_are_loaded() -> None:
    assert {"Inter", "Source Serif 4"} <= set(load_fonts())


def test_articles_are_set_in_the_bundled_serif() -> None:
    font = article_font()
    assert QFontInfo(font).family() == "Source Serif 4"
    assert font.pixelSize() == 19


@pytest.mark.parametrize("px", [14, 28])
def test_text_has_the_size_asked_for(px: int) -> None:
    assert QFontInfo(article_font(px)).pixelSize() == px


def test_figures_of_the_interface_have_one_width() -> None:
    metrics = QFontMetricsF(interface_font())
    assert QFontInfo(interface_font()).family() == "Inter"
    assert len({metrics.horizontalAdvance(figure) for figure in "0123456789"}) == 1


def test_weights_are_real_cuts() -> None:
    plain, bold = (
        QRawFont.fromFont(interface_font(weight=weight))
        for weight in (QFont.Weight.Normal, QFont.Weight.DemiBold)
    )
    assert plain.styleName() != bold.styleName()
    assert "Semi" in bold.styleName()


def test_other_scripts_have_families_to_fall_back_to() -> None:
    for families in (article_font().families(), interface_font().families()):
        assert any("KR" in family for family in families)
        assert any("Arabic" in family for family in families)
        assert any("Hebrew" in family for family in families)
