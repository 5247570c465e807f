"""A file whose text was changed under its annotations: each is marked, and found again by a key."""

import json
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pressmark.paths import seed
from pressmark.store.open_project import read_project
from tests.journeys.conftest import Start

OLD, NEW = "these continued arms transfers", "these continuing transfers of arms"


def test_words_that_were_changed_are_found_again_in_one_step(
    start: Start, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "changed.pressmark"
    document = json.loads(seed("example.pressmark").read_bytes())
    for article in document["articles"]:
        article["text"] = article["text"].replace(OLD, NEW)
    path.write_text(json.dumps(document), encoding="utf-8")
    with start(path) as desk:
        qtbot.waitUntil(lambda: desk.session.article is not None)
        desk.session.show("A04")
        assert desk.session.annotation is not None
        assert desk.session.annotation.text[0].startswith(OLD)
        assert desk.annotations.is_misplaced
        assert desk.inspector.annotation.misplaced.isVisible()
        desk.view.setFocus()
        qtbot.keyClick(desk.view, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
        assert desk.session.annotation.text[0].startswith(NEW)
        assert not desk.inspector.annotation.misplaced.isVisible()
        desk.session.undo()
        assert desk.annotations.is_misplaced
        desk.inspector.annotation.misplaced.find_button.click()
    assert read_project(path).held.annotation("A04").text[0].startswith(NEW)
