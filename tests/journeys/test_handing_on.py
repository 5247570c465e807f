"""Somebody hands annotations on, with the keyboard alone: what is lost is said before."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from pressmark.cli.app import main
from pressmark.store.exchanges import last_choices, last_report
from pressmark.store.save import real
from pressmark.ui.desk import Desk
from pressmark.ui.dialogs.export.export_dialog import ExportDialog
from pressmark.ui.dialogs.export.format_list import FormatList
from pressmark.ui.dialogs.export.loss_box import LossBox
from pressmark.ui.dialogs.export.presets_button import PresetsButton
from tests.journeys.conftest import Start

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def exporting(desk: Desk, qtbot: QtBot, do: Callable[[ExportDialog], None]) -> None:
    """Open the export dialog by its key, and do something once it knows what would be lost."""

    def begin() -> None:
        dialog = desk.window.findChild(ExportDialog)
        if dialog is None or not dialog.isVisible():
            return
        timer.stop()
        try:
            qtbot.waitUntil(lambda: dialog.is_ready)
            do(dialog)
        finally:
            dialog.close()

    timer = QTimer(interval=10)
    timer.timeout.connect(begin)
    timer.start()
    QTest.keyClick(desk.view, KEY.Key_E, CTRL)


def go_to(dialog: ExportDialog, wanted: QWidget) -> None:
    """Press Tab until it is there."""
    for _ in range(60):
        if dialog.focusWidget() is wanted:
            return
        QTest.keyClick(dialog.focusWidget() or dialog, KEY.Key_Tab)
    pytest.fail("Tab never leads there")


def choose(dialog: ExportDialog, name: str, qtbot: QtBot) -> None:
    formats = dialog.findChild(FormatList)
    assert dialog.focusWidget() is formats
    for _ in range(formats.count()):
        if formats.currentItem().text() == name:
            break
        QTest.keyClick(formats, KEY.Key_Down)
    qtbot.waitUntil(lambda: dialog.is_ready)


def test_a_lost_annotation_is_looked_at_before_all_is_written(
    start: Start, project: Path, qtbot: QtBot
) -> None:
    with start(project) as desk:

        def look(dialog: ExportDialog) -> None:
            choose(dialog, "CoNLL tags", qtbot)
            rows = dialog.findChild(LossBox).list
            go_to(dialog, rows)
            QTest.keyClick(rows, KEY.Key_Down)
            QTest.keyClick(rows, KEY.Key_Return)

        exporting(desk, qtbot, look)
        annotation = desk.session.annotation
        assert annotation is not None
        assert list(last_choices()) == ["conll"]

    with start(project) as desk:  # another day

        def write(dialog: ExportDialog) -> None:
            assert dialog.chosen().format == "conll"
            QTest.keyClick(dialog.focusWidget(), KEY.Key_Return)

        exporting(desk, qtbot, write)
        qtbot.waitUntil(lambda: "23 annotations written" in desk.notices.text)
        (written,) = project.parent.glob("*.conll")
        assert "B-claim" in written.read_text(encoding="utf-8")


def test_escape_writes_nothing_and_remembers_nothing(
    start: Start, project: Path, qtbot: QtBot
) -> None:
    with start(project) as desk:
        before = sorted(project.parent.iterdir())
        exporting(desk, qtbot, lambda dialog: QTest.keyClick(dialog, KEY.Key_Escape))
        assert sorted(project.parent.iterdir()) == before
        assert last_choices() == {}


def test_a_report_is_remembered_for_what_is_new_since(
    start: Start, project: Path, qtbot: QtBot
) -> None:
    with start(project) as desk:

        def write(dialog: ExportDialog) -> None:
            choose(dialog, "HTML report", qtbot)
            QTest.keyClick(dialog.focusWidget(), KEY.Key_Return)

        exporting(desk, qtbot, write)
        qtbot.waitUntil(lambda: "annotations written" in desk.notices.text)
        assert last_report(real(project))


def test_a_preset_of_the_window_serves_the_verb(
    start: Start, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    with start(project) as desk:

        def save(dialog: ExportDialog) -> None:
            choose(dialog, "CSV table", qtbot)
            box = next(one for one in dialog.findChildren(QCheckBox) if one.text() == "Claim")
            box.setChecked(False)
            presets = dialog.findChild(PresetsButton)
            assert presets is not None
            presets.save_as("No claims")

        exporting(desk, qtbot, save)
    out = tmp_path / "out.csv"
    arguments = ["export", str(project), "--preset", "No claims", "--output", str(out)]
    assert main(arguments) == 0
    rows = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8-sig"))))
    assert len(rows) == 20
    assert "claim" not in {row["label"] for row in rows}
