from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pressmark.edits.frame import PutEntity
from pressmark.model.attribute import Anchor, Attribute
from pressmark.model.span import Span
from pressmark.ui.panels.inspector.chip import Chip
from pressmark.ui.panels.inspector.editors.anchored import AnchoredEditor, EntityEditor
from pressmark.ui.panels.inspector.editors.editor import Surroundings
from pressmark.ui.panels.inspector.editors.kinds import make_editor
from pressmark.ui.session import Session
from tests.ui.panels.in_memory import hear, surroundings

SPAN = Span(0, 24)
WORDS = "Several foreign minister"
ANCHOR = Anchor(start=0, end=24, text=WORDS, entities=("eu",))
Show = Callable[..., None]


@dataclass
class Beside:
    """The article beside the editor: what is selected in it, and what was shown of it."""

    selected: Span | None = SPAN
    shown: list[Span] = field(default_factory=list)


@pytest.fixture
def beside() -> Beside:
    return Beside()


@pytest.fixture
def around(anadolu: Session, beside: Beside) -> Surroundings:
    return replace(
        surroundings(anadolu),
        selected_span=lambda: beside.selected,
        show_span=beside.shown.append,
    )


@pytest.fixture
def editor(around: Surroundings, show: Show) -> AnchoredEditor:
    made = make_editor(Attribute(id="x", title="Speaker", kind="anchored", entity=True), around)
    assert isinstance(made, AnchoredEditor)
    show(made, 220, 200)
    return made


@pytest.fixture
def several(around: Surroundings, show: Show) -> AnchoredEditor:
    made = make_editor(Attribute(id="x", title="Pieces", kind="anchored", several=True), around)
    assert isinstance(made, AnchoredEditor)
    show(made, 220, 300)
    return made


def press(qtbot: QtBot, button: object) -> None:
    qtbot.keyClick(button, Qt.Key.Key_Space)


def chips(editor: AnchoredEditor | EntityEditor) -> list[Chip]:
    return [chip for chip in editor.findChildren(Chip) if chip.isVisible()]


def test_words_are_taken_from_the_selection(editor: AnchoredEditor, qtbot: QtBot) -> None:
    edited = hear(editor.edited)
    press(qtbot, editor.fields[0].take)
    assert edited == [(Anchor(start=0, end=24, text=WORDS), ())]


def test_entities_stay_when_the_words_are_taken_anew(editor: AnchoredEditor, qtbot: QtBot) -> None:
    editor.show_value(Anchor(entities=("eu",), implicit=True))
    edited = hear(editor.edited)
    press(qtbot, editor.fields[0].take)
    assert edited == [(ANCHOR, ())]


def test_without_a_selection_nothing_is_taken_and_it_says_why(
    anadolu: Session, editor: AnchoredEditor, beside: Beside, qtbot: QtBot
) -> None:
    beside.selected = None
    edited, refused = hear(editor.edited), hear(anadolu.refused)
    press(qtbot, editor.fields[0].take)
    assert edited == []
    assert [error.case for (error,) in refused] == ["no-fragments"]


def test_pressing_the_words_shows_them_in_the_article(
    editor: AnchoredEditor, beside: Beside, qtbot: QtBot
) -> None:
    editor.show_value(ANCHOR)
    assert editor.fields[0].shown.accessibleName() == f"Speaker: {WORDS}"
    press(qtbot, editor.fields[0].shown)
    assert beside.shown == [SPAN]


def test_clearing_the_words_keeps_whom_they_named(editor: AnchoredEditor, qtbot: QtBot) -> None:
    editor.show_value(ANCHOR)
    edited = hear(editor.edited)
    press(qtbot, editor.fields[0].clear)
    assert edited == [(Anchor(entities=("eu",), implicit=True), ())]
    editor.show_value(Anchor(entities=("eu",), implicit=True))
    assert editor.fields[0].shown.words == "Not named in the text"
    assert not editor.fields[0].clear.isVisible()


def test_clearing_the_last_thing_leaves_no_value(editor: AnchoredEditor, qtbot: QtBot) -> None:
    edited = hear(editor.edited)
    editor.show_value(Anchor(start=0, end=24, text=WORDS))
    press(qtbot, editor.fields[0].clear)
    editor.show_value(Anchor(entities=("eu",), implicit=True))
    press(qtbot, chips(editor)[0].button)
    assert edited == [(None, ()), (None, ())]


def test_a_known_entity_is_named_by_name_or_alias(editor: AnchoredEditor, qtbot: QtBot) -> None:
    editor.show_value(ANCHOR)
    edited = hear(editor.edited)
    entities = editor.fields[0].chips
    press(qtbot, entities.add)
    assert entities.line.hasFocus()
    qtbot.keyClicks(entities.line, "pyongyang")
    qtbot.keyClick(entities.line, Qt.Key.Key_Return)
    anchor = Anchor(start=0, end=24, text=WORDS, entities=("eu", "north-korea"))
    assert edited == [(anchor, ())]
    assert not entities.line.isVisible()
    assert entities.add.hasFocus()


def test_a_new_entity_is_added_to_the_project_first(editor: AnchoredEditor, qtbot: QtBot) -> None:
    edited = hear(editor.edited)
    entities = editor.fields[0].chips
    press(qtbot, entities.add)
    qtbot.keyClicks(entities.line, "  Antonio  Guterres ")
    qtbot.keyClick(entities.line, Qt.Key.Key_Return)
    ((anchor, edits),) = edited
    (edit,) = edits
    assert isinstance(edit, PutEntity)
    assert edit.entity.name == "Antonio Guterres"
    assert anchor == Anchor(entities=(edit.entity.id,), implicit=True)


@pytest.mark.parametrize("text", ["", "North"])
def test_escape_names_nobody(editor: AnchoredEditor, qtbot: QtBot, text: str) -> None:
    edited = hear(editor.edited)
    entities = editor.fields[0].chips
    press(qtbot, entities.add)
    qtbot.keyClicks(entities.line, text)
    popup = entities.line.completer().popup()
    popup.hide()
    qtbot.keyClick(entities.line, Qt.Key.Key_Escape)
    assert edited == []
    assert entities.add.hasFocus()


def test_who_is_named_already_is_not_named_twice(editor: AnchoredEditor, qtbot: QtBot) -> None:
    editor.show_value(ANCHOR)
    edited = hear(editor.edited)
    entities = editor.fields[0].chips
    press(qtbot, entities.add)
    qtbot.keyClicks(entities.line, "European Union")
    qtbot.keyClick(entities.line, Qt.Key.Key_Return)
    assert edited == []


def test_an_attribute_without_entities_offers_none(several: AnchoredEditor) -> None:
    assert not several.fields[0].chips.isVisible()


def test_several_have_a_field_each_and_an_empty_one(several: AnchoredEditor, qtbot: QtBot) -> None:
    first, second = Anchor(start=0, end=7, text="Several"), Anchor(start=8, end=9, text="f")
    several.show_value((first, second))
    assert [one.shown.words for one in several.fields] == ["Several", "f", "—"]
    edited = hear(several.edited)
    press(qtbot, several.fields[2].take)
    press(qtbot, several.fields[0].clear)
    third = Anchor(start=0, end=24, text=WORDS)
    assert edited == [((first, second, third), ()), ((second,), ())]
    several.show_value((second,))
    assert [one.shown.words for one in several.fields] == ["f", "—"]
    press(qtbot, several.fields[0].clear)
    assert edited[-1] == (None, ())


def test_an_entity_attribute_points_at_no_words(
    around: Surroundings, show: Show, qtbot: QtBot
) -> None:
    editor = make_editor(Attribute(id="x", title="On behalf of", kind="entity"), around)
    assert isinstance(editor, EntityEditor)
    show(editor, 220, 100)
    edited = hear(editor.edited)
    editor.show_value(Anchor(entities=("russia",)))
    press(qtbot, editor.chips.add)
    qtbot.keyClicks(editor.chips.line, "EU")
    qtbot.keyClicks(editor.chips.line, "ROPEAN UNION")
    qtbot.keyClick(editor.chips.line, Qt.Key.Key_Return)
    press(qtbot, chips(editor)[0].button)
    assert edited == [(Anchor(entities=("russia", "eu")), ()), (None, ())]


def test_words_are_ready_as_the_name_of_a_new_entity(
    around: Surroundings, show: Show, qtbot: QtBot
) -> None:
    attribute = Attribute(id="x", title="Speaker", kind="anchored", entity=True)
    editor = make_editor(attribute, around)
    assert isinstance(editor, AnchoredEditor)
    show(editor, 240, 120)
    edited = hear(editor.edited)
    editor.show_value(Anchor(start=0, end=24, text=WORDS))
    line = editor.fields[0].chips.line
    press(qtbot, editor.fields[0].chips.add)
    assert (line.text(), line.selectedText()) == (WORDS, WORDS)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    (value, (made,)) = edited[0]
    assert isinstance(made, PutEntity)
    assert made.entity.name == WORDS
    assert value.entities == (made.entity.id,)
