"""Whatever a menu or a key does to a project, undo brings back the same bytes."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog

from pressmark.store.open_project import project_bytes
from pressmark.ui.actions.table import ACTIONS
from pressmark.ui.desk import Desk
from tests.journeys.conftest import Start
from tests.window import action

OTHER_FILES = {"new", "open", "example", "save-as", "reset", "close"}
"""What opens another file: each file has a history of its own."""

CHANGING = {
    *("paste", "rename", "handling", "finish", "zone", "remove-article"),
    *("state-in-progress", "state-done", "state-flagged"),
    *("reanchor", "end-forth", "end-back", "start-forth", "start-back", "flag", "remove", "rely"),
}
"""What changes the project as `prepare` leaves it; the rest must not."""


def prepare(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have an annotation active and something else selected; let every question be answered."""
    article = desk.session.article
    assert article is not None
    annotation = next(one for one in article.annotations if one.span.length > 40)
    desk.session.show(annotation.id)
    desk.view.select(annotation.span.start + 5, annotation.span.start + 25)
    desk.session.activate(annotation.id)
    QGuiApplication.clipboard().setText("An article of one's own.")
    monkeypatch.setattr("pressmark.ui.imports.Imports._has_place", lambda _self: True)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args, **_named: ("Renamed", True))
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_args, **_named: ("TLP:AMBER", True))
    for dialog in (QDialog, QPrintDialog):
        monkeypatch.setattr(dialog, "exec", lambda _self: 0)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args, **_named: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args, **_named: ([], ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_named: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args, **_named: "")


@pytest.mark.parametrize(
    "action_id", [row.id for row in ACTIONS if row.id not in OTHER_FILES and row.menu != "help"]
)
def test_undo_brings_back_the_same_bytes(
    start: Start, project: Path, monkeypatch: pytest.MonkeyPatch, action_id: str
) -> None:
    with start(project) as desk:
        prepare(desk, monkeypatch)
        before = project_bytes(desk.session.project)
        action(desk, action_id).trigger()
        after = project_bytes(desk.session.project)
        assert (after != before) == (action_id in CHANGING)
        if after == before:
            return
        assert action(desk, "undo").isEnabled()
        action(desk, "undo").trigger()
        assert project_bytes(desk.session.project) == before
        action(desk, "redo").trigger()
        assert project_bytes(desk.session.project) == after


@pytest.mark.parametrize("label", ["claim", "quote", "sanction", "denial"])
def test_undo_of_a_tag_names_it(start: Start, project: Path, label: str) -> None:
    with start(project) as desk:
        before = project_bytes(desk.session.project)
        desk.view.select(100, 120)
        desk.view.tag(label)
        assert action(desk, "undo").text().replace("&", "") == f"Undo Tag {label}"
        action(desk, "undo").trigger()
        assert project_bytes(desk.session.project) == before
        assert action(desk, "redo").text().replace("&", "") == f"Redo Tag {label}"
