"""The preview of articles looks as it did."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from pressmark.articles.tables.asking import TableColumns
from pressmark.ui.dialogs.articles.import_dialog import ImportDialog, Occasion
from pressmark.ui.dialogs.articles.report_dialog import ReportDialog, ShownReport
from pressmark.ui.import_report import import_report
from tests.newcomers import newcomers
from tests.pictures.comparing import compare
from tests.window import opened

pytestmark = [
    pytest.mark.pictures,
    pytest.mark.skipif(sys.platform != "linux", reason="letters are drawn differently elsewhere"),
]

LARGE, SMALL = QSize(1180, 820), QSize(984, 620)
TABLE = TableColumns(header=("Head", "Body"), columns={"title": "Head", "text": "Body"})


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_report(qtbot: QtBot, tmp_path: Path, theme: str) -> None:
    with opened(qtbot) as desk:
        desk.looks.choose_theme(theme)
        project = desk.session.project
        told = import_report(newcomers(project), project)
        reports = [ShownReport(told.summary, lambda: told.text), ShownReport("", str)]
        dialog = ReportDialog(reports, desk.window)
        dialog.show()
        dialog.resize(860, 640)
        compare(f"report-{theme}", dialog, tmp_path)
        dialog.reject()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    "shown", [("preview", LARGE, 0), ("preview-reprint", SMALL, 4), ("preview-table", SMALL, 3)]
)
def test_preview(qtbot: QtBot, tmp_path: Path, shown: tuple[str, QSize, int], theme: str) -> None:
    name, size, row = shown
    with opened(qtbot) as desk:
        desk.looks.choose_theme(theme)
        project = desk.session.project
        occasion = Occasion(newcomers(project), project, lambda *_: [], lambda *_: TABLE)
        dialog = ImportDialog(occasion, desk.tasks, desk.window)
        dialog.show()
        dialog.resize(size)
        dialog.list.view.choose_only(dialog.list.rows.index(row))
        qtbot.waitUntil(lambda: dialog.is_ready)
        compare(f"{name}-{theme}", dialog, tmp_path)
        dialog.reject()
