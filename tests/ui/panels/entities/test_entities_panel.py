from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pressmark.analysis.naming import naming_counts
from pressmark.edits.frame import PutEntity
from pressmark.model.records import Entity
from pressmark.ui.panels.entities.entities_panel import EntitiesPanel
from pressmark.ui.session import Session
from tests.ui.panels.in_memory import hear

Show = Callable[..., None]


@pytest.fixture
def panel(anadolu: Session, show: Show) -> EntitiesPanel:
    made = EntitiesPanel(anadolu)
    show(made, 1100, 320)
    return made


def listed(panel: EntitiesPanel) -> list[str]:
    return [str(panel.rows.index(at).data()) for at in range(panel.rows.rowCount())]


def test_entities_stand_by_name_with_what_they_are(panel: EntitiesPanel) -> None:
    assert len(listed(panel)) == 13
    assert listed(panel)[1] == "European External Action Service, PublicBody, EU"


def test_the_filter_looks_into_names_aliases_and_types(panel: EntitiesPanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.filter, "moscow")
    assert listed(panel) == ["Russia, PublicBody, RU"]
    assert panel.card.name.line.text() == "Russia"
    panel.choose("kim-yo-jong")
    assert panel.chosen == "kim-yo-jong"
    assert panel.filter.text() == ""


def test_what_names_the_chosen_one_is_listed_and_leads_there(
    panel: EntitiesPanel, anadolu: Session, qtbot: QtBot
) -> None:
    panel.rows.show_counts(naming_counts(anadolu.project))
    panel.choose("eu-listing-nine")
    qtbot.waitUntil(lambda: not panel.places.is_searching)
    assert panel.places.rowCount() == 2
    picked = hear(panel.annotation_picked)
    panel.naming.opened.emit(panel.places.index(0))
    assert picked == [("B18",)]


def test_the_card_changes_names_type_and_country(
    panel: EntitiesPanel, anadolu: Session, qtbot: QtBot
) -> None:
    panel.card.changed.connect(lambda entity: anadolu.commit("Change", PutEntity(entity)))
    panel.choose("russia")
    line = panel.card.aliases.line
    line.setFocus()
    qtbot.keyClicks(line, "X")
    line.selectAll()
    qtbot.keyClicks(line, "Moscow; the Kremlin ;Moscow")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert anadolu.project.entities["russia"].aliases == ("Moscow", "the Kremlin")
    country = panel.card.country.line
    country.setFocus()
    country.selectAll()
    qtbot.keyClicks(country, "Rus")
    qtbot.keyClick(country, Qt.Key.Key_Return)
    assert panel.card.country.sentence
    assert anadolu.project.entities["russia"].country == "ru"


def test_a_name_cannot_be_empty(panel: EntitiesPanel, qtbot: QtBot) -> None:
    changed = hear(panel.card.changed)
    panel.card.name.line.setFocus()
    panel.card.name.line.selectAll()
    qtbot.keyClick(panel.card.name.line, Qt.Key.Key_Delete)
    qtbot.keyClick(panel.card.name.line, Qt.Key.Key_Return)
    assert changed == []
    assert panel.card.name.sentence == "Write a name."


def test_the_other_of_a_merge_is_named_by_typing(panel: EntitiesPanel, qtbot: QtBot) -> None:
    chosen = hear(panel.card.merge_chosen)
    panel.choose("eu")
    panel.card.merge.click()
    assert QApplication.focusWidget() is panel.card.other
    qtbot.keyClicks(panel.card.other, "moscow")
    qtbot.keyClick(panel.card.other, Qt.Key.Key_Return)
    assert chosen == [("eu", "russia")]
    assert panel.card.other.isHidden()


def test_the_chosen_one_stays_chosen_when_others_come(
    panel: EntitiesPanel, anadolu: Session
) -> None:
    panel.choose("russia")
    anadolu.commit("Add", PutEntity(Entity(id="a", name="Aardvark")))
    assert panel.chosen == "russia"
    renamed = replace(anadolu.project.entities["russia"], name="Zembla")
    anadolu.commit("Rename", PutEntity(renamed))
    assert (panel.chosen, listed(panel)[-1][:6]) == ("russia", "Zembla")
    assert panel.list.currentIndex() != QModelIndex()
