"""The two typefaces: a serif to read articles in, a sans for everything around them."""

import logging
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from pressmark.paths import resource

ARTICLE_PX = 19
"""Default size of article text, to which the marks are drawn."""

INTERFACE_PX = 13
"""Size of everything else."""

_log = logging.getLogger(__name__)

# After the bundled face come faces for the scripts it lacks, first the free ones, then what
# Windows and macOS bring; Qt goes on to any font that has the letter.
_ARTICLE_FAMILIES = (
    "Source Serif 4",
    *("Noto Serif", "Noto Serif CJK KR", "Noto Serif KR", "Batang", "AppleMyungjo"),
    *("Noto Naskh Arabic", "Noto Serif Hebrew", "Times New Roman", "serif"),
)
_INTERFACE_FAMILIES = (
    "Inter",
    *("Noto Sans", "Noto Sans CJK KR", "Noto Sans KR", "Malgun Gothic", "Apple SD Gothic Neo"),
    *("Noto Sans Arabic", "Noto Sans Hebrew", "Segoe UI", "Arial", "sans-serif"),
)


@cache
def load_fonts() -> tuple[str, ...]:
    """Make the bundled fonts known to Qt, once; return their families."""
    families: dict[str, None] = {}
    for path in sorted(resource("fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        if number < 0:
            _log.warning("font not usable: %s", path.name)
        families |= dict.fromkeys(QFontDatabase.applicationFontFamilies(number))
    return tuple(families)


def article_font(px: int = ARTICLE_PX) -> QFont:
    """Return the serif of article text at `px` pixels."""
    load_fonts()
    font = QFont()
    font.setFamilies(_ARTICLE_FAMILIES)
    font.setPixelSize(px)
    # Hinted advances make the spacing of long text uneven on screens of ordinary density.
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font


def interface_font(px: int = INTERFACE_PX, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the sans of the interface at `px` pixels, its figures all of one width."""
    load_fonts()
    font = QFont()
    font.setFamilies(_INTERFACE_FAMILIES)
    font.setPixelSize(px)
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
