from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pressmark.ui.desk import Desk
from pressmark.ui.tour.coach_mark import CoachMark
from pressmark.ui.tour.steps import STEPS, Scene, stacked
from tests.window import action, opened

SMALL = QSize(1024, 700)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    with opened(qtbot, size=SMALL) as made:
        made.tour.greet()
        yield made


def mark(desk: Desk) -> CoachMark:
    found = desk.window.findChild(CoachMark)
    assert found is not None
    return found


def select(desk: Desk) -> None:
    article = desk.session.article
    assert article is not None
    start = article.text.index("top diplomats")
    desk.view.select(start, start + len("top diplomats"))


def test_it_begins_once_and_is_found_again(desk: Desk) -> None:
    assert desk.tour.step == 0
    mark(desk).skip.click()
    assert desk.tour.step == -1
    desk.tour.greet()
    assert desk.tour.step == -1
    action(desk, "tour").trigger()
    assert desk.tour.step == 0
    assert desk.preferences.state.toured


def test_each_step_is_reached_by_doing_it(desk: Desk, qtbot: QtBot) -> None:
    select(desk)
    qtbot.waitUntil(lambda: desk.tour.step == 1)
    QTest.keyClick(desk.view, Qt.Key.Key_1)
    assert desk.tour.step == 2
    desk.session.undo()
    assert desk.tour.step == 3
    desk.session.activate(stacked(desk.session.article)[0].id)
    assert desk.tour.step == 4
    assert not desk.session.undo_title, "the tour itself has changed nothing"


def test_each_step_can_be_passed_over(desk: Desk) -> None:
    for at in range(len(STEPS)):
        assert desk.tour.step == at
        mark(desk).next.click()
    assert not mark(desk).isVisible()
    assert desk.session.undo_title is None


def test_it_stands_in_sight_beside_what_it_speaks_of(desk: Desk) -> None:
    for step in STEPS:
        QApplication.processEvents()
        target = step.target(Scene(desk.window, desk.view, desk.session.article))
        place = mark(desk).geometry()
        assert not target.isEmpty()
        assert desk.window.rect().contains(place)
        if step is not STEPS[0]:  # the whole paper
            assert not place.intersects(target), step.heading
        assert mark(desk).accessibleName().startswith(step.heading)
        mark(desk).next.click()


def test_the_focus_stays_where_one_reads(desk: Desk) -> None:
    assert desk.window.focusWidget() is desk.view
    mark(desk).next.click()
    assert desk.window.focusWidget() is desk.view


def test_escape_first_leaves_a_selection_and_then_the_tour(desk: Desk) -> None:
    select(desk)
    QTest.keyClick(desk.view, Qt.Key.Key_Escape)
    assert desk.tour.step >= 0
    QTest.keyClick(desk.view, Qt.Key.Key_Escape)
    assert desk.tour.step == -1


def test_it_does_not_greet_who_has_projects_of_their_own(qtbot: QtBot) -> None:
    with opened(qtbot) as desk:
        desk.preferences.note_opened("/somewhere/mine.pressmark")
        desk.tour.greet()
        assert desk.tour.step == -1


def test_the_next_start_goes_straight_to_reading(qtbot: QtBot) -> None:
    with opened(qtbot) as first:
        first.tour.greet()
        assert first.tour.step == 0
    with opened(qtbot) as again:
        again.tour.greet()
        assert again.tour.step == -1
        assert again.window.findChild(CoachMark) is None


def test_the_card_leaves_a_dock_to_whoever_opened_it(desk: Desk, qtbot: QtBot) -> None:
    desk.docks.open("find")
    drawer = desk.docks.widget(1)
    assert drawer is not None

    def is_clear() -> bool:
        top = drawer.mapTo(desk.window, drawer.rect().topLeft()).y()
        return mark(desk).isVisible() and mark(desk).geometry().bottom() < top

    qtbot.waitUntil(is_clear)
