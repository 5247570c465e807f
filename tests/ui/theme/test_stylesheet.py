import re

import pytest
from PySide6.QtWidgets import QApplication, QListWidget, QSplitter
from pytestqt.qtbot import QtBot

from pressmark.paths import resource
from pressmark.ui.theme.icons import tinted_svg
from pressmark.ui.theme.stylesheet import make_stylesheet
from pressmark.ui.theme.themes import Theme

# The style sheet can name files only: small icons in the colours of the theme.
PARTS = {
    "check": ("check", "on_accent"),
    "minus": ("minus", "on_accent"),
    "tick": ("check", "accent"),
    "x": ("x", "muted"),
    "maximize": ("maximize", "muted"),
    "chevron-down": ("chevron-down", "muted"),
    "chevron-up": ("chevron-up", "muted"),
    "chevron-right": ("chevron-right", "muted"),
    "chevron-left": ("chevron-left", "muted"),
}


def test_every_token_is_filled_in(theme: Theme) -> None:
    sheet = make_stylesheet(theme)
    assert "$" not in sheet
    accent = theme.colours.accent
    assert f"rgba({accent.red()}, {accent.green()}, {accent.blue()}, 255)" in sheet


def test_every_file_it_names_is_there(theme: Theme) -> None:
    sheets = make_stylesheet(theme) + make_stylesheet(theme, from_right=True)
    named = set(re.findall(r'url\("([^"]+)"\)', sheets))
    shipped = {path.as_posix() for path in resource("themes", theme.name).glob("*.svg")}
    assert named == shipped


def test_edges_are_turned_round_where_one_reads_from_the_right(theme: Theme) -> None:
    left, right = make_stylesheet(theme), make_stylesheet(theme, from_right=True)
    assert "selected { border-left: 3px" in left
    assert "selected { border-right: 3px" in right
    assert "QMenu::left-arrow {" in right
    assert ("chevron-right" in left, "chevron-right" in right) == (True, False)


@pytest.mark.parametrize("part", PARTS)
def test_parts_are_the_icons_in_the_colours_of_the_theme(theme: Theme, part: str) -> None:
    icon, token = PARTS[part]
    written = resource("themes", theme.name, f"{part}.svg").read_text("utf-8")
    assert written == tinted_svg(icon, getattr(theme.colours, token))


def test_every_part_is_accounted_for(theme: Theme) -> None:
    assert {path.stem for path in resource("themes", theme.name).glob("*.svg")} == set(PARTS)


def test_braces_and_declarations_are_whole(theme: Theme) -> None:
    # Qt drops a sheet that it cannot parse, with a warning that names no line.
    sheet = re.sub(r"/\*.*?\*/", "", make_stylesheet(theme), flags=re.DOTALL)
    blocks = re.findall(r"\{([^{}]*)\}", sheet)
    assert sheet.count("{") == sheet.count("}") == len(blocks)
    assert all(block.strip().endswith(";") for block in blocks)


def test_rows_of_a_list_filled_before_it_is_shown_do_not_overlap(
    theme: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    qapp.setStyleSheet(make_stylesheet(theme))
    window, rows = QSplitter(), QListWidget()
    qtbot.addWidget(window)
    rows.addItems(["one", "two", "three"])
    window.addWidget(rows)
    window.show()
    first, second = (rows.visualItemRect(rows.item(at)) for at in (0, 1))
    qapp.setStyleSheet("")
    assert first.height() > rows.fontMetrics().height() + 6
    assert second.top() == first.bottom() + 1
