from PySide6.QtGui import QPalette

from pressmark.ui.theme.palette import make_palette
from pressmark.ui.theme.themes import Theme
from tests.ui.theme.colour_vision import contrast

PAIRS = [
    (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window),
    (QPalette.ColorRole.Text, QPalette.ColorRole.Base),
    (QPalette.ColorRole.Text, QPalette.ColorRole.AlternateBase),
    (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Base),
    (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Button),
    (QPalette.ColorRole.HighlightedText, QPalette.ColorRole.Highlight),
    (QPalette.ColorRole.ToolTipText, QPalette.ColorRole.ToolTipBase),
    (QPalette.ColorRole.Link, QPalette.ColorRole.Base),
]


def test_text_is_legible_in_active_and_inactive_windows(theme: Theme) -> None:
    palette = make_palette(theme)
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        for text, ground in PAIRS:
            assert contrast(palette.color(group, text), palette.color(group, ground)) >= 4.5


def test_disabled_text_is_faint(theme: Theme) -> None:
    palette = make_palette(theme)
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled == theme.colours.faint
