"""Steps are heard, also those that leave nothing to look at."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtTest import QTest

from pressmark.edits.frame import RenameProject
from pressmark.ui.desk import Desk


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what is announced from now on."""
    heard: list[str] = []

    def listen(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    return heard


def test_tagging_undoing_and_deleting_are_heard(desk: Desk, said: list[str]) -> None:
    desk.view.select(166, 173)
    QTest.keyClick(desk.view, Qt.Key.Key_2)
    assert said == ["Tag quote", "quote"]
    said.clear()
    QTest.keyClick(desk.view, Qt.Key.Key_1)
    assert said == ["claim", "Relabel to claim"]
    said.clear()
    desk.session.undo()
    assert said == ["quote", "Undo: Relabel to claim"]
    said.clear()
    desk.view.remove_active()
    assert said == ["Delete annotation"]


def test_the_same_label_at_another_place_is_heard_again(desk: Desk, said: list[str]) -> None:
    for start in (166, 174):
        said.clear()
        desk.view.select(start, start + 5)
        QTest.keyClick(desk.view, Qt.Key.Key_3)
        assert said == ["Tag sanction", "sanction"]
    said.clear()
    desk.view.cycle()
    assert said == ["sanction"]


def test_what_has_a_notice_is_not_said_twice(desk: Desk, said: list[str]) -> None:
    desk.session.commit("Import", RenameProject("Mine"), origin="import")
    assert said == []
