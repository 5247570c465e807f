"""The overview in small windows, and in the languages that nobody speaks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pressmark.ui.desk import Desk
from tests.ui.languages.looking import cut, data_of, untranslated
from tests.ui.languages.speaking_of import spoken
from tests.window import opened


@pytest.fixture(params=["xx-long", "xx-mirror"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    with spoken(qapp, request.param):
        yield request.param


def look(desk: Desk, qtbot: QtBot) -> None:
    desk.surveying.toggle()
    qtbot.waitUntil(lambda: desk.surveying.is_up_to_date)
    for _ in range(3):
        QApplication.processEvents()


@pytest.mark.parametrize("size", [QSize(1440, 900), QSize(1024, 700)], ids=["large", "small"])
def test_all_of_it_is_translated_and_has_room(
    qtbot: QtBot, seeds: Path, language: str, size: QSize
) -> None:
    with opened(qtbot, size=size) as desk:
        look(desk, qtbot)
        page = desk.surveying.page
        assert page.width() <= size.width(), language
        assert [*untranslated(page, data_of(seeds)), *cut(page)] == []


def test_charts_are_mirrored_where_lines_begin_at_the_right(qtbot: QtBot, language: str) -> None:
    with opened(qtbot) as desk:
        look(desk, qtbot)
        view = desk.surveying.page.card("labels").view
        first, second = (spot.boxes[0] for spot in view.drawing.spots[:2])
        assert (first.x == second.x) == (language == "xx-long")
        view.setFocus()
        articles = desk.surveying.page.card("articles").view
        forth = Qt.Key.Key_Right if language == "xx-long" else Qt.Key.Key_Left
        qtbot.keyClick(articles, forth)
        assert "Quote" in articles.accessibleDescription()


def test_it_fits_a_window_in_which_everything_is_twice_as_large(qtbot: QtBot) -> None:
    with opened(qtbot) as desk:
        desk.window.setMinimumSize(QSize(720, 450))
        desk.window.resize(720, 450)
        look(desk, qtbot)
        assert desk.window.width() == 720
        assert desk.surveying.page.width() <= 720
        right = desk.surveying.page.close_button.geometry().right()
        assert right <= 720
        assert list(cut(desk.surveying.page)) == []


def test_every_stop_of_the_tab_key_has_a_name_and_says_what_it_is(qtbot: QtBot) -> None:
    with opened(qtbot) as desk:
        look(desk, qtbot)
        stops = [
            one
            for one in desk.surveying.page.findChildren(QWidget)
            if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        assert len(stops) > 20
        for stop in stops:
            heard = QAccessible.queryAccessibleInterface(stop)
            assert heard is not None
            assert heard.text(QAccessible.Text.Name), type(stop).__name__
            assert heard.role() not in {QAccessible.Role.Client, QAccessible.Role.NoRole}
        labels = desk.surveying.page.card("labels").view
        assert labels.accessibleDescription() == "Claim: 18"


def test_what_the_keys_are_on_is_scrolled_into_sight(qtbot: QtBot) -> None:
    with opened(qtbot, size=QSize(1024, 700)) as desk:
        look(desk, qtbot)
        view = desk.surveying.page.card("denial.denier").view
        qtbot.keyClick(view, Qt.Key.Key_End)
        box = view.drawing.spots[-1].boxes[0]
        assert view.visibleRegion().contains(QPoint(round(box.x + 5), round(box.y + 5)))
