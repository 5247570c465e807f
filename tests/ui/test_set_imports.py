"""Annotation sets come in: at once, or after a question where there is one."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from pressmark.formats.format import ReadSet, Remark
from pressmark.ui.desk import Desk
from pressmark.ui.dialogs.incoming_set import IncomingSetDialog
from pressmark.ui.set_imports import annotation_sets
from pressmark.ui.set_remarks import remark_lines
from pressmark.ui.widgets.plain_label import PlainLabel

TEXT = "😀 Ann Lee said no."


@pytest.fixture
def set_of(tmp_path: Path) -> Callable[..., Path]:
    def make(*labels: str, answer: str = "accept") -> Path:
        path = tmp_path / "theirs.jsonl"
        spans = [{"start": 2, "end": 5, "label": label} for label in labels]
        lines = [
            {"text": TEXT, "spans": spans, "answer": "accept"},
            {"text": "Another.", "spans": [], "answer": answer},
        ]
        path.write_text("".join(json.dumps(one) + "\n" for one in lines), encoding="utf-8")
        return path

    return make


def labels_of_new(desk: Desk, before: set[str]) -> set[str]:
    project = desk.session.project
    return {project.annotation(one).label for one in set(project.places) - before}


def asked(desk: Desk, qtbot: QtBot, path: Path) -> IncomingSetDialog:
    desk.imports._sets.take([path])
    found: list[IncomingSetDialog] = []

    def is_open() -> bool:
        found[:] = [one for one in desk.window.findChildren(IncomingSetDialog) if one.isVisible()]
        return bool(found)

    qtbot.waitUntil(is_open)
    return found[0]


def test_known_labels_come_in_at_once(
    desk: Desk, qtbot: QtBot, set_of: Callable[..., Path]
) -> None:
    before = set(desk.session.project.places)
    desk.imports._sets.take([set_of("claim")])
    qtbot.waitUntil(lambda: labels_of_new(desk, before) == {"claim"})
    assert desk.window.findChild(IncomingSetDialog) is None


def test_unknown_labels_are_taken_for_known_ones(
    desk: Desk, qtbot: QtBot, set_of: Callable[..., Path]
) -> None:
    before = set(desk.session.project.places)
    dialog = asked(desk, qtbot, set_of("CLAIM", "PERSON"))
    claim, person = dialog.findChildren(QComboBox)
    assert (claim.currentData(), person.currentData()) == ("claim", None)
    person.setCurrentIndex(person.findData("quote"))
    dialog.accept()
    qtbot.waitUntil(lambda: labels_of_new(desk, before) == {"claim", "quote"})
    assert desk.session.project.label_set.label("PERSON") is None


def test_unknown_labels_are_added(desk: Desk, qtbot: QtBot, set_of: Callable[..., Path]) -> None:
    before = set(desk.session.project.places)
    asked(desk, qtbot, set_of("PERSON")).accept()
    qtbot.waitUntil(lambda: labels_of_new(desk, before) == {"PERSON"})
    assert desk.session.project.label_set.label("PERSON") is not None


def test_nothing_comes_in_once_it_is_called_off(
    desk: Desk, qtbot: QtBot, set_of: Callable[..., Path]
) -> None:
    before = desk.session.project
    asked(desk, qtbot, set_of("PERSON")).reject()
    assert desk.session.project is before


def test_what_is_left_out_is_said_first(
    desk: Desk, qtbot: QtBot, set_of: Callable[..., Path]
) -> None:
    dialog = asked(desk, qtbot, set_of("claim", answer="reject"))
    said = [one.text() for one in dialog.findChildren(PlainLabel)]
    assert "1 rejected answer is left out." in said
    assert "1 annotation comes in from theirs.jsonl." in said
    dialog.reject()


def test_every_remark_has_its_words() -> None:
    numbered = ("predictions", "rejected", "ignored", "not-text", "no-article", "found-again")
    one_by_one = ("twice-in-set", "end-missing", "older", "new-id", "same-text")
    remarks = [Remark(code, "3") for code in (*numbered, "widened")]
    remarks += [Remark(code, "a", "b") for code in one_by_one for _ in range(2)]
    remarks += [Remark("counting", "UTF-16", "quotes"), Remark("counting", "UTF-16", "borders")]
    remarks += [Remark("counting-unsure", "code points"), Remark("new-label", "PER")]
    found = ReadSet(edits=(), articles=(), annotations=0, skipped=tuple(remarks))
    lines = list(remark_lines(found))
    assert len(lines) == 3 + len(numbered) + 1 + len(one_by_one)
    assert sum(line.startswith("3 ") for line in lines) == len(numbered) + 1
    assert sum(line.startswith("2 ") for line in lines) == len(one_by_one)


def test_json_is_looked_into(tmp_path: Path, set_of: Callable[..., Path]) -> None:
    tasks, other = tmp_path / "tasks.json", tmp_path / "other.json"
    task = {"data": {"text": TEXT}, "annotations": []}
    tasks.write_text(json.dumps([task]), encoding="utf-8")
    other.write_text('{"a": 1}', encoding="utf-8")
    lines = set_of("claim")
    assert annotation_sets([tasks, other, lines, tmp_path / "gone.json"]) == [tasks, lines]
