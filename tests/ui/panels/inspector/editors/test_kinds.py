import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pressmark.model.attribute import KINDS, Anchor, Attribute, Value
from pressmark.ui.panels.inspector.editors.kinds import EDITORS, is_editable, make_editor
from pressmark.ui.panels.inspector.editors.raw import RawEditor, raw_words
from pressmark.ui.session import Session
from tests.ui.panels.in_memory import hear, surroundings


def test_every_kind_has_an_editor() -> None:
    assert set(EDITORS) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("several", [False, True])
def test_every_editor_shows_that_there_is_no_value(
    session: Session, qtbot: QtBot, kind: str, *, several: bool
) -> None:
    around = surroundings(session)
    editor = make_editor(Attribute(id="x", title="X", kind=kind, several=several), around)
    qtbot.addWidget(editor)
    edited = hear(editor.edited)
    editor.show_value(None)
    assert edited == []


@pytest.mark.parametrize(
    ("kind", "several", "value", "fits"),
    [
        ("flag", False, True, True),
        ("flag", False, "yes", False),
        ("choice", False, "a", True),
        ("choice", False, "z", False),
        ("choice", False, ("a",), False),
        ("choice", True, ("a",), True),
        ("choice", True, "a", False),
        ("text", True, ("a", "b"), False),
        ("text", False, None, True),
        ("mood", False, "good", False),
        ("anchored", True, (Anchor(start=0, end=1, text="a"),), True),
        ("anchored", False, {"start": 1}, False),
    ],
)
def test_only_what_can_be_shown_without_loss_is_edited(
    kind: str, value: Value, *, several: bool, fits: bool
) -> None:
    attribute = Attribute(id="x", title="X", kind=kind, several=several, values=("a", "b"))
    assert is_editable(attribute, value) == fits


def test_an_unknown_kind_is_shown_and_can_be_removed(session: Session, qtbot: QtBot) -> None:
    around = surroundings(session)
    editor = make_editor(Attribute(id="x", title="Mood", kind="mood"), around)
    assert isinstance(editor, RawEditor)
    qtbot.addWidget(editor)
    editor.show_value({"is": ["good"]})
    assert editor.shown.words == '{"is": ["good"]}'
    edited = hear(editor.edited)
    qtbot.keyClick(editor.remove, Qt.Key.Key_Space)
    assert edited == [(None, ())]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("plain", "plain"),
        (12, "12"),
        (True, "true"),
        (("a", "b"), '["a", "b"]'),
        (Anchor(start=0, end=2, text="It"), "It"),
        (Anchor(entities=("eu", "un")), "eu, un"),
        (["ö", None], '["ö", null]'),
    ],
)
def test_any_value_can_be_put_into_words(value: Value, words: str) -> None:
    assert raw_words(value) == words
