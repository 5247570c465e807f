"""Annotation sets come in: at once, or after a question where there is one."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QRadioButton
from pytestqt.qtbot import QtBot

from pressmark.formats import source
from pressmark.formats.counting import UTF_16
from pressmark.formats.format import ReadSet, Remark
from pressmark.ui.desk import Desk
from pressmark.ui.dialogs.incoming.incoming_dialog import IncomingDialog
from pressmark.ui.dialogs.incoming.reading_choice import ReadingChoice
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


def asked(desk: Desk, qtbot: QtBot, path: Path) -> IncomingDialog:
    desk.imports._sets.take([path])
    qtbot.waitUntil(lambda: bool(visible(desk)))
    return visible(desk)[0]


def visible(desk: Desk) -> list[IncomingDialog]:
    return [one for one in desk.window.findChildren(IncomingDialog) if one.isVisible()]


def said(dialog: IncomingDialog) -> list[str]:
    return [one.text() for one in dialog.findChildren(PlainLabel)]


def test_a_set_of_another_program_is_told_before_it_comes_in(
    desk: Desk, qtbot: QtBot, set_of: Callable[..., Path]
) -> None:
    before = set(desk.session.project.places)
    dialog = asked(desk, qtbot, set_of("claim", "quote"))
    assert "2 annotations come in from theirs.jsonl." in said(dialog)
    assert "Prodigy JSONL · 2 articles, 2 of them new" in said(dialog)
    dialog.accept()
    qtbot.waitUntil(lambda: labels_of_new(desk, before) == {"claim", "quote"})
    assert "2 annotations came in" in desk.notices.text
    desk.session.undo()
    assert set(desk.session.project.places) == before


def test_ones_own_set_comes_in_at_once_and_the_same_again_adds_nothing(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "own.jsonl"
    annotation = {"id": "z1", "label": "claim", "fragments": [[0, 5]], "text": ["Words"]}
    line = {"id": "z", "title": "T", "text": "Words.", "annotations": [annotation]}
    path.write_text(json.dumps(line) + "\n", encoding="utf-8")
    desk.imports._sets.take([path])
    qtbot.waitUntil(lambda: "1 annotation came in" in desk.notices.text)
    after = desk.session.project
    desk.imports._sets.take([path])
    qtbot.waitUntil(lambda: "here already" in desk.notices.text)
    assert desk.session.project is after
    assert desk.window.findChild(IncomingDialog) is None


def test_what_stood_for_a_label_is_remembered(
    desk: Desk, qtbot: QtBot, set_of: Callable[..., Path]
) -> None:
    dialog = asked(desk, qtbot, set_of("PERSON"))
    (person,) = dialog.findChildren(QComboBox)
    person.setCurrentIndex(person.findData("quote"))
    dialog.accept()
    qtbot.waitUntil(lambda: "came in" in desk.notices.text)
    desk.session.undo()
    again = asked(desk, qtbot, set_of("PERSON"))
    assert again.renamed() == {"PERSON": "quote"}
    again.reject()


def test_a_set_too_large_to_be_held_comes_in_as_any_other(
    desk: Desk, qtbot: QtBot, set_of: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "HELD", 10)
    before = set(desk.session.project.places)
    asked(desk, qtbot, set_of("claim", "quote")).accept()
    qtbot.waitUntil(lambda: labels_of_new(desk, before) == {"claim", "quote"})


def test_a_set_that_is_refused_costs_itself_only(
    desk: Desk, qtbot: QtBot, tmp_path: Path, set_of: Callable[..., Path]
) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"text": 3, "spans": [], "answer": "accept"}\n', encoding="utf-8")
    desk.imports._sets.take([bad, set_of("claim")])
    qtbot.waitUntil(lambda: bool(visible(desk)))
    visible(desk)[0].reject()


def test_offsets_that_nothing_tells_of_are_shown_in_each_way_to_read_them(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "doccano.jsonl"
    path.write_text(json.dumps({"text": "😀 a b c d", "label": [[3, 4, "claim"]]}) + "\n")
    before = set(desk.session.project.places)
    dialog = asked(desk, qtbot, path)
    choice = dialog.findChild(ReadingChoice)
    assert choice is not None
    samples = [one.text() for one in choice.findChildren(PlainLabel)]
    assert len(set(samples)) == len(samples) > 1
    _, utf_16, *_ = choice.findChildren(QRadioButton)
    assert utf_16.text().startswith("UTF-16")
    utf_16.click()
    assert dialog.counting == UTF_16
    dialog.accept()
    qtbot.waitUntil(lambda: len(desk.session.project.places) > len(before))
    (made,) = set(desk.session.project.places) - before
    assert f"“{desk.session.project.annotation(made).text[0]}”" == samples[1]


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
    assert "1 rejected answer is left out." in said(dialog)
    assert "1 annotation comes in from theirs.jsonl." in said(dialog)
    dialog.reject()


def test_every_remark_has_its_words() -> None:
    numbered = ("predictions", "rejected", "ignored", "not-text", "no-article", "found-again")
    one_by_one = ("twice-in-set", "end-missing", "older", "new-id", "same-text", "far-relation")
    one_by_one = (*one_by_one, "to-itself")
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
