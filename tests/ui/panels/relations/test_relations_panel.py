import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pressmark.analysis.loose_ends import LooseEnd
from pressmark.ui.panels.relations.listed import Listed
from pressmark.ui.panels.relations.relation_delegate import HEIGHT
from pressmark.ui.panels.relations.relations_panel import RelationsPanel
from pressmark.ui.session import Session
from pressmark.ui.theme.themes import Theme
from tests.ui.panels.conftest import Show
from tests.ui.panels.in_memory import UKRINFORM, hear


@pytest.fixture
def panel(anadolu: Session, show: Show, qtbot: QtBot) -> RelationsPanel:
    made = RelationsPanel(anadolu)
    show(made, 1000, 400)
    settled(qtbot, made)
    return made


def settled(qtbot: QtBot, panel: RelationsPanel) -> list[Listed]:
    qtbot.waitUntil(lambda: not panel._settling.isActive() and not panel.rows.is_searching)
    return [*panel.rows.all()]


def choose(panel: RelationsPanel, words: str) -> None:
    at = panel.show_only.findText(words)
    assert at >= 0, [panel.show_only.itemText(one) for one in range(panel.show_only.count())]
    panel.show_only.setCurrentIndex(at)


def types(rows: list[Listed]) -> set[str]:
    return {row.relation.type for row in rows if row.relation}


def test_all_relations_of_the_project_are_listed(
    panel: RelationsPanel, anadolu: Session, qtbot: QtBot
) -> None:
    rows = settled(qtbot, panel)
    assert len(rows) == len(anadolu.project.relations) > 30
    said = panel.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Ukrinform" in said
    choose(panel, "denies")
    assert types(settled(qtbot, panel)) == {"denies"}
    panel.filter.setText("Kim Yo-jong nobody")
    assert settled(qtbot, panel) == []
    panel.filter.setText("no intention")
    assert {row.start.words[:9] for row in settled(qtbot, panel)} == {"Pyongyang"}


def test_this_article_keeps_what_touches_it(
    panel: RelationsPanel, anadolu: Session, qtbot: QtBot
) -> None:
    whole = len(settled(qtbot, panel))
    panel.here.click()
    here = settled(qtbot, panel)
    assert 0 < len(here) < whole
    anadolu.open_article(UKRINFORM)
    there = settled(qtbot, panel)
    assert there != here
    assert all(UKRINFORM in {row.start.article, row.end.article} for row in there)


def test_each_half_of_a_row_leads_to_its_end(
    panel: RelationsPanel, anadolu: Session, qtbot: QtBot
) -> None:
    row = settled(qtbot, panel)[0]
    assert row.start.annotation
    assert row.end.annotation
    shown = hear(anadolu.shown)
    viewport = panel.list.viewport()
    far = QPoint(viewport.width() - 60, HEIGHT // 2)
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=far)
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(60, HEIGHT // 2))
    QTest.keyClick(panel.list, Qt.Key.Key_Right)
    QTest.keyClick(panel.list, Qt.Key.Key_Left)
    ends = [row.end.annotation.id, row.start.annotation.id]
    assert [annotation for _article, annotation in shown] == ends * 2


def test_del_removes_and_undo_brings_back(
    panel: RelationsPanel, anadolu: Session, qtbot: QtBot
) -> None:
    count = len(settled(qtbot, panel))
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    assert anadolu.undo_title == "Remove relation"
    qtbot.waitUntil(lambda: panel.rows.rowCount() == count - 1)
    assert panel.list.currentIndex().isValid()
    anadolu.undo()
    qtbot.waitUntil(lambda: panel.rows.rowCount() == count)


def test_type_inference_and_note_are_changed_below_the_list(
    panel: RelationsPanel, anadolu: Session, qtbot: QtBot
) -> None:
    panel.list.setCurrentIndex(panel.rows.index_of("R43"))  # a denial that denies a claim
    assert [panel.editor.kind.itemText(at) for at in range(panel.editor.kind.count())] == ["denies"]
    assert panel.editor.inferred.isChecked()
    panel.editor.inferred.click()
    panel.editor.note.line.setFocus()
    panel.editor.note.line.selectAll()
    QTest.keyClicks(panel.editor.note.line, "Said a year later.")
    QTest.keyClick(panel.editor.note.line, Qt.Key.Key_Return)
    changed = anadolu.project.relations["R43"]
    assert (changed.inferred, changed.note) == (False, "Said a year later.")
    settled(qtbot, panel)
    panel.list.setCurrentIndex(panel.rows.index_of("R41"))  # the same claim twice
    assert panel.editor.match.isVisible()
    kinds = [panel.editor.kind.itemData(at) for at in range(panel.editor.kind.count())]
    assert kinds == ["supports", "same-statement-as"]
    panel.editor.kind.setCurrentIndex(0)
    panel.editor.kind.activated.emit(0)
    assert anadolu.project.relations["R41"].type == "supports"
    assert anadolu.project.relations["R41"].match is None


def test_what_lacks_a_relation_is_listed_for_the_whole_project(
    panel: RelationsPanel, anadolu: Session, qtbot: QtBot
) -> None:
    choose(panel, "Denial that denies no claim, quote or sanction")
    assert settled(qtbot, panel) == []
    assert not panel.editor.isVisible()
    choose(panel, "Claim that no denial denies")
    rows = settled(qtbot, panel)
    end = LooseEnd("denies", "claim", starts=False)
    project = anadolu.project
    loose = {one for one in project.places if end.is_of(project, project.annotation(one))}
    assert {row.start.annotation.id for row in rows if row.start.annotation} == loose
    assert len({row.start.article for row in rows}) == 2
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)  # there is no relation to remove
    assert anadolu.undo_title is None


def test_it_is_painted_in_both_themes(theme: Theme, panel: RelationsPanel) -> None:
    image = panel.list.viewport().grab().toImage()
    places = ((x, y) for y in range(HEIGHT) for x in range(0, image.width(), 2))
    seen = {image.pixelColor(x, y).name() for x, y in places}
    assert {theme.colours.chip.name(), theme.colours.ink.name()} <= seen


def test_it_begins_at_the_relation_of_what_one_looks_at(
    panel: RelationsPanel, anadolu: Session, qtbot: QtBot
) -> None:
    panel.hide()
    anadolu.activate("B26")
    panel.show()
    settled(qtbot, panel)
    row = panel.rows.at(panel.list.currentIndex())
    assert row is not None
    assert row.relation is not None
    assert "B26" in {row.relation.from_, row.relation.to}


def test_the_relation_that_it_begins_at_is_in_sight(
    panel: RelationsPanel, anadolu: Session, qtbot: QtBot
) -> None:
    panel.resize(1000, 180)
    last = panel.rows.at(panel.rows.index(panel.rows.rowCount() - 1))
    assert last is not None
    assert last.relation is not None
    panel.hide()
    anadolu.activate(last.relation.from_)
    panel.show()
    settled(qtbot, panel)
    port = panel.list.viewport().rect()
    qtbot.waitUntil(
        lambda: port.contains(panel.list.visualRect(panel.list.currentIndex()).center())
    )
