"""Where one makes the window one's own looks as it did."""

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pressmark.ui.dialogs.key_editor.key_editor import KeyEditor
from pressmark.ui.palette.entries import entries
from pressmark.ui.palette.palette_dialog import PaletteDialog
from tests.pictures.comparing import compare
from tests.window import opened

pytestmark = [
    pytest.mark.pictures,
    pytest.mark.skipif(sys.platform != "linux", reason="letters are drawn differently elsewhere"),
]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_making_it_ones_own(qtbot: QtBot, tmp_path: Path, theme: str) -> None:
    with opened(qtbot) as desk:
        desk.preferences.choose(theme=theme, column=100, keys={"next": "G", "flag": "1"})
        preferences = desk.customising.show_preferences("column")
        preferences.resize(720, 700)
        compare(f"preferences-{theme}", preferences, tmp_path)
        preferences.close()
        desk.customising.show_keys()
        keys = desk.window.findChild(KeyEditor)
        keys.resize(760, 660)
        keys.search.setText("flag")
        compare(f"keys-{theme}", keys, tmp_path)
        keys.close()
        palette = PaletteDialog(tuple(entries(desk)), desk.window)
        palette.show()
        palette.field.setText("theme")
        compare(f"palette-{theme}", palette, tmp_path)
