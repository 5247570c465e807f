"""The dialogs by which annotations come in and go out look as they did."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from pressmark.formats.counting import CODE_POINTS, UTF_16
from pressmark.formats.format import Reading, ReadSet, Remark
from pressmark.formats.registry import format_by_id
from pressmark.ui.dialogs.export.export_dialog import ExportDialog
from pressmark.ui.dialogs.export.format_list import FormatList
from pressmark.ui.dialogs.export.occasion import Occasion
from pressmark.ui.dialogs.incoming.arrival import Arrival
from pressmark.ui.dialogs.incoming.incoming_dialog import IncomingDialog
from tests.pictures.comparing import compare
from tests.window import opened

pytestmark = [
    pytest.mark.pictures,
    pytest.mark.skipif(sys.platform != "linux", reason="letters are drawn differently elsewhere"),
]

FITS = QSize(984, 620)
"""What a dialog may take of a small screen."""
_WRITTEN = (
    *("pressmark-jsonl", "hf-jsonl", "conll", "spacy", "label-studio", "brat", "w3c"),
    *("csv", "html", "pdf"),
)
"""Formats to show, whatever others there are."""


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("name", "size"), [("export", QSize(1040, 800)), ("export-small", FITS)])
def test_export(qtbot: QtBot, tmp_path: Path, name: str, size: QSize, theme: str) -> None:
    with opened(qtbot) as desk:
        desk.looks.choose_theme(theme)
        project = desk.session.project
        occasion = Occasion(project=project, folder=Path("~"), open=project.shelf()[0].head.id)
        formats = [one for one in map(format_by_id, _WRITTEN) if one is not None]
        dialog = ExportDialog(occasion, formats, desk.tasks, desk.window)
        dialog.show()
        dialog.resize(size)
        qtbot.waitUntil(lambda: dialog.is_ready)
        dialog.findChild(FormatList).choose(formats[_WRITTEN.index("conll")])
        qtbot.waitUntil(lambda: dialog.is_ready)
        compare(f"{name}-{theme}", dialog, tmp_path)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_set_that_comes_in(qtbot: QtBot, tmp_path: Path, theme: str) -> None:
    with opened(qtbot) as desk:
        desk.looks.choose_theme(theme)
        doccano = format_by_id("doccano")
        assert doccano is not None
        words = "😀 The minister said no shipment had left. 5 of 6 say so."
        spans = [(words.index(one), len(one)) for one in ("minister", "no shipment", "5", "6")]
        found = ReadSet(
            edits=(),
            articles=("new", desk.session.project.shelf()[0].head.id),
            annotations=len(spans),
            skipped=(Remark("rejected", "3"), Remark("older", "A01")),
            warnings=(Remark("new-label", "PERSON"), Remark("new-label", "Denials")),
            readings=tuple(
                Reading(counting, tuple(words[at + by : at + by + size] for at, size in spans))
                for counting, by in ((CODE_POINTS, 1), (UTF_16, 0))
            ),
        )
        arrival = Arrival(Path("tagged.jsonl"), doccano, found)
        remembered = {"Denials": "denial"}
        dialog = IncomingDialog(arrival, desk.session.project, remembered, desk.window)
        dialog.show()
        dialog.resize(640, 480)
        compare(f"incoming-{theme}", dialog, tmp_path)
