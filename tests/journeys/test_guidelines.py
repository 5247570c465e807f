"""What counts as a label, asked where one reads, and what the project has agreed on."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pressmark.ui.desk import Desk
from tests.journeys.conftest import Start

KEY = Qt.Key


def press(desk: Desk, key: Qt.Key) -> None:
    QTest.keyClick(desk.view, key)


def test_h_shows_what_counts_as_the_active_annotations_label_until_one_goes_on(
    start: Start, project: Path, qtbot: QtBot
) -> None:
    with start(project) as desk:
        desk.session.show("B26")
        desk.view.setFocus()
        QApplication.processEvents()  # it has scrolled there
        card = desk.guidelines.card
        press(desk, KEY.Key_H)
        QApplication.processEvents()
        assert card.isVisible()
        denial = desk.session.project.label_set.label("denial")
        assert denial is not None
        assert denial.definition is not None
        assert card.text.startswith(denial.definition)
        assert f"No: {denial.counter_example}" in card.text
        assert desk.window.focusWidget() is desk.view
        press(desk, KEY.Key_H)
        assert not card.isVisible()
        press(desk, KEY.Key_H)
        press(desk, KEY.Key_Escape)
        assert not card.isVisible()
        assert desk.session.annotation is not None
        press(desk, KEY.Key_H)
        press(desk, KEY.Key_P)
        qtbot.waitUntil(card.isHidden)
        assert desk.session.annotation.id != "B26"


def test_h_shows_the_guideline_of_the_brush_or_all_of_them(start: Start, project: Path) -> None:
    with start(project) as desk:
        desk.session.open_article(desk.session.project.places["B26"])
        desk.session.activate("")
        desk.view.setFocus()
        desk.view.set_brush("claim")
        press(desk, KEY.Key_H)
        assert desk.guidelines.card.isVisible()
        press(desk, KEY.Key_H)
        desk.view.set_brush("")
        press(desk, KEY.Key_H)
        assert desk.docks.open_id == "guidelines"
        assert desk.window.focusWidget() is desk.view
        press(desk, KEY.Key_H)
        assert desk.docks.open_id == ""


def test_the_card_stays_within_the_paper(start: Start, project: Path) -> None:
    with start(project) as desk:
        for annotation_id in desk.session.project.places:
            desk.session.show(annotation_id)
            desk.guidelines.show_label()
            card = desk.guidelines.card
            assert desk.view.viewport().rect().contains(card.geometry().center())
            assert card.text
            desk.guidelines.show_label()
