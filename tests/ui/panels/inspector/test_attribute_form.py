from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pressmark.edits.annotations import ReplaceAnnotation
from pressmark.model.attribute import Value
from pressmark.ui.panels.inspector.attribute_form import AttributeForm
from pressmark.ui.panels.inspector.editors.choice import ChoiceEditor
from pressmark.ui.panels.inspector.editors.line import LineEditor
from pressmark.ui.panels.inspector.editors.raw import RawEditor
from pressmark.ui.session import Session
from tests.ui.panels.in_memory import ANADOLU, file_of, hear, surroundings


@pytest.fixture
def form(anadolu: Session, show: Callable[..., None]) -> AttributeForm:
    label = anadolu.project.label_set.label("claim")
    assert label is not None
    made = AttributeForm(label, surroundings(anadolu))

    def follow() -> None:
        if anadolu.annotation is not None:
            made.show_annotation(anadolu.annotation)

    anadolu.annotation_activated.connect(follow)
    anadolu.annotations_changed.connect(follow)
    anadolu.activate("B05")
    show(made)
    return made


def shown(form: AttributeForm) -> list[str]:
    return [one.id for one in form.label.attributes if form.editor(one.id) is not None]


def with_values(session: Session, **values: Value) -> None:
    assert session.annotation is not None
    changed = MappingProxyType({**session.annotation.attributes, **values})
    edit = ReplaceAnnotation(ANADOLU, replace(session.annotation, attributes=changed))
    session.commit("Import", edit)


def test_only_what_is_set_is_shown_at_first(form: AttributeForm) -> None:
    assert shown(form) == [
        "claimant",
        "factuality",
        "reporter_stance",
        "verifiability",
        "kind",
        "presupposed",
        "summary",
    ]
    assert form.disclosure.words == "Show all attributes (5 more)"


def test_everything_can_be_shown_and_hidden_again(form: AttributeForm, qtbot: QtBot) -> None:
    qtbot.keyClick(form.disclosure, Qt.Key.Key_Space)
    assert shown(form) == [one.id for one in form.label.attributes]
    assert form.disclosure.words == "Show only what is set"
    qtbot.keyClick(form.disclosure, Qt.Key.Key_Space)
    assert len(shown(form)) == 7


def test_a_value_that_is_picked_is_one_step_with_a_title(
    anadolu: Session, form: AttributeForm, qtbot: QtBot
) -> None:
    editor = form.editor("reporter_stance")
    assert isinstance(editor, ChoiceEditor)
    qtbot.keyClick(editor.field, Qt.Key.Key_Home)
    assert anadolu.undo_title == "Clear reporter's stance"
    assert anadolu.annotation is not None
    assert "reporter_stance" not in anadolu.annotation.attributes
    qtbot.keyClick(editor.field, Qt.Key.Key_Down)
    assert anadolu.undo_title == "Set reporter's stance"
    assert anadolu.annotation.attributes["reporter_stance"] == "endorses"


def test_undo_is_shown_at_once_and_the_focus_stays(
    anadolu: Session, form: AttributeForm, qtbot: QtBot
) -> None:
    editor = form.editor("factuality")
    assert isinstance(editor, ChoiceEditor)
    editor.setFocus()
    qtbot.keyClick(editor.field, Qt.Key.Key_Home)
    assert form.editor("factuality") is editor
    anadolu.undo()
    assert editor.field.currentData() == "certain"
    assert QApplication.focusWidget() is editor.field
    anadolu.redo()
    assert editor.field.currentData() is None


def test_an_emptied_row_stays_until_another_annotation_is_shown(
    anadolu: Session, form: AttributeForm, qtbot: QtBot
) -> None:
    editor = form.editor("kind")
    assert isinstance(editor, ChoiceEditor)
    qtbot.keyClick(editor.field, Qt.Key.Key_Home)
    assert form.editor("kind") is editor
    anadolu.activate("B02")
    anadolu.activate("B05")
    assert form.editor("kind") is None


def test_what_was_written_is_taken_over_when_another_annotation_is_picked(
    anadolu: Session, form: AttributeForm, qtbot: QtBot
) -> None:
    editor = form.editor("summary")
    assert isinstance(editor, LineEditor)
    editor.setFocus()
    editor.field.line.selectAll()
    qtbot.keyClicks(editor.field.line, "Other words")
    form.disclosure.setFocus()
    anadolu.activate("B02")
    anadolu.activate("B05")
    assert anadolu.annotation is not None
    assert anadolu.annotation.attributes["summary"] == "Other words"


def test_what_the_label_set_does_not_know_is_shown_and_removable(
    anadolu: Session, form: AttributeForm, qtbot: QtBot
) -> None:
    with_values(anadolu, mood="grim", tone=["a", 1])
    mood, tone = form.editor("mood"), form.editor("tone")
    assert isinstance(mood, RawEditor)
    assert isinstance(tone, RawEditor)
    assert (mood.shown.words, tone.shown.words) == ("grim", '["a", 1]')
    qtbot.keyClick(mood.remove, Qt.Key.Key_Space)
    assert anadolu.undo_title == "Clear mood"
    assert form.editor("mood") is None
    assert form.editor("tone") is tone


def test_a_value_of_another_shape_is_kept_until_it_is_removed(
    anadolu: Session, form: AttributeForm, qtbot: QtBot
) -> None:
    with_values(anadolu, kind="never-heard-of")
    raw = form.editor("kind")
    assert isinstance(raw, RawEditor)
    qtbot.keyClick(raw.remove, Qt.Key.Key_Space)
    assert form.editor("kind") is None
    form.disclosure.turn(is_open=True)
    assert isinstance(form.editor("kind"), ChoiceEditor)


def test_a_refused_change_shows_what_is_the_case(
    anadolu: Session, form: AttributeForm, qtbot: QtBot
) -> None:
    file_of(anadolu).read_only = "locked"
    refused = hear(anadolu.refused)
    editor = form.editor("factuality")
    assert isinstance(editor, ChoiceEditor)
    qtbot.keyClick(editor.field, Qt.Key.Key_Home)
    assert len(refused) == 1
    assert editor.field.currentData() == "certain"
