import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from pressmark.edits.annotations import AddAnnotation, ReplaceAnnotation, SetNote
from pressmark.edits.frame import SetLabelSet
from pressmark.edits.removals import removal
from pressmark.model.annotation import Annotation
from pressmark.model.span import Span
from pressmark.ui.panels.inspector.editors.anchored import AnchoredEditor
from pressmark.ui.panels.inspector.entity_chip import EntityChip
from pressmark.ui.panels.inspector.inspector import Inspector
from pressmark.ui.panels.inspector.wrapped_button import WrappedButton
from pressmark.ui.session import Session
from pressmark.ui.widgets.plain_label import PlainLabel
from tests.ui.panels.in_memory import ANADOLU, UKRINFORM, file_of, hear


@pytest.fixture
def inspector(anadolu: Session, show: Callable[..., None]) -> Inspector:
    made = Inspector(anadolu, lambda: Span(0, 7))
    show(made)
    return made


def words(inspector: Inspector) -> str:
    labels = (label for label in inspector.findChildren(PlainLabel) if label.isVisible())
    return "\n".join(label.text() for label in labels)


def active(session: Session) -> Annotation:
    assert session.annotation is not None
    return session.annotation


def test_it_shows_the_annotation_its_article_or_how_to_begin(
    anadolu: Session, inspector: Inspector
) -> None:
    assert inspector.article.isVisible()
    assert "26 annotations" in words(inspector)
    anadolu.activate("B04")
    assert inspector.annotation.isVisible()
    assert "· inside: 1 claim" in words(inspector)
    assert "to impose significant sanctions" in words(inspector)
    anadolu.open_article("")
    assert "Open an article. What is known of it is shown here." in words(inspector)
    anadolu.leave()
    assert not inspector.article.isVisible()


def test_words_that_do_not_stand_there_are_shown_with_what_does(
    anadolu: Session, inspector: Inspector
) -> None:
    anadolu.activate("B05")
    box, asked = inspector.annotation.misplaced, hear(inspector.annotation.misplaced.find_asked)
    assert not box.isVisible()
    astray = replace(active(anadolu), text=("some other words",))
    anadolu.commit("Merge", ReplaceAnnotation(ANADOLU, astray, as_found=True))
    assert box.isVisible()
    assert "Now it says: the unlawful transfer of arms" in words(inspector)
    box.find_button.click()
    assert len(asked) == 1
    anadolu.undo()
    assert not box.isVisible()


def test_every_change_is_one_step_and_undo_is_shown_at_once(
    anadolu: Session, inspector: Inspector, qtbot: QtBot
) -> None:
    anadolu.activate("B02")
    page = inspector.annotation
    page.head.label.picked.emit("denial")
    assert (active(anadolu).label, anadolu.undo_title) == ("denial", "Change label to denial")
    assert page.head.label.words == "Denial ▾"
    qtbot.mouseClick(page.head.flag, Qt.MouseButton.LeftButton)
    assert (active(anadolu).flag, anadolu.undo_title) == (True, "Flag annotation")
    page.confidence.picked.emit("moderate")
    assert (active(anadolu).confidence, anadolu.undo_title) == ("moderate", "Set confidence")
    page.note.written.emit("A note")
    assert (active(anadolu).note, anadolu.undo_title) == ("A note", "Write note")
    assert page.note.toPlainText() == "A note"
    for _ in range(4):
        anadolu.undo()
    assert page.head.label.words == "Claim ▾"
    assert not page.head.flag.isChecked()
    assert page.confidence.value is None
    assert page.note.toPlainText() != "A note"


def test_clearing_is_a_step_of_its_own(anadolu: Session, inspector: Inspector) -> None:
    anadolu.activate("B02")
    page = inspector.annotation
    page.confidence.picked.emit("low")
    page.confidence.picked.emit(None)
    assert (active(anadolu).confidence, anadolu.undo_title) == (None, "Clear confidence")
    page.note.written.emit("")
    assert (active(anadolu).note, anadolu.undo_title) == (None, "Remove note")


def test_the_label_opens_a_list_of_all(anadolu: Session, inspector: Inspector) -> None:
    anadolu.activate("B02")
    menu = inspector.annotation.head.label.menu()
    assert [action.text() for action in menu.actions()] == ["Claim", "Quote", "Sanction", "Denial"]
    menu.actions()[3].trigger()
    assert active(anadolu).label == "denial"
    menu.actions()[3].trigger()
    assert anadolu.undo_title == "Change label to denial"


def test_attributes_of_another_label_stay_visible(anadolu: Session, inspector: Inspector) -> None:
    anadolu.activate("B02")
    inspector.annotation.head.label.picked.emit("denial")
    form = inspector.annotation.form
    assert form is not None
    assert form.label.id == "denial"
    assert form.editor("claimant") is not None
    assert form.editor("factuality") is not None


def test_words_are_taken_from_the_article_beside(
    anadolu: Session, inspector: Inspector, qtbot: QtBot
) -> None:
    anadolu.activate("B05")
    asked = hear(inspector.span_asked)
    form = inspector.annotation.form
    assert form is not None
    claimant = form.editor("claimant")
    assert isinstance(claimant, AnchoredEditor)
    qtbot.mouseClick(claimant.fields[0].take, Qt.MouseButton.LeftButton)
    assert anadolu.undo_title == "Set claimant"
    assert claimant.fields[0].shown.words == "Several"
    qtbot.mouseClick(claimant.fields[0].shown, Qt.MouseButton.LeftButton)
    assert asked == [(Span(0, 7),)]


def test_a_new_entity_comes_and_goes_with_its_attribute(
    anadolu: Session, inspector: Inspector
) -> None:
    anadolu.activate("B05")
    before = len(anadolu.project.entities)
    form = inspector.annotation.form
    assert form is not None
    claimant = form.editor("claimant")
    assert isinstance(claimant, AnchoredEditor)
    chips = claimant.fields[0].chips
    chips.line.named.emit("Antonio Guterres")
    assert len(anadolu.project.entities) == before + 1
    anadolu.undo()
    assert len(anadolu.project.entities) == before


def test_enter_goes_into_the_first_field_and_escape_back(
    anadolu: Session, inspector: Inspector, qtbot: QtBot
) -> None:
    left = hear(inspector.left)
    anadolu.activate("B05")
    inspector.enter()
    focused = QApplication.focusWidget()
    assert focused.accessibleName() == "Claimant: Set from the selection"
    qtbot.keyClick(focused, Qt.Key.Key_Escape)
    assert len(left) == 1
    inspector.write_note()
    assert inspector.annotation.note.hasFocus()
    qtbot.keyClick(inspector.annotation.note, Qt.Key.Key_Escape)
    assert len(left) == 2
    inspector.describe_article()
    assert inspector.article.fields["title"].line.hasFocus()


def test_without_attributes_enter_goes_to_what_shows_them(
    anadolu: Session, inspector: Inspector
) -> None:
    bare = replace(
        anadolu.project.annotation("B20"), id="bare", attributes={}, confidence="strange"
    )
    anadolu.commit("Tag", AddAnnotation(ANADOLU, bare))
    anadolu.activate("bare")
    inspector.enter()
    form = inspector.annotation.form
    assert form is not None
    assert QApplication.focusWidget() is form.disclosure
    assert inspector.annotation.confidence.value is None


def test_all_attributes_stay_shown_from_one_annotation_to_the_next(
    anadolu: Session, inspector: Inspector
) -> None:
    anadolu.activate("B05")
    form = inspector.annotation.form
    assert form is not None
    form.disclosure.turn(is_open=True)
    anadolu.activate("B04")
    other = inspector.annotation.form
    assert other is not None
    assert other is not form
    assert other.disclosure.is_open
    anadolu.activate("B05")
    assert inspector.annotation.form is form


def test_a_note_being_written_survives_what_others_change(
    anadolu: Session, inspector: Inspector, qtbot: QtBot
) -> None:
    anadolu.activate("B02")
    inspector.write_note()
    note = inspector.annotation.note
    note.selectAll()
    qtbot.keyClicks(note, "Half a th")
    anadolu.commit("Write note", SetNote(UKRINFORM, "A01", "elsewhere"))
    inspector.annotation.confidence.picked.emit("low")
    assert note.toPlainText() == "Half a th"
    qtbot.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert active(anadolu).note == "Half a th"


def test_what_is_deleted_gives_way_to_its_article(anadolu: Session, inspector: Inspector) -> None:
    anadolu.activate("B02")
    anadolu.commit("Delete", *removal(anadolu.project, "B02"))
    assert inspector.article.isVisible()
    anadolu.undo()
    assert inspector.annotation.isVisible()


def test_a_label_set_that_changes_is_followed(anadolu: Session, inspector: Inspector) -> None:
    anadolu.activate("B02")
    labels = anadolu.project.label_set
    renamed = tuple(replace(one, title=one.title.upper()) for one in labels.labels)
    anadolu.commit("Change labels", SetLabelSet(replace(labels, labels=renamed)))
    assert inspector.annotation.head.label.words == "CLAIM ▾"
    anadolu.commit("Change labels", SetLabelSet(replace(labels, labels=())))
    assert inspector.annotation.head.label.words == "claim ▾"
    form = inspector.annotation.form
    assert form is not None
    assert form.editor("claimant") is not None


def test_what_is_read_only_stays_as_it_is(anadolu: Session, inspector: Inspector) -> None:
    anadolu.activate("B02")
    file_of(anadolu).read_only = "locked"
    refused = hear(anadolu.refused)
    page = inspector.annotation
    page.confidence.choose("low")
    page.confidence.picked.emit("low")
    assert page.confidence.value is None
    assert len(refused) == 1


def test_who_made_it_and_when_is_told(anadolu: Session, inspector: Inspector) -> None:
    anadolu.activate("B02")
    assert re.search(r"Example analyst · created \d June 2024 \d\d:\d\d", words(inspector))
    anadolu.commit("Write note", SetNote(ANADOLU, "B02", "x"))
    assert " · changed today " in words(inspector)


def test_what_may_only_be_read_cannot_be_changed_anywhere(
    anadolu: Session, inspector: Inspector
) -> None:
    file_of(anadolu).read_only = "locked"
    anadolu.activate("B04")
    form = inspector.annotation.form
    assert form is not None
    form.disclosure.click()
    reading = {
        *inspector.findChildren(WrappedButton),
        form.disclosure,
        inspector.annotation.history,
        *(chip.name for chip in inspector.findChildren(EntityChip)),
    }
    for button in inspector.annotation.findChildren(QAbstractButton):
        assert not button.isEnabled() or button in reading
    for field in inspector.findChildren(QLineEdit):
        assert field.isReadOnly()
    assert inspector.annotation.note.isReadOnly()
    assert inspector.annotation.note.isEnabled()
    file_of(anadolu).read_only = None
    anadolu.activate("")
    anadolu.activate("B04")
    assert not inspector.annotation.note.isReadOnly()
    assert inspector.annotation.head.flag.isEnabled()
