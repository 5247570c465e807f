from itertools import pairwise
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pressmark.edits.annotations import SetAttributes
from pressmark.store.settings import TEXT_SIZES
from pressmark.ui.desk import Desk
from pressmark.ui.reading.geometry import Line
from pressmark.ui.theme.appearance import current_theme
from tests.window import action, opened


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


def test_lines_and_column_are_as_wide_as_was_chosen(desk: Desk) -> None:
    def lines() -> list[Line]:
        sheet = desk.view.sheet
        assert sheet is not None
        return sheet.geometry.lines_between(0, 3_000)

    def longest() -> int:
        return max(one.next_start - one.start for one in lines())

    def pitch() -> float:
        return min(below.baseline - above.baseline for above, below in pairwise(lines()))

    desk.view.set_caret(400)
    before = longest(), pitch()
    desk.preferences.choose(line_pitch=210, column=62)
    assert longest() < before[0]
    assert pitch() > before[1]
    assert desk.view.caret() == 400


def test_drags_are_exact_from_the_next_start_on(qtbot: QtBot) -> None:
    with opened(qtbot) as desk:
        assert not desk.view.is_exact
        action(desk, "exact").trigger()
        assert desk.view.is_exact
    with opened(qtbot) as desk:
        assert desk.view.is_exact
        assert action(desk, "exact").isChecked()


def test_nothing_is_proposed_where_nobody_wants_it(desk: Desk) -> None:
    quote = desk.session.project.annotation("B22")
    desk.session.show("B22")
    bare = SetAttributes(desk.session.article_id, quote.id, dict.fromkeys(quote.attributes))
    desk.session.commit("Clear", bare)
    form = desk.inspector.annotation.form
    assert form is not None
    assert not form.taking.isHidden()
    assert action(desk, "take-proposals").isEnabled()
    desk.preferences.choose(proposals=False)
    assert form.taking.isHidden()
    assert not action(desk, "take-proposals").isEnabled()


def test_the_example_opens_where_the_last_project_is_not_wanted(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with opened(qtbot) as desk:
        desk.session.file.save()
        mine = tmp_path / "mine.pressmark"
        mine.write_bytes(desk.session.file.path.read_bytes())
        desk.files.open_path(mine)
    with opened(qtbot) as desk:
        assert desk.session.file.path == mine
        desk.preferences.choose(reopen=False)
    with opened(qtbot) as desk:
        assert desk.files.is_example()
