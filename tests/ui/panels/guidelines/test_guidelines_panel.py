from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pressmark.edits.frame import SetLabelSet
from pressmark.model.label_set import Label
from pressmark.ui.panels.guidelines.guidelines_panel import GuidelinesPanel
from pressmark.ui.session import Session
from tests.ui.panels.conftest import Show

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def panel(anadolu: Session, show: Show) -> GuidelinesPanel:
    made = GuidelinesPanel(anadolu)
    show(made, 1000, 400)
    return made


def test_what_counts_as_each_label_stands_there(panel: GuidelinesPanel, anadolu: Session) -> None:
    for label in anadolu.project.label_set.labels:
        fields = panel.cards[label.id].fields
        assert fields["definition"].toPlainText() == label.definition
        assert fields["example"].toPlainText() == label.example
        assert fields["counter_example"].toPlainText() == label.counter_example


def test_what_the_project_agreed_on_is_written_in_place(
    panel: GuidelinesPanel, anadolu: Session, qtbot: QtBot
) -> None:
    before = anadolu.project.label_set.guidelines
    assert panel.text.toPlainText() == before
    panel.setFocus()
    panel.text.selectAll()
    QTest.keyClicks(panel.text, "Tag the clause.")
    qtbot.waitUntil(lambda: anadolu.project.label_set.guidelines == "Tag the clause.")
    anadolu.undo()
    assert anadolu.project.label_set.guidelines == before == panel.text.toPlainText()


def test_a_guideline_changes_and_nothing_else_of_the_label_set(
    panel: GuidelinesPanel, anadolu: Session
) -> None:
    before = anadolu.project.label_set
    field = panel.cards["quote"].fields["example"]
    field.selectAll()
    QTest.keyClicks(field, "So it was said.")
    QTest.keyClick(field, Qt.Key.Key_Return, CTRL)
    after = anadolu.project.label_set
    assert after.label("quote") == replace(_label(before, "quote"), example="So it was said.")
    assert [one for one in after.labels if one.id != "quote"] == [
        one for one in before.labels if one.id != "quote"
    ]
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClick(field, Qt.Key.Key_Return, CTRL)
    assert _label(anadolu.project.label_set, "quote").example is None


def _label(labels: object, label_id: str) -> Label:
    found = labels.label(label_id)  # type: ignore[attr-defined]  # a label set
    assert isinstance(found, Label)
    return found


def test_other_labels_have_other_cards(panel: GuidelinesPanel, anadolu: Session) -> None:
    labels = anadolu.project.label_set
    threat = Label(id="threat", title="Threat", definition="Harm that is announced.")
    anadolu.commit("Change", SetLabelSet(replace(labels, labels=(threat, *labels.labels[:2]))))
    assert list(panel.cards) == ["threat", *(one.id for one in labels.labels[:2])]
    assert panel.cards["threat"].fields["definition"].accessibleName().startswith("Threat: ")
    anadolu.undo()
    assert list(panel.cards) == [one.id for one in labels.labels]


def test_who_may_only_read_reads(panel: GuidelinesPanel, anadolu: Session) -> None:
    anadolu.file.read_only = "locked"  # type: ignore[union-attr]  # one is open
    anadolu.frame_changed.emit()
    assert panel.text.isReadOnly()
    assert all(field.isReadOnly() for field in panel.cards["claim"].fields.values())
