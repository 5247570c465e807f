"""Somebody brings annotations that another program made, with the keyboard alone."""

import json
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from pressmark.ui.desk import Desk
from pressmark.ui.dialogs.incoming.incoming_dialog import IncomingDialog
from tests.journeys.conftest import Start
from tests.window import action

KEY = Qt.Key


def set_of(path: Path, *labels: str) -> Path:
    text = "The minister said no shipment had left."
    spans = [{"start": 4, "end": 12, "label": label, "text": "minister"} for label in labels]
    line = {"text": text, "spans": spans, "answer": "accept"}
    path.write_text(json.dumps(line) + "\n", encoding="utf-8")
    return path


def opened(desk: Desk, path: Path, qtbot: QtBot) -> IncomingDialog:
    desk.imports.take([path])
    found: list[IncomingDialog] = []

    def is_open() -> bool:
        found[:] = [one for one in desk.window.findChildren(IncomingDialog) if one.isVisible()]
        return bool(found)

    qtbot.waitUntil(is_open)
    return found[0]


def labels(desk: Desk) -> list[str]:
    project = desk.session.project
    return [project.annotation(one).label for one in project.places]


def test_labels_are_matched_and_the_match_is_remembered(
    start: Start, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    first = set_of(tmp_path / "first.jsonl", "PERSON")
    with start(project) as desk:
        before = len(labels(desk))
        dialog = opened(desk, first, qtbot)
        choice = dialog.focusWidget()
        assert isinstance(choice, QComboBox)
        assert "PERSON" in choice.accessibleName()
        for _ in range(2):
            QTest.keyClick(choice, KEY.Key_Down)
        assert choice.currentText() == "Same as Quote"
        QTest.keyClick(choice, KEY.Key_Return)
        qtbot.waitUntil(lambda: "came in" in desk.notices.text)
        assert len(labels(desk)) == before + 1
        assert "PERSON" not in labels(desk)
        article = desk.session.project.shelf()[-1]
        assert article.counts == {"quote": 1}
        assert desk.session.undo_title == "Import"
        action(desk, "undo").trigger()
        assert len(labels(desk)) == before

    with start(project) as desk:  # another day
        dialog = opened(desk, first, qtbot)
        assert dialog.renamed() == {"PERSON": "quote"}
        QTest.keyClick(dialog, KEY.Key_Escape)
        assert len(labels(desk)) == before
