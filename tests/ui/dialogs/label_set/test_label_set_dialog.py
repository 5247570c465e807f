"""The editor: what is changed is seen at once, and nothing in use is lost without a word."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from pressmark.model.attribute import Attribute
from pressmark.store.label_sets import label_set_json, read_label_set
from pressmark.ui.dialogs.label_set.label_set_dialog import LabelSetDialog
from pressmark.ui.widgets.elided_label import ElidedLabel
from pressmark.ui.widgets.label_button import LabelButton
from pressmark.ui.widgets.plain_label import PlainLabel

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
KEY = Qt.Key


def words(dialog: LabelSetDialog) -> str:
    QApplication.processEvents()
    labels = [one.text() for one in dialog.findChildren(PlainLabel) if one.isVisible()]
    return "\n".join(labels)


def write(line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def titles(dialog: LabelSetDialog) -> list[str]:
    return [one.title for one in dialog.draft.labels.labels]


def chips(dialog: LabelSetDialog) -> list[str]:
    QApplication.processEvents()
    return [one.accessibleName() for one in dialog.findChildren(LabelButton) if one.isVisible()]


def test_a_new_label_is_named_marked_and_seen(dialog: LabelSetDialog) -> None:
    QTest.keyClick(dialog.contents.labels.list, KEY.Key_Insert)
    assert dialog.focusWidget() is dialog.label.title
    QTest.keyClicks(dialog.label.title, "Threat & rumour")
    made = dialog.label.label
    assert made is not None
    assert (made.id, made.title, made.keys, made.mark) == (
        *("threat-rumour", "Threat & rumour", ("5",), "plum"),
    )
    assert made.title in chips(dialog)
    assert "New: Threat & rumour." in words(dialog)
    QTest.keyClicks(dialog.label.definition, "What shall happen.")
    assert "What shall happen." in words(dialog)
    dialog.label.mark.tiles[-1].click()
    assert dialog.label.label is not None
    assert (dialog.label.label.mark, dialog.label.label.glyph) == ("rose", "tag")


def test_titles_change_and_ids_stay(dialog: LabelSetDialog) -> None:
    write(dialog.label.title, "Thesis")
    assert dialog.draft.labels.labels[0].id == "claim"
    assert titles(dialog)[0] == "Thesis"
    assert "Changed: Thesis." in words(dialog)
    assert dialog.draft.lost == ()


def test_labels_change_places_by_keys_and_by_mouse(dialog: LabelSetDialog) -> None:
    rows = dialog.contents.labels
    QTest.keyClick(rows.list, KEY.Key_Down, ALT)
    assert titles(dialog) == ["Quote", "Claim", "Sanction", "Denial"]
    assert rows.current == "claim"
    rows.list.model().moveRow(QModelIndex(), 3, QModelIndex(), 0)
    assert titles(dialog) == ["Denial", "Quote", "Claim", "Sanction"]
    rows.up.click()
    assert titles(dialog)[:2] == ["Denial", "Claim"]


def test_a_copy_has_keys_and_a_mark_of_its_own(dialog: LabelSetDialog) -> None:
    QTest.keyClick(dialog.contents.labels.list, KEY.Key_D, CTRL)
    made = dialog.label.label
    assert made is not None
    assert (made.title, made.keys, made.mark) == ("Claim (copy)", ("5",), "plum")
    assert len(made.attributes) == len(dialog.draft.labels.labels[0].attributes)
    assert dialog.draft.new_problems == ()


def test_a_label_in_use_says_so_when_it_leaves(dialog: LabelSetDialog) -> None:
    dialog.contents.choose("label", "denial")
    assert not dialog.losses.isVisible()
    QTest.keyClick(dialog.contents.labels.list, KEY.Key_Delete)
    assert dialog.losses.isVisible()
    assert "Denial: 3 annotations have it" in words(dialog)
    choice = dialog.losses.choices["label", "denial"]
    assert [choice.itemText(at) for at in range(choice.count())] == [
        "Keep as it is, outside the label set",
        "Becomes Claim",
        "Becomes Quote",
        "Becomes Sanction",
        "Delete these annotations",
    ]
    assert dialog.draft.ways == {}
    for at, way in ((1, "claim"), (4, None)):
        choice.setCurrentIndex(at)
        choice.activated.emit(at)
        assert dialog.draft.ways == {("label", "denial"): way}


def values_of(dialog: LabelSetDialog, label_id: str, attribute_id: str) -> Attribute:
    label = dialog.draft.labels.label(label_id)
    found = label.attribute(attribute_id) if label else None
    assert found is not None
    return found


def test_values_have_titles_and_keep_their_ids(dialog: LabelSetDialog) -> None:
    dialog.show_label("quote")
    dialog.label.show_attribute("form")
    values = dialog.label.attribute.values
    values.rows.list.item(1).setText("Переказ")
    form = values_of(dialog, "quote", "form")
    assert form.values == ("direct", "indirect", "mixed")
    assert form.value_titles == {"indirect": "Переказ"}
    assert dialog.draft.lost == ()
    for title in ("paraphrase", "Чутка"):
        values.line.setText(title)
        QTest.keyClick(values.line, KEY.Key_Return)
    assert dialog.isVisible()  # Enter was the line's own
    form = values_of(dialog, "quote", "form")
    assert form.values[3:] == ("paraphrase", "value")
    assert form.value_titles["value"] == "Чутка"
    values.rows.list.setCurrentRow(3)
    values.rows.remove.click()
    assert values_of(dialog, "quote", "form").values[3:] == ("value",)
    values.rows.list.setCurrentRow(1)
    values.rows.remove.click()
    key = ("value", "quote", "form", "indirect")
    choice = dialog.losses.choices[key]
    assert "Quote · Form · Indirect: " in words(dialog)
    assert "Becomes Чутка" in [choice.itemText(at) for at in range(choice.count())]


def test_kinds_of_zones_in_use_become_what_they_are_renamed_to(dialog: LabelSetDialog) -> None:
    dialog.contents.choose("set")
    dialog.rest.zones.rows.list.item(2).setText("Read also")
    assert dialog.draft.labels.zone_kinds[2] == "read-also"
    key = ("zone", "teaser")
    assert dialog.draft.ways == {key: "read-also"}
    assert dialog.losses.choices[key].currentText() == "Becomes Read also"


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("2", "Quote has the key 2 already. Choose another one."),
        ("n", "N does something else: Next annotation. Choose another key."),
        ("F5", "F5 cannot be a key. Choose a digit or a letter from A to Z."),
    ],
)
def test_keys_that_clash_are_said_at_the_field(
    dialog: LabelSetDialog, keys: str, told: str
) -> None:
    write(dialog.label.keys, keys)
    assert told in words(dialog)
    assert dialog.label.keys.accessibleDescription() == told
    dialog.contents.choose("set")
    dialog.accept()
    assert dialog.result() != QDialog.DialogCode.Accepted
    assert dialog.focusWidget() is dialog.label.keys
    write(dialog.label.keys, "7 t")
    assert dialog.draft.labels.labels[0].keys == ("7", "T")
    dialog.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_attributes_are_added_shaped_and_removed(dialog: LabelSetDialog) -> None:
    page = dialog.label
    QTest.keyClick(page.attributes.list, KEY.Key_Insert)
    assert dialog.focusWidget() is page.attribute.title
    QTest.keyClicks(page.attribute.title, "Weapon")
    assert page.label is not None
    made = page.label.attribute("weapon")
    assert made is not None
    assert page.label.attributes[-1] is made
    kinds = page.attribute.kind
    for kind in ("anchored", "entity", "choice", "number", "date", "flag", "text"):
        at = kinds.findData(kind)
        kinds.setCurrentIndex(at)
        kinds.activated.emit(at)
        held = page.label.attribute("weapon")
        assert held is not None
        assert held.kind == kind
        assert page.attribute.values.isVisible() == (kind == "choice")
        assert page.attribute.entity.isVisible() == (kind == "anchored")
    page.attributes.ask_removal()
    assert page.label.attribute("weapon") is None
    assert dialog.draft.lost == ()


def test_an_attribute_of_another_kind_says_what_does_not_fit(dialog: LabelSetDialog) -> None:
    dialog.show_label("sanction")
    dialog.label.show_attribute("target_count")
    at = dialog.label.attribute.kind.findData("flag")
    dialog.label.attribute.kind.setCurrentIndex(at)
    dialog.label.attribute.kind.activated.emit(at)
    assert "Sanction · Number of targets" in words(dialog)
    assert "not fit any more" in words(dialog)


def test_relation_types(dialog: LabelSetDialog) -> None:
    rows = dialog.contents.relations
    rows.list.setCurrentRow(0)
    page = dialog.relation
    assert page.relation is not None
    assert page.relation.id == "denies"
    page.to.boxes["claim"].click()
    assert page.relation.to == ("quote", "sanction")
    page.to.any.click()
    assert page.relation.to == ()
    write(page.key, "a")
    assert "attributed to has the key A already" in words(dialog)
    assert page.flags["across_articles"].isChecked()
    page.flags["across_articles"].click()
    assert page.relation.across_articles is False
    page.flags["same_label"].click()
    assert not page.from_.isVisible()
    QTest.keyClick(rows.list, KEY.Key_Insert)
    QTest.keyClicks(page.title, "quotes")
    assert dialog.draft.labels.relation_type("quotes") is not None
    QTest.keyClick(rows.list, KEY.Key_Delete)
    rows.list.setCurrentRow(0)
    QTest.keyClick(rows.list, KEY.Key_Delete)
    assert dialog.draft.labels.relation_type("quotes") is None
    assert "denies: " in words(dialog)
    assert ("relation", "denies") in dialog.losses.choices


def test_name_guidelines_and_zones(dialog: LabelSetDialog) -> None:
    dialog.contents.rest.click()
    write(dialog.rest.name, "desk")
    dialog.rest.version.setValue(2)
    dialog.rest.guidelines.setPlainText("Tag what is said.")
    QTest.keyClicks(dialog.rest.zones.line, "Weather")
    QTest.keyClick(dialog.rest.zones.line, KEY.Key_Return)
    labels = dialog.draft.labels
    assert (labels.name, labels.version, labels.guidelines) == ("desk", 2, "Tag what is said.")
    assert labels.zone_kinds[-1] == "weather"


def test_all_labels_can_go(dialog: LabelSetDialog) -> None:
    for _ in range(4):
        dialog.contents.labels.ask_removal()
    assert titles(dialog) == []
    assert dialog.contents.kind == "set"
    assert chips(dialog) == []


def test_what_is_exported_can_be_imported(dialog: LabelSetDialog, tmp_path: Path) -> None:
    path = tmp_path / "labels.json"
    write(dialog.label.title, "Thesis")
    dialog.export_to(path)
    assert "Written to" in words(dialog)
    assert read_label_set(path.read_bytes()) == dialog.draft.labels
    document = json.loads(label_set_json(dialog.draft.before))
    document["labels"] = [one for one in document["labels"] if one["id"] != "quote"]
    path.write_text(json.dumps(document), encoding="utf-8")
    dialog.import_from(path)
    assert titles(dialog) == ["Claim", "Sanction", "Denial"]
    assert "Removed: Quote." in words(dialog)
    assert "Quote: 14 annotations have it" in words(dialog)


@pytest.mark.parametrize("content", [b"", b"\xff", b"[]", b'{"name": "x", "labels": [1]}'])
def test_what_is_no_label_set_changes_nothing(
    dialog: LabelSetDialog, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "labels.json"
    path.write_bytes(content)
    dialog.import_from(path)
    assert "is no label set that Pressmark can read. Nothing was changed." in words(dialog)
    assert dialog.draft.labels == dialog.draft.before
    dialog.import_from(tmp_path / "gone.json")
    assert "is not there" in words(dialog)


def test_a_strangers_label_set_is_shown_as_it_is(dialog: LabelSetDialog, tmp_path: Path) -> None:
    path = tmp_path / "labels.json"
    title = '<img src="file:///etc/passwd"> & \u202e'
    attribute = {"id": "a", "title": title, "kind": "hologram", "values": ["x"], "more": [1]}
    labels = [
        {"id": f"l{at}", "title": title, "keys": ["Ctrl+Q"], "glyph": "../../x", "mark": "no",
         "attributes": [attribute]}
        for at in range(12)
    ]  # fmt: skip
    path.write_text(json.dumps({"name": title, "labels": labels}), encoding="utf-8")
    dialog.import_from(path)
    assert dialog.label.attribute.kind.currentText() == "Hologram"
    assert len(chips(dialog)) == 12
    assert dialog.draft.labels.labels[0].attributes[0].unknown == {"more": [1]}
    for at in range(12):
        dialog.contents.choose("label", f"l{at}")
    dialog.grab()


def test_every_field_has_a_name(dialog: LabelSetDialog) -> None:
    for kind, record in (("label", "sanction"), ("relation", "denies"), ("set", "")):
        dialog.contents.choose(kind, record)
        for field in dialog.findChildren(QWidget):
            is_field = isinstance(field, QLineEdit | QPlainTextEdit | QComboBox)
            if is_field and field.isVisible() and not field.objectName().startswith("qt_"):
                assert field.accessibleName(), field


@pytest.mark.parametrize("size", [(984, 620), (680, 370)], ids=["small", "twice"])
def test_everything_has_room(dialog: LabelSetDialog, size: tuple[int, int]) -> None:
    dialog.resize(*size)
    dialog.contents.labels.ask_removal()
    QApplication.processEvents()
    assert dialog.size().toTuple() == size
    for one in dialog.findChildren(PlainLabel):
        if one.isVisible() and one.text() and not isinstance(one, ElidedLabel):
            assert one.wordWrap() or one.width() >= one.sizeHint().width(), one.text()
    shown = dialog.label
    assert shown.width() <= shown.parentWidget().width()


def test_all_changes_are_listed(dialog: LabelSetDialog) -> None:
    dialog.contents.choose("label", "denial")
    dialog.contents.labels.ask_removal()
    button = next(
        one for one in dialog.findChildren(QToolButton) if one.accessibleName() == "All changes"
    )
    button.click()
    shown = dialog.findChild(QDialog)
    assert shown is not None
    lines = shown.findChild(QPlainTextEdit)
    assert lines is not None
    assert "Removed: Denial." in lines.toPlainText()
    assert "Denial: 3 annotations have it" in lines.toPlainText()
    shown.close()


@pytest.mark.parametrize("answer", ["Drop", "Cancel"])
def test_esc_asks_before_changes_are_gone(dialog: LabelSetDialog, answer: str) -> None:
    write(dialog.label.title, "Thesis")

    def reply() -> None:
        box = dialog.findChild(QMessageBox)
        assert box is not None
        assert "Changed: Thesis." in box.text()
        next(one for one in box.buttons() if one.text().replace("&", "") == answer).click()

    QTimer.singleShot(0, reply)
    QTest.keyClick(dialog, KEY.Key_Escape)
    assert dialog.isVisible() == (answer == "Cancel")


def test_cancel_asks_nothing(dialog: LabelSetDialog) -> None:
    write(dialog.label.title, "Thesis")
    buttons = dialog.findChildren(QPushButton)
    next(one for one in buttons if one.text() == "Cancel").click()
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert not dialog.isVisible()
