import pytest

from pressmark.store.settings import TEXT_SIZES
from pressmark.ui.desk import Desk
from pressmark.ui.theme.appearance import current_theme
from tests.window import action


def test_text_grows_and_shrinks_within_limits_and_is_kept(desk: Desk) -> None:
    first = desk.looks.text_size
    action(desk, "larger").trigger()
    assert desk.view.measure.size == first + 1 == desk.preferences.settings.text_size
    for _ in TEXT_SIZES:
        desk.looks.enlarge()
    assert desk.view.measure.size == TEXT_SIZES[-1]
    for _ in range(2 * len(TEXT_SIZES)):
        desk.looks.reduce()
    assert desk.view.measure.size == TEXT_SIZES[0]
    action(desk, "first-size").trigger()
    assert desk.view.measure.size == first


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_theme_is_shown_at_once_and_ticked(desk: Desk, theme: str) -> None:
    action(desk, f"theme-{theme}").trigger()
    assert current_theme().name == theme
    ticked = [
        one for one in ("system", "light", "dark") if action(desk, f"theme-{one}").isChecked()
    ]
    assert ticked == [theme]
