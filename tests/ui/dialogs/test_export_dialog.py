from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from pressmark.formats.format import Losses, Lost
from pressmark.formats.registry import FORMATS, format_by_id
from pressmark.formats.selection import Selection
from pressmark.ui.desk import Desk
from pressmark.ui.dialogs.export.export_dialog import ExportDialog
from pressmark.ui.dialogs.export.format_list import FormatList
from pressmark.ui.dialogs.export.holding import holding, unheld_words
from pressmark.ui.dialogs.export.loss_box import LossBox
from pressmark.ui.widgets.plain_label import PlainLabel


@pytest.fixture
def dialog(desk: Desk, tmp_path: Path, qtbot: QtBot) -> Iterator[ExportDialog]:
    made = ExportDialog(desk.session.project, FORMATS, tmp_path, desk.tasks, desk.window)
    made.show()
    qtbot.waitUntil(lambda: made.is_ready)
    yield made
    made.close()


def main_button(dialog: ExportDialog) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.property("main"))


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
    split = next(one for one in dialog.findChildren(QLineEdit) if "Split" in one.accessibleName())
    split.setText("half")
    qtbot.waitUntil(lambda: dialog.is_ready)
    assert not main_button(dialog).isEnabled()
    assert "80/10/10" in words(dialog)
    split.setText("80/20")
    qtbot.waitUntil(lambda: main_button(dialog).isEnabled())
    assert "80/10/10" not in words(dialog)


def test_it_fits_a_small_screen_with_every_format(dialog: ExportDialog, qtbot: QtBot) -> None:
    for form in FORMATS:
        choose(dialog, form.id, qtbot)
        assert dialog.minimumSizeHint().width() <= 1024, form.id
        assert dialog.minimumSizeHint().height() <= 700, form.id


def test_whoever_cancels_orders_nothing(dialog: ExportDialog) -> None:
    dialog.reject()
    assert dialog.order is None


def test_lost_annotations_are_shown_and_the_rest_counted(desk: Desk, qtbot: QtBot) -> None:
    box = LossBox("Pressmark JSONL")
    qtbot.addWidget(box)
    article = desk.session.article
    assert article is not None
    lost = tuple(Lost(article.head.id, one.id, "inside", "quote") for one in article.annotations)
    box.show_losses(Selection(project=desk.session.project), Losses(lost), 38)
    shown = [one.text() for one in box.findChildren(PlainLabel)]
    assert "This format cannot hold 12 of 38 annotations" in shown
    assert "8 more…" in shown
    assert shown.count("inside Quote") == 4
    box.show_losses(Selection(project=desk.session.project), Losses(), 38)
    assert box.isHidden()


def test_what_a_format_holds_is_said_in_a_word() -> None:
    told = {form.id: holding(form) for form in FORMATS}
    assert told["pressmark-jsonl"] == "lossless"
    assert told["csv"] == "no relations"
    assert unheld_words({}) == ""
    assert unheld_words({"notes": 9, "relations": 66}) == "no notes (9), relations (66)"
