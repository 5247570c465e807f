"""Somebody puts the entities in order: shows one, merges two, loads a list, clears up."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pressmark.edits.frame import PutEntity
from pressmark.model.attribute import Anchor
from pressmark.model.records import Entity
from pressmark.ui.panels.inspector.entity_chip import EntityChip
from tests.journeys.conftest import Start
from tests.window import action


def test_two_entities_become_one_and_two_again(start: Start, qtbot: QtBot) -> None:
    with start() as desk:
        session = desk.session
        session.show("B18")
        chips = desk.inspector.annotation.findChildren(EntityChip)
        chip = next(one for one in chips if one.isVisible())
        QTest.keyClick(chip.name, Qt.Key.Key_Space)
        assert desk.docks.open_id == "entities"
        panel = desk.entities.panel
        assert (panel.chosen, panel.card.name.line.text()) == ("eu", "European Union")
        qtbot.waitUntil(lambda: panel.rows.count_of("eu") is not None)

        panel.card.merge_chosen.emit("eeas", "eu")
        qtbot.waitUntil(lambda: "eu" not in session.project.entities)
        issuer = session.project.annotation("B18").attributes["issuer"]
        assert isinstance(issuer, Anchor)
        assert issuer.entities == ("eeas",)
        assert "European Union" in session.project.entities["eeas"].aliases
        assert "annotations changed" in desk.notices.text
        session.undo()
        assert "eu" in session.project.entities
        assert desk.window.focusWidget() is panel.card.name.line
        QTest.keyClick(panel.card.name.line, Qt.Key.Key_Escape)
        assert desk.docks.open_id == ""


def test_all_that_are_selected_become_one_in_one_step(start: Start, qtbot: QtBot) -> None:
    with start() as desk:
        session, panel = desk.session, desk.entities.panel
        action(desk, "entities").trigger()
        panel.choose("eeas")
        for _ in range(2):
            QTest.keyClick(panel.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        gone = set(session.project.entities) - {panel.chosen}
        panel.merge.click()
        qtbot.waitUntil(lambda: len(session.project.entities) == 11)
        kept = session.project.entities["joint-statement"]
        assert {"European Union", "European External Action Service"} <= set(kept.aliases)
        assert gone - set(session.project.entities) == {"eu", "eeas"}
        assert panel.merge.isHidden()
        session.undo()
        assert len(session.project.entities) == 13


def test_a_list_is_loaded_and_what_nothing_names_is_deleted(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    names = tmp_path / "names.csv"
    names.write_text("name;aliases;country\nRussia;Kremlin;ru\nOblast;;ru\n", encoding="utf-8")
    with start() as desk:
        session = desk.session
        before = session.project.entities
        desk.entities.take(names)
        qtbot.waitUntil(lambda: session.project.entities != before)
        assert desk.notices.text == "1 new, 1 enriched, 0 here already."
        assert session.project.entities["russia"].aliases == ("Moscow", "Kremlin")
        session.commit("Add", PutEntity(Entity(id="idle", name="Idle")))
        action(desk, "entities").trigger()
        desk.entities.panel.unused.click()
        qtbot.waitUntil(lambda: "idle" not in session.project.entities)
        assert set(session.project.entities) <= set(before)
        session.undo()
        assert "idle" in session.project.entities


def test_a_list_that_cannot_be_read_changes_nothing(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    names = tmp_path / "names.csv"
    names.write_text("who,what\nRussia,state\n", encoding="utf-8")
    with start() as desk:
        with qtbot.waitSignal(desk.session.refused):
            desk.entities.take(names)
        assert len(desk.session.project.entities) == 13
