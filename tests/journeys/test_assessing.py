"""The analyst's own word: a summary, judgements, and the annotations that these rest on."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pressmark.edits.frame import SetHandling
from pressmark.model.judgement import Judgement
from pressmark.store.project_file import parse_project
from pressmark.ui.desk import Desk
from pressmark.ui.panels.assessment.judgement_card import JudgementCard
from pressmark.ui.widgets.plain_label import PlainLabel
from tests.journeys.conftest import Start
from tests.window import action

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def judgements(desk: Desk) -> list[Judgement]:
    return list(desk.session.project.ranked())


def card(desk: Desk, at: int) -> JudgementCard:
    return desk.assessing.panel.cards[judgements(desk)[at].id]


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def test_a_judgement_is_written_and_grounded_by_the_keys_alone(
    start: Start, project: Path, qtbot: QtBot
) -> None:
    with start(project) as desk:
        desk.session.show("B26")
        desk.view.setFocus()
        QTest.keyClick(desk.view, KEY.Key_J)
        assert [one.relies_on for one in judgements(desk)] == [("B26",)]
        assert desk.notices.text == "Judgement 1 relies on it."
        QTest.keyClick(desk.view, KEY.Key_J)
        assert desk.notices.text == "Judgement 1 relies on it already."

        QTest.keyClick(desk.view, KEY.Key_J, CTRL)
        panel = desk.assessing.panel
        assert desk.docks.open_id == "assessment"
        assert desk.window.focusWidget() is panel.summary
        QTest.keyClicks(panel.summary, "Both sides talk past each other.")
        while desk.window.focusWidget() is not card(desk, 0).statement:
            press(KEY.Key_Tab)
        QTest.keyClicks(card(desk, 0).statement, "Deliveries go on.")
        while desk.window.focusWidget() is not card(desk, 0).likelihood:
            press(KEY.Key_Tab)
        for _ in range(6):
            press(KEY.Key_Down)
        press(KEY.Key_Escape)
        assert desk.docks.open_id == ""
        assert desk.window.focusWidget() is desk.view
        (one,) = judgements(desk)
        assert (one.statement, one.likelihood) == ("Deliveries go on.", "very-likely")
        assert desk.session.project.summary == "Both sides talk past each other."
        desk.files.save()
        qtbot.waitUntil(lambda: desk.session.file is not None and desk.session.file.saved)
    saved = parse_project(project.read_bytes()).project
    assert saved.summary == "Both sides talk past each other."
    assert [one.statement for one in saved.ranked()] == ["Deliveries go on."]


def test_whoever_deletes_a_ground_is_told_and_may_take_it_back(
    start: Start, project: Path, qtbot: QtBot
) -> None:
    with start(project) as desk:
        desk.docks.open("assessment")
        desk.session.show("B01")
        desk.assessing.rely()
        desk.view.remove_active()
        qtbot.waitUntil(lambda: desk.notices.text == "Judgement 1 relied on what is gone.")
        chip = card(desk, 0).relied.chips[0]
        assert chip.button.accessibleName() == "Remove An annotation that is gone"
        desk.notices.follow()
        assert "B01" in desk.session.project.places
        relied = card(desk, 0).relied
        desk.session.open_article("")
        relied.chips[0].findChild(type(relied.add)).click()
        assert desk.session.annotation is not None
        assert desk.session.annotation.id == "B01"


def test_the_menus_say_for_which_judgement_an_annotation_is_relied_on(
    start: Start, project: Path
) -> None:
    with start(project) as desk:
        desk.session.show("B01")
        rely = action(desk, "rely")
        assert rely.text() == "Rely on it for a new judgement"
        panel = desk.assessing.panel
        desk.docks.open("assessment")
        panel.add.click()
        panel.add.click()
        assert rely.text() == "Rely on it for judgement 2"
        card(desk, 0).statement.setFocus()
        assert rely.text() == "Rely on it for judgement 1"
        card(desk, 0).down.click()
        assert rely.text() == "Rely on it for judgement 2"


def test_what_is_worth_a_look_leads_to_the_judgement(
    start: Start, project: Path, qtbot: QtBot
) -> None:
    with start(project) as desk:
        desk.docks.open("assessment")
        desk.assessing.panel.add.click()
        QTest.keyClicks(card(desk, 0).statement, "Deliveries go on.")
        desk.checking.toggle()
        listed = desk.checking.panel
        qtbot.waitUntil(lambda: not listed.rows.is_searching and listed.rows.rowCount() > 0)
        assert [one.finding.code for one in listed.rows.all()] == ["groundless"]
        listed.list.setCurrentIndex(listed.rows.index(0))
        QTest.keyClick(listed.list, KEY.Key_Return)
        assert desk.docks.open_id == "assessment"
        assert desk.window.focusWidget() is card(desk, 0).statement


def test_the_handling_marking_stands_in_the_title_bar_and_is_undone(
    start: Start, project: Path
) -> None:
    with start(project) as desk:
        title = desk.session.project.title
        for marking in ("TLP:AMBER+STRICT", "For the desk only"):
            desk.session.commit("Mark", SetHandling(marking))
            assert desk.window.windowTitle() == f"{title} · {marking}"
            shown = [one for one in desk.window.findChildren(PlainLabel) if one.text() == marking]
            assert [one.isHidden() for one in shown] == [False]
        action(desk, "undo").trigger()
        action(desk, "undo").trigger()
        assert desk.window.windowTitle() == title
