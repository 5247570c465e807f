"""Somebody makes the label set their own, by keys alone: a label comes, one in use goes."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pressmark.ui.desk import Desk
from pressmark.ui.dialogs.label_set.label_set_dialog import LabelSetDialog
from tests.journeys.conftest import Start
from tests.typist import CTRL, SHIFT, Typist

KEY = Qt.Key


def open_editor(typist: Typist, qtbot: QtBot) -> LabelSetDialog:
    typist.press("L", CTRL | SHIFT)

    def look() -> bool:
        return isinstance(QApplication.activeModalWidget(), LabelSetDialog)

    qtbot.waitUntil(look)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, LabelSetDialog)
    return dialog


def come_back(typist: Typist, qtbot: QtBot) -> None:
    """Be in the article again, as soon as the window has the keys."""
    typist.desk.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    typist.read()


def labels_of(desk: Desk) -> list[str]:
    held = (article.annotations for article in desk.session.project.opened())
    return [one.label for annotations in held for one in annotations]


def test_a_label_comes_and_tags_at_once(start: Start, project: Path, qtbot: QtBot) -> None:
    with start(project) as desk:
        typist = Typist(desk)
        open_editor(typist, qtbot)
        assert typist.hears == "Labels"
        typist.press(KEY.Key_Insert)
        typist.write("Threat")
        typist.tab_to("Definition")
        typist.write("What somebody says they will do.")
        typist.tab_to("Attributes")
        typist.press(KEY.Key_Insert)
        typist.write("Weapon")
        typist.tab_to("Kind")
        typist.press(KEY.Key_Up)
        typist.press(KEY.Key_Return)
        assert "A choice needs at least two values." in _sentences()
        typist.tab_to("Values: Another value, then Enter")
        for value in ("missile", "shell"):
            typist.write(value)
            typist.press(KEY.Key_Return)
        with qtbot.waitSignal(desk.session.stepped):
            typist.press(KEY.Key_Return)
        assert QApplication.activeModalWidget() is None
        made = desk.session.project.label_set.label("threat")
        assert made is not None
        assert (made.keys, made.attributes[0].values) == (("5",), ("missile", "shell"))
        come_back(typist, qtbot)
        typist.press("E")
        typist.press("5")
        assert desk.session.annotation is not None
        assert desk.session.annotation.label == "threat"


def test_a_label_in_use_becomes_another(start: Start, project: Path, qtbot: QtBot) -> None:
    with start(project) as desk:
        typist = Typist(desk)
        before = desk.session.project
        claims, denials = labels_of(desk).count("claim"), labels_of(desk).count("denial")
        open_editor(typist, qtbot)
        typist.press(KEY.Key_End)
        typist.press(KEY.Key_Delete)
        typist.choose(f"Denial: {denials} annotations have it", "Becomes Claim")
        with qtbot.waitSignal(desk.session.stepped):
            typist.press(KEY.Key_Return)
        assert labels_of(desk).count("claim") == claims + denials
        denies = desk.session.project.label_set.relation_type("denies")
        assert denies is not None
        assert denies.from_ == ("claim",)
        come_back(typist, qtbot)
        typist.press("Z", CTRL)
        assert desk.session.project.label_set == before.label_set
        assert labels_of(desk).count("denial") == denials


def test_esc_leaves_when_nothing_was_changed(start: Start, project: Path, qtbot: QtBot) -> None:
    with start(project) as desk:
        typist = Typist(desk)
        before = desk.session.project
        open_editor(typist, qtbot)
        typist.press(KEY.Key_Down)
        typist.press(KEY.Key_Escape)
        assert QApplication.activeModalWidget() is None
        assert desk.session.project is before


def _sentences() -> str:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, LabelSetDialog)
    return dialog.label.attribute.values.accessibleDescription()
