"""How many keys an annotation takes, by keyboard alone: printed, and held to."""

from collections.abc import Callable
from typing import TypeAlias

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pressmark.model.annotation import Annotation
from pressmark.ui.desk import Desk
from tests.journeys.conftest import Start

KEY = Qt.Key
_BARE, _ALL = 3, 20
_NONE = Qt.KeyboardModifier.NoModifier
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
Press: TypeAlias = Callable[..., None]


class Keys:
    """Presses keys where the focus is, and counts them; keys held together count once."""

    def __init__(self) -> None:
        self.pressed: list[str] = []

    def __call__(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifiers)
        held = "+".join(one.removesuffix("Modifier") for one in modifiers.name.split("|"))
        named = key.name.removeprefix("Key_")
        self.pressed.append(named if modifiers == _NONE else f"{held}+{named}")

    def report(self, what: str) -> str:
        return f"{what}: {len(self.pressed)} keystrokes ({' '.join(self.pressed)})"


def go_to_gold(desk: Desk, annotation_id: str) -> Annotation:
    """Put the caret where an annotation of the example begins, without the annotation."""
    gold = desk.session.project.annotation(annotation_id)
    desk.session.show(annotation_id)
    desk.view.remove_active()
    desk.view.set_caret(gold.span.start)
    desk.view.setFocus()
    return gold


def made_like(desk: Desk, gold: Annotation) -> Annotation:
    made = desk.session.annotation
    assert made is not None
    assert (made.label, made.fragments) == (gold.label, gold.fragments)
    return made


def test_a_bare_annotation(start: Start, capsys: pytest.CaptureFixture[str]) -> None:
    with start() as desk:
        gold = go_to_gold(desk, "B12")
        desk.view.set_caret(gold.span.start + 20)
        press = Keys()
        press(KEY.Key_E)
        press(KEY.Key_E)
        press(KEY.Key_Q)
        made_like(desk, gold)
        with capsys.disabled():
            print("\n" + press.report("A quotation, tagged"))
        assert len(press.pressed) <= _BARE


def test_an_annotation_with_all_its_attributes(
    start: Start, capsys: pytest.CaptureFixture[str]
) -> None:
    with start() as desk:
        gold = go_to_gold(desk, "B18")
        press = Keys()
        press(KEY.Key_E)
        press(KEY.Key_E)
        press(KEY.Key_Left, SHIFT)  # its full stop is no part of the clause
        press(KEY.Key_S)
        press(KEY.Key_Y)  # issuer, cue, target, number, reason, status, date as written
        press(KEY.Key_M, ALT)
        for measure in (KEY.Key_1, KEY.Key_2, KEY.Key_3):
            press(measure)
        press(KEY.Key_Escape)
        made = made_like(desk, gold)
        assert made.attributes == gold.attributes
        assert QApplication.focusWidget() is desk.view
        with capsys.disabled():
            print("\n" + press.report("B18 with all its attributes"))
        assert len(press.pressed) <= _ALL


def test_an_attribute_that_nothing_proposes(
    start: Start, capsys: pytest.CaptureFixture[str]
) -> None:
    with start() as desk:
        gold = go_to_gold(desk, "B22")
        press = Keys()
        press(KEY.Key_E)
        press(KEY.Key_E)
        press(KEY.Key_Left, SHIFT)
        press(KEY.Key_D)
        press(KEY.Key_Y)  # denier and cue
        made = made_like(desk, gold)
        desk.view.set_caret(desk.view.text.index("the allegations", gold.span.start))
        for _ in range(2):
            press(KEY.Key_Right, SHIFT | Qt.KeyboardModifier.ControlModifier)
        press(KEY.Key_Left, SHIFT)
        press(KEY.Key_Left, SHIFT)
        assert desk.session.annotation == made
        content = [one.id for one in _anchored(desk)].index("denied_content")
        press(Qt.Key(KEY.Key_1 + content), ALT)
        press(KEY.Key_K, ALT)
        press(KEY.Key_1)
        press(KEY.Key_Escape)
        assert made_like(desk, gold).attributes == gold.attributes
        with capsys.disabled():
            print("\n" + press.report("B22 with all its attributes"))
        desk.session.undo()
        desk.session.undo()
        assert desk.session.annotation == made


def _anchored(desk: Desk) -> list[object]:
    label = desk.session.project.label_set.label("denial")
    assert label is not None
    return [one for one in label.attributes if one.kind == "anchored"]
