from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pressmark.model.annotation import Annotation
from pressmark.ui.panels.inspector.relations_section import RelationsSection
from pressmark.ui.panels.inspector.small_button import SmallButton
from pressmark.ui.session import Session
from pressmark.ui.widgets.plain_label import PlainLabel
from tests.ui.panels.in_memory import ANADOLU, hear


@pytest.fixture
def section(anadolu: Session, show: Callable[..., None]) -> RelationsSection:
    made = RelationsSection(anadolu)
    anadolu.relations_changed.connect(lambda: made.show_annotation(active(anadolu)))
    show(made)
    return made


def active(session: Session) -> Annotation:
    assert session.annotation is not None
    return session.annotation


def look_at(section: RelationsSection, session: Session, annotation_id: str) -> None:
    session.activate(annotation_id)
    section.show_annotation(active(session))


def heads(section: RelationsSection) -> list[str]:
    return [row.end.accessibleName() for row in section.rows]


def test_both_directions_and_derived_ones_are_listed(
    anadolu: Session, section: RelationsSection
) -> None:
    look_at(section, anadolu, "B05")
    assert [head.partition(":")[0] for head in heads(section)] == [
        "attributed to",
        "supports",
        "attributed to",
    ]
    assert heads(section)[-1].endswith("European External Action Service")
    look_at(section, anadolu, "B04")
    assert "supports, from: the unlawful transfer" in "\n".join(heads(section))


def test_a_click_on_the_other_end_goes_there(
    anadolu: Session, section: RelationsSection, qtbot: QtBot
) -> None:
    look_at(section, anadolu, "B01")
    shown = hear(anadolu.shown)
    across = next(row for row in section.rows if "same statement" in row.end.accessibleName())
    qtbot.mouseClick(across.end, Qt.MouseButton.LeftButton)
    assert [annotation_id for _article, annotation_id in shown] == ["A01"]
    assert anadolu.article_id != ANADOLU


def test_a_relation_can_be_removed_and_brought_back(
    anadolu: Session, section: RelationsSection, qtbot: QtBot
) -> None:
    look_at(section, anadolu, "B05")
    button = section.rows[0].findChild(SmallButton)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert len(section.rows) == 2
    assert anadolu.undo_title == "Remove relation"
    assert section.add.hasFocus()
    anadolu.undo()
    assert len(section.rows) == 3


def test_a_derived_relation_cannot_be_removed(anadolu: Session, section: RelationsSection) -> None:
    look_at(section, anadolu, "B05")
    assert section.rows[-1].findChild(SmallButton) is None


def test_a_relation_is_added_by_keys_alone(
    anadolu: Session, section: RelationsSection, qtbot: QtBot
) -> None:
    look_at(section, anadolu, "B04")
    before = len(anadolu.project.relations)
    section.add.setFocus()
    qtbot.keyClick(section.add, Qt.Key.Key_Space)
    form = section.form
    assert form.kind.hasFocus()
    kinds = [form.kind.itemText(at) for at in range(form.kind.count())]
    assert "denies" not in kinds
    form.kind.setCurrentText("same statement as")
    assert form.match.isVisible()
    form.match.setCurrentText("Partial")
    form.filter.setFocus()
    qtbot.keyClicks(form.filter, "asset")
    qtbot.waitUntil(lambda: form.view.currentIndex().isValid())
    qtbot.keyClick(form.filter, Qt.Key.Key_Return)
    assert len(anadolu.project.relations) == before + 1
    assert anadolu.undo_title == "Add relation"
    made = next(one for one in anadolu.project.relations.touching("B04") if one.annotator == "me")
    assert (made.type, made.from_, made.match, made.inferred) == (
        "same-statement-as",
        "B04",
        "partial",
        False,
    )
    assert not form.isVisible()
    assert section.add.hasFocus()


def test_enter_in_the_list_adds_and_inference_is_marked(
    anadolu: Session, section: RelationsSection, qtbot: QtBot
) -> None:
    look_at(section, anadolu, "B26")
    qtbot.mouseClick(section.add, Qt.MouseButton.LeftButton)
    form = section.form
    form.kind.setCurrentText("denies")
    assert not form.match.isVisible()
    form.inferred.setChecked(True)
    qtbot.waitUntil(lambda: form.view.model().rowCount() > 3)
    form.view.setFocus()
    qtbot.keyClick(form.view, Qt.Key.Key_Down)
    qtbot.keyClick(form.view, Qt.Key.Key_Return)
    made = next(one for one in anadolu.project.relations.touching("B26") if one.annotator == "me")
    assert made.inferred
    assert made.type == "denies"


def test_escape_adds_nothing(anadolu: Session, section: RelationsSection, qtbot: QtBot) -> None:
    look_at(section, anadolu, "B26")
    qtbot.mouseClick(section.add, Qt.MouseButton.LeftButton)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not section.form.isVisible()
    assert section.add.hasFocus()
    assert anadolu.undo_title is None


def test_another_annotation_closes_the_form(
    anadolu: Session, section: RelationsSection, qtbot: QtBot
) -> None:
    look_at(section, anadolu, "B26")
    qtbot.mouseClick(section.add, Qt.MouseButton.LeftButton)
    look_at(section, anadolu, "B25")
    assert not section.form.isVisible()
    assert section.add.isVisible()


def test_where_nothing_fits_it_says_so(
    anadolu: Session, section: RelationsSection, qtbot: QtBot
) -> None:
    look_at(section, anadolu, "B26")
    qtbot.mouseClick(section.add, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(section.form.filter, "zzz")
    qtbot.waitUntil(lambda: not section.form.view.isVisible())
    said = [one.text() for one in section.form.findChildren(PlainLabel) if one.isVisible()]
    assert said == ["No annotation fits."]
    qtbot.keyClick(section.form.filter, Qt.Key.Key_Return)
    assert anadolu.undo_title is None


@pytest.mark.parametrize("name", ["Kim Yo-jong", "The Kremlin"])
def test_a_relation_may_lead_to_an_entity_known_or_new(
    anadolu: Session, section: RelationsSection, qtbot: QtBot, name: str
) -> None:
    look_at(section, anadolu, "B01")
    qtbot.mouseClick(section.add, Qt.MouseButton.LeftButton)
    form = section.form
    form.kind.setCurrentText("attributed to")
    assert form.entity.isVisible()
    form.entity.setText(name)
    qtbot.keyClick(form.entity, Qt.Key.Key_Return)
    assert f"attributed to: {name}" in heads(section)
    assert not form.isVisible()
    anadolu.undo()
    names = {one.name for one in anadolu.project.entities.values()}
    assert ("The Kremlin" in names, "Kim Yo-jong" in names) == (False, True)


def test_only_types_that_may_lead_to_an_entity_offer_one(
    anadolu: Session, section: RelationsSection, qtbot: QtBot
) -> None:
    look_at(section, anadolu, "B01")
    qtbot.mouseClick(section.add, Qt.MouseButton.LeftButton)
    section.form.kind.setCurrentText("same statement as")
    assert not section.form.entity.isVisible()
