import pytest
from PySide6.QtGui import QPalette

from pressmark.ui.desk import Desk
from pressmark.ui.theme.appearance import current_theme


@pytest.mark.parametrize("themes", [("light", "dark"), ("dark", "light")])
def test_selected_text_is_legible_after_the_theme_changed(
    desk: Desk, themes: tuple[str, str]
) -> None:
    for theme in themes:
        desk.looks.choose_theme(theme)
    palette = desk.view.palette()
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        ink = palette.color(group, QPalette.ColorRole.HighlightedText)
        assert ink == current_theme().colours.ink
        assert palette.color(group, QPalette.ColorRole.Highlight).alpha() == 0
