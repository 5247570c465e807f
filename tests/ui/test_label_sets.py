"""The label set of the project that is open: edited, applied as one step, taken back."""

from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from pressmark.edits.frame import SetLabelSet
from pressmark.edits.label_sets import without_label
from pressmark.ui.desk import Desk
from pressmark.ui.dialogs.label_set.label_set_dialog import LabelSetDialog
from pressmark.ui.panels.label_bar import LabelBar
from tests.window import action


def opened_editor(desk: Desk, qtbot: QtBot, label_id: str = "") -> LabelSetDialog:
    desk.label_sets.edit(label_id)
    found: list[LabelSetDialog] = []

    def look() -> bool:
        found[:] = [one for one in desk.window.findChildren(LabelSetDialog) if one.isVisible()]
        return bool(found)

    qtbot.waitUntil(look)
    return found[0]


def bar(desk: Desk) -> list[str]:
    held = desk.window.findChild(LabelBar)
    assert held is not None
    return [one.accessibleName() for one in held.buttons()]


def test_applying_is_one_step_that_undo_takes_back(desk: Desk, qtbot: QtBot) -> None:
    before = desk.session.project
    dialog = opened_editor(desk, qtbot, "denial")
    assert dialog.contents.id == "denial"
    dialog.contents.labels.ask_removal()
    dialog.draft.settle(("label", "denial"), "claim")
    dialog.contents.labels.add.click()
    QTest.keyClicks(dialog.label.title, "Threat")
    with qtbot.waitSignal(desk.session.stepped):
        dialog.apply.click()
    assert bar(desk) == ["Claim", "Quote", "Sanction", "Threat"]
    assert desk.session.undo_title == "Edit label set"
    assert "denial" not in {
        one.label for held in desk.session.project.opened() for one in held.annotations
    }
    desk.session.undo()
    assert desk.session.project.label_set == before.label_set
    assert desk.session.project.articles == before.articles
    assert bar(desk) == ["Claim", "Quote", "Sanction", "Denial"]
    desk.session.redo()
    assert bar(desk)[-1] == "Threat"


def test_cancelling_changes_nothing(desk: Desk, qtbot: QtBot) -> None:
    before = desk.session.project
    dialog = opened_editor(desk, qtbot)
    dialog.contents.labels.ask_removal()
    dialog.done(0)
    assert desk.session.project is before
    dialog = opened_editor(desk, qtbot)
    dialog.accept()
    qtbot.waitUntil(lambda: not desk.tasks.is_busy)
    assert desk.session.project is before


def test_what_came_meanwhile_stays(desk: Desk, qtbot: QtBot) -> None:
    dialog = opened_editor(desk, qtbot, "claim")
    others = without_label(desk.session.project.label_set, "quote")
    desk.session.commit("Elsewhere", SetLabelSet(others))
    QTest.keyClicks(dialog.label.title, "Thesis")
    with qtbot.waitSignal(desk.session.stepped):
        dialog.accept()
    assert len(bar(desk)) == 3
    assert "Thesis" in bar(desk)[0]


def test_keys_of_actions_are_not_for_labels(desk: Desk, qtbot: QtBot) -> None:
    dialog = opened_editor(desk, qtbot)
    assert dialog.draft.taken["N"] == "Next annotation"
    assert dialog.draft.problems == ()


def test_the_menu_of_the_label_bar_leads_there(desk: Desk, qtbot: QtBot) -> None:
    held = desk.window.findChild(LabelBar)
    assert held is not None
    QApplication.processEvents()  # the bar is laid out
    place = held.buttons()[2].geometry().center()
    at = held.mapToGlobal(place)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, at)
    QApplication.sendEvent(held, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()
    qtbot.waitUntil(lambda: desk.window.findChild(LabelSetDialog) is not None)
    dialog = desk.window.findChild(LabelSetDialog)
    assert dialog is not None
    assert dialog.contents.id == "sanction"
    dialog.reject()


def test_it_stands_in_the_edit_menu(desk: Desk) -> None:
    assert action(desk, "label-set").isEnabled()
    assert action(desk, "label-set").shortcut().toString() == "Ctrl+Shift+L"
