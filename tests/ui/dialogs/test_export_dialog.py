from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from pressmark.formats.options import options_of
from pressmark.formats.registry import WRITTEN, format_by_id
from pressmark.store.export_choice import ExportChoice
from pressmark.ui.desk import Desk
from pressmark.ui.dialogs.export import destination, option_fields
from pressmark.ui.dialogs.export.export_dialog import ExportDialog
from pressmark.ui.dialogs.export.format_list import FormatList
from pressmark.ui.dialogs.export.holding import holding
from pressmark.ui.dialogs.export.loss_box import LossBox
from pressmark.ui.dialogs.export.occasion import Occasion
from pressmark.ui.dialogs.export.option_fields import OptionFields
from pressmark.ui.dialogs.export.period import Period
from pressmark.ui.dialogs.export.presets_button import PresetsButton
from pressmark.ui.dialogs.export.tick_button import TickButton
from pressmark.ui.widgets.plain_label import PlainLabel
from tests.ui.languages.speaking_of import spoken


def occasion(desk: Desk, folder: Path, **known: Any) -> Occasion:  # noqa: ANN401 -- its fields
    return Occasion(project=desk.session.project, folder=folder, **known)


Part = TypeVar("Part", bound=QWidget)


@pytest.fixture
def dialog(desk: Desk, tmp_path: Path, qtbot: QtBot) -> Iterator[ExportDialog]:
    made = ExportDialog(occasion(desk, tmp_path), WRITTEN, desk.tasks, desk.window)
    made.show()
    qtbot.waitUntil(lambda: made.is_ready)
    yield made
    made.close()


def main_button(dialog: ExportDialog) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.property("main"))


def part(dialog: ExportDialog, kind: type[Part]) -> Part:
    found = dialog.findChild(kind)
    assert isinstance(found, kind)
    return found


def words(dialog: ExportDialog) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(PlainLabel) if one.isVisible())


def choose(dialog: ExportDialog, format_id: str, qtbot: QtBot) -> None:
    form, formats = format_by_id(format_id), dialog.findChild(FormatList)
    assert form is not None
    assert formats is not None
    formats.choose(form)
    qtbot.waitUntil(lambda: dialog.is_ready)


def test_what_is_lost_is_said_before_anything_is_written(
    dialog: ExportDialog, qtbot: QtBot
) -> None:
    choose(dialog, "csv", qtbot)
    assert "All 38 annotations go in" in words(dialog)
    assert "relations (43)" in words(dialog)
    assert main_button(dialog).text() == "Export 38 annotations"


def test_what_goes_in_is_counted(dialog: ExportDialog, qtbot: QtBot) -> None:
    claim = next(one for one in dialog.findChildren(QCheckBox) if one.text() == "Claim")
    claim.setChecked(False)
    qtbot.waitUntil(lambda: dialog.is_ready)
    assert main_button(dialog).text() == "Export 20 annotations"


def test_the_order_is_what_was_chosen(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "DPRK-Russia-arms-statements.csv").write_text("here already", encoding="utf-8")
    choose(dialog, "csv", qtbot)
    main_button(dialog).click()
    order = dialog.order
    assert order is not None
    assert order.form.id == "csv"
    assert order.path == tmp_path / "DPRK-Russia-arms-statements-2.csv"


def test_options_change_what_is_lost(dialog: ExportDialog, qtbot: QtBot) -> None:
    choose(dialog, "conll", qtbot)
    most = main_button(dialog).text()
    radios = dialog.findChildren(QRadioButton)
    next(one for one in radios if "Longest" in one.accessibleName()).click()
    qtbot.waitUntil(lambda: dialog.is_ready)
    assert main_button(dialog).text() != most
    main_button(dialog).click()
    order = dialog.order
    assert order is not None
    assert order.options.overlap == "longest"
    assert order.path.suffix == ".conll"


def test_an_option_that_cannot_be_is_said(dialog: ExportDialog, qtbot: QtBot) -> None:
    choose(dialog, "conll", qtbot)
    split = next(one for one in dialog.findChildren(QComboBox) if "Split" in one.accessibleName())
    split.setEditText("half")
    qtbot.waitUntil(lambda: dialog.is_ready)
    assert not main_button(dialog).isEnabled()
    assert "80/10/10" in words(dialog)
    split.setEditText("80/20")
    qtbot.waitUntil(lambda: main_button(dialog).isEnabled())
    assert "80/10/10" not in words(dialog)


def test_tab_goes_from_top_to_bottom(dialog: ExportDialog, qtbot: QtBot) -> None:
    for form_id in ("csv", "conll"):
        choose(dialog, form_id, qtbot)
    split = next(one for one in dialog.findChildren(QComboBox) if "Split" in one.accessibleName())
    (losses,) = dialog.findChildren(LossBox)
    (formats,) = dialog.findChildren(FormatList)
    wanted: list[QWidget] = [formats, split, losses.list, main_button(dialog)]
    chain: list[QWidget] = []
    one: QWidget | None = formats
    while one is not None and one not in chain:
        chain.append(one)
        one = one.nextInFocusChain()
    assert sorted(wanted, key=chain.index) == wanted


def test_choices_that_are_too_long_to_stand_side_by_side_are_listed(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    fields = OptionFields()
    qtbot.addWidget(fields)
    conll = format_by_id("conll")
    assert conll is not None
    fields.show_options(options_of(conll), {"overlap": "longest"})
    assert not any(one.accessibleName().startswith("Where") for one in combos(fields))
    monkeypatch.setattr(option_fields, "_WIDEST", 100)
    fields.show_options(options_of(conll), {"overlap": "longest"})
    overlap = next(one for one in combos(fields) if one.accessibleName().startswith("Where"))
    assert (overlap.currentText(), fields.words()["overlap"]) == ("Longest first", "longest")
    with qtbot.waitSignal(fields.changed):
        overlap.setCurrentIndex(0)
    assert fields.words()["overlap"] == "most"


def combos(fields: OptionFields) -> list[QComboBox]:
    return fields.findChildren(QComboBox)


def test_it_fits_a_small_screen_with_every_format(dialog: ExportDialog, qtbot: QtBot) -> None:
    for form in WRITTEN:
        choose(dialog, form.id, qtbot)
        assert dialog.minimumSizeHint().width() <= 1024, form.id
        assert dialog.minimumSizeHint().height() <= 700, form.id


def box(dialog: ExportDialog, words: str) -> QCheckBox:
    return next(one for one in dialog.findChildren(QCheckBox) if one.text() == words)


def test_a_lost_annotation_can_be_looked_at_instead(dialog: ExportDialog, qtbot: QtBot) -> None:
    choose(dialog, "conll", qtbot)
    rows = part(dialog, LossBox).list
    rows.setFocus()
    rows.setCurrentIndex(rows.model().index(1, 0))
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert dialog.order is None
    assert dialog.asked


def test_articles_and_annotations_are_narrowed_down(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    first = desk.session.project.shelf()[0].head.id
    made = ExportDialog(occasion(desk, tmp_path, open=first), WRITTEN, desk.tasks, desk.window)
    qtbot.addWidget(made)
    made.show()
    next(
        one for one in made.findChildren(QRadioButton) if "This one" in one.accessibleName()
    ).click()
    qtbot.waitUntil(lambda: made.is_ready)
    assert main_button(made).text() == "Export 12 annotations"
    box(made, "Only flagged annotations").setChecked(True)
    qtbot.waitUntil(lambda: made.is_ready)
    assert main_button(made).text() == "Export 0 annotations"
    assert not main_button(made).isEnabled()
    box(made, "Only flagged annotations").setChecked(False)
    since, until = part(made, Period).findChildren(QLineEdit)
    until.setText("20")
    qtbot.waitUntil(lambda: made.is_ready)
    assert until.property("invalid")
    assert main_button(made).text() == "Export 12 annotations"
    since.setText("2024-05")
    qtbot.waitUntil(lambda: made.is_ready)
    assert main_button(made).text() == "Export 0 annotations"  # it has no date


def test_what_is_new_is_offered_once_a_report_was_written(
    desk: Desk, dialog: ExportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    words = "Only what is new since the last report"
    assert not box(dialog, words).isEnabled()
    known = occasion(desk, tmp_path, reported="2031-01-01T00:00:00Z")
    made = ExportDialog(known, WRITTEN, desk.tasks, desk.window)
    qtbot.addWidget(made)
    box(made, words).setChecked(True)
    qtbot.waitUntil(lambda: made.is_ready)
    assert main_button(made).text() == "Export 0 annotations"


def test_annotators_and_states_are_ticked_in_menus(dialog: ExportDialog, qtbot: QtBot) -> None:
    states, _annotators = dialog.findChildren(TickButton)
    assert not states.picked
    done = next(one for one in states.menu().actions() if one.text().startswith("Done"))
    done.trigger()
    assert set(states.picked or ()) == {"done"}
    assert states.text() == done.text() == "Done (2)"
    states.menu().actions()[-1].trigger()
    assert states.picked is None
    qtbot.waitUntil(lambda: dialog.is_ready)


def test_a_format_of_many_files_asks_for_a_folder_or_a_zip(
    dialog: ExportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    choose(dialog, "w3c", qtbot)
    assert dialog.chosen().shape == "folder"
    zipped = next(one for one in dialog.findChildren(QRadioButton) if "Zip" in one.accessibleName())
    zipped.click()
    main_button(dialog).click()
    assert dialog.order is not None
    assert dialog.order.path == tmp_path / "DPRK-Russia-arms-statements.zip"


def test_a_chosen_name_stays_whatever_is_made_of_it(
    dialog: ExportDialog, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = tmp_path / "sent" / "lab.conll"
    monkeypatch.setattr(destination, "ask_new_file", lambda *_asked: chosen)
    choose(dialog, "conll", qtbot)
    place = part(dialog, destination.Destination)
    next(one for one in place.findChildren(QPushButton)).click()
    assert place.path == chosen
    segments = place.findChildren(QRadioButton)
    next(one for one in segments if "Folder" in one.accessibleName()).click()
    assert place.path == tmp_path / "sent" / "lab"
    choose(dialog, "csv", qtbot)
    assert place.path == tmp_path / "sent" / "DPRK-Russia-arms-statements.csv"


def test_a_split_makes_no_single_file(dialog: ExportDialog, qtbot: QtBot) -> None:
    choose(dialog, "conll", qtbot)
    assert dialog.chosen().shape == "file"
    split = next(one for one in dialog.findChildren(QComboBox) if "Split" in one.accessibleName())
    split.setCurrentIndex(1)
    qtbot.waitUntil(lambda: dialog.is_ready)
    assert dialog.chosen().shape == "folder"


def test_a_format_whose_package_is_not_here_names_another(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    absent = replace(WRITTEN[1], package="no_such_package")
    made = ExportDialog(occasion(desk, tmp_path), [absent, WRITTEN[0]], desk.tasks, desk.window)
    qtbot.addWidget(made)
    made.show()
    assert "needs no_such_package" in words(made)
    assert "Pressmark JSONL" in words(made)
    assert not main_button(made).isEnabled()
    assert holding(absent) == "not installed"
    part(made, LossBox).instead_asked.emit()
    qtbot.waitUntil(lambda: main_button(made).isEnabled())


def test_choices_come_back(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    csv = ExportChoice(format="csv", options={"flavour": "raw"}, labels=("claim",), notes=False)
    conll = ExportChoice(format="conll", options={"scheme": "bilou", "seed": "x"}, shape="zip")
    known = occasion(desk, tmp_path, choices={"conll": conll, "csv": csv})
    made = ExportDialog(known, WRITTEN, desk.tasks, desk.window)
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: made.is_ready)
    assert made.chosen() == csv
    choose(made, "conll", qtbot)
    again = made.chosen()
    assert (again.options["scheme"], again.options["seed"], again.shape) == ("bilou", "7", "zip")
    assert again.labels == ("claim",)


def test_labels_of_another_project_take_none_away(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    other = ExportChoice(format="csv", labels=("rumour",))
    known = occasion(desk, tmp_path, choices={"csv": other})
    made = ExportDialog(known, WRITTEN, desk.tasks, desk.window)
    qtbot.addWidget(made)
    assert made.chosen().labels is None
    qtbot.waitUntil(lambda: made.is_ready)


def test_presets_are_saved_picked_and_deleted(dialog: ExportDialog, qtbot: QtBot) -> None:
    kept: list[dict[str, ExportChoice]] = []
    dialog.presets_changed.connect(kept.append)
    presets = part(dialog, PresetsButton)
    choose(dialog, "conll", qtbot)
    box(dialog, "Leave out notes").setChecked(True)
    presets.save_as(" For the  lab ")
    choose(dialog, "csv", qtbot)
    box(dialog, "Leave out notes").setChecked(False)
    presets.menu_shown.aboutToShow.emit()
    presets.menu_shown.actions()[0].trigger()
    qtbot.waitUntil(lambda: dialog.is_ready)
    assert dialog.chosen() == kept[-1]["For the lab"]
    assert dialog.chosen().format == "conll"
    presets.delete("For the lab")
    assert kept[-1] == {}


def test_a_preset_of_another_version_is_said(dialog: ExportDialog) -> None:
    dialog.show_choice(ExportChoice(format="papyrus"))
    assert "no format papyrus" in words(dialog)


def test_whoever_cancels_orders_nothing(dialog: ExportDialog) -> None:
    dialog.reject()
    assert dialog.order is None


@pytest.mark.parametrize("language", ["en", "uk", "xx-long"])
def test_a_report_speaks_as_the_window_does_until_another_language_is_chosen(
    language: str, desk: Desk, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    with spoken(qapp, language):
        dialog = ExportDialog(occasion(desk, tmp_path), WRITTEN, desk.tasks, desk.window)
        qtbot.waitUntil(lambda: dialog.is_ready)
        choose(dialog, "pdf", qtbot)
        assert dialog.chosen().options["language"] == ("uk" if language == "uk" else "en")
        dialog.show_choice(ExportChoice(format="pdf", options={"language": "uk"}))
        qtbot.waitUntil(lambda: dialog.is_ready)
        assert dialog.chosen().options["language"] == "uk"
        dialog.close()
