"""Alt and a letter mean one thing in a menu, in every language."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar
from pytestqt.qtbot import QtBot

from pressmark.catalogue import languages
from tests.ui.languages.speaking_of import spoken
from tests.window import opened


def letters(actions: list[QAction]) -> list[str]:
    shown = [one.text().replace("&&", "") for one in actions if one.isVisible()]
    return [key.casefold() for text in shown for key in re.findall(r"&(.)", text)]


def clashes(bar: QMenuBar) -> Iterator[str]:
    menus: list[QMenu | QMenuBar] = [bar, *bar.findChildren(QMenu)]
    for menu in menus:
        for letter, count in Counter(letters(menu.actions())).items():
            if count > 1:
                same = [one.text() for one in menu.actions() if f"&{letter}" in one.text().lower()]
                yield f"{letter}: {', '.join(same)}"


@pytest.mark.parametrize("language", languages())
def test_no_two_rows_of_a_menu_have_one_letter(
    qtbot: QtBot, qapp: QApplication, language: str
) -> None:
    with spoken(qapp, language), opened(qtbot) as desk:
        bar = desk.window.findChild(QMenuBar)
        assert bar is not None
        assert [*clashes(bar)] == []
