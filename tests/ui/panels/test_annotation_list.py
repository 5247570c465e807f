from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pressmark.analysis.loose_ends import LooseEnd
from pressmark.edits.relations import RemoveRelation
from pressmark.edits.removals import removal
from pressmark.ui.panels.annotation_list import AnnotationList
from pressmark.ui.session import Session
from pressmark.ui.widgets.plain_label import PlainLabel
from tests.ui.panels.in_memory import ANADOLU, UKRINFORM, hear, project_of, session_on


@pytest.fixture
def panel(anadolu: Session, show: Callable[..., None]) -> AnnotationList:
    made = AnnotationList(anadolu)
    show(made, 340, 500)
    return made


def words(panel: AnnotationList) -> set[str]:
    return {label.text() for label in panel.findChildren(PlainLabel) if label.isVisible()}


def current(panel: AnnotationList) -> int:
    return panel.view.currentIndex().row()


def test_a_click_goes_to_the_annotation(
    anadolu: Session, panel: AnnotationList, qtbot: QtBot
) -> None:
    shown = hear(anadolu.shown)
    place = panel.view.visualRect(panel.view.model().index(3, 0)).center()
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown == [(ANADOLU, "B04")]
    assert anadolu.annotation is not None
    assert anadolu.annotation.id == "B04"


def test_arrow_keys_go_from_one_to_the_next(
    anadolu: Session, panel: AnnotationList, qtbot: QtBot
) -> None:
    anadolu.activate("B04")
    panel.view.setFocus()
    shown, entered = hear(anadolu.shown), hear(panel.entered)
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    qtbot.keyClick(panel.view, Qt.Key.Key_Up)
    assert [annotation_id for _article, annotation_id in shown] == ["B05", "B04"]
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert len(entered) == 1


def test_the_row_follows_the_active_annotation(anadolu: Session, panel: AnnotationList) -> None:
    shown = hear(anadolu.shown)
    anadolu.activate("B26")
    assert current(panel) == 25
    anadolu.activate("")
    assert current(panel) == -1
    assert shown == []


def test_the_row_stays_on_the_active_annotation_when_others_come_and_go(
    anadolu: Session, panel: AnnotationList
) -> None:
    anadolu.activate("B10")
    anadolu.commit("Delete", *removal(anadolu.project, "B02"))
    assert current(panel) == 8
    panel.filter.setText("arms")
    panel.filter.clear()
    assert current(panel) == 8


def test_counts_tell_how_many_are_shown(
    anadolu: Session, panel: AnnotationList, qtbot: QtBot
) -> None:
    assert "26" in words(panel)
    qtbot.mouseClick(panel.labels.button("denial"), Qt.MouseButton.LeftButton)
    assert "3 of 26" in words(panel)
    qtbot.mouseClick(panel.labels.button("denial"), Qt.MouseButton.LeftButton)
    anadolu.commit("Delete", *removal(anadolu.project, "B02"))
    assert "25" in words(panel)


def test_a_filter_that_finds_nothing_says_so(panel: AnnotationList, qtbot: QtBot) -> None:
    panel.focus_filter()
    qtbot.keyClicks(panel.filter, "zzz")
    assert "No annotation here is like this." in words(panel)


def test_rows_can_be_sorted_from_the_menu(panel: AnnotationList) -> None:
    by_position, by_label, by_time = panel.sorting.menu().actions()
    assert by_position.isChecked()
    by_label.trigger()
    assert not by_position.isChecked()
    first = panel.view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert first.startswith("claim")
    by_time.trigger()
    assert by_time.isChecked()


def test_what_is_empty_says_how_it_fills(
    anadolu: Session, panel: AnnotationList, show: Callable[..., None]
) -> None:
    anadolu.open_article("")
    assert "What is tagged in an article is listed here." in words(panel)
    anadolu.leave()
    assert "What is tagged in an article is listed here." in words(panel)
    bare = AnnotationList(session_on(project_of()))
    show(bare)
    assert "What is tagged in an article is listed here." in words(bare)


def test_a_menu_is_for_the_annotation_it_was_asked_on(
    anadolu: Session, panel: AnnotationList
) -> None:
    asked = hear(panel.menu_asked)
    place = panel.view.visualRect(panel.view.model().index(2, 0)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, QPoint(5, 6))
    QApplication.sendEvent(panel.view.viewport(), event)
    assert asked == [("B03", QPoint(5, 6))]
    assert anadolu.annotation is not None
    assert anadolu.annotation.id == "B03"


def test_another_article_is_listed_from_its_top(anadolu: Session, panel: AnnotationList) -> None:
    panel.resize(340, 300)
    anadolu.activate("B26")
    QApplication.processEvents()
    bar = panel.view.verticalScrollBar()
    assert bar.value() > 0
    anadolu.open_article(UKRINFORM)
    QApplication.processEvents()
    assert bar.maximum() > 0
    assert bar.value() == 0


def test_what_lacks_a_relation_is_picked_out_and_follows_relations(
    anadolu: Session, panel: AnnotationList
) -> None:
    rows = panel.view.model()
    every = rows.rowCount()
    panel.loose_ends.pick(LooseEnd("denies", "claim", starts=False))
    assert panel.loose_ends.isChecked()
    assert panel.loose_ends.accessibleDescription() == "Claim that no denial denies"
    undenied = rows.rowCount()
    assert 0 < undenied < every
    anadolu.commit("Unlink", RemoveRelation("R37"))  # B25 is denied no more
    assert rows.rowCount() == undenied + 1
    panel.loose_ends.pick(None)
    assert rows.rowCount() == every
