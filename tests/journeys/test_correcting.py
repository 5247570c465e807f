"""Somebody corrects what was tagged: its edges, its fragments, what was tagged twice."""

import csv
import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pressmark.formats.options import options_from
from pressmark.formats.registry import format_by_id
from pressmark.formats.selection import Selection
from pressmark.model.annotation import Annotation
from pressmark.model.span import Span
from pressmark.ui.desk import Desk
from pressmark.ui.dialogs.export.export_dialog import Order
from tests.journeys.conftest import Start

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
FIRST, BETWEEN, LAST = "according to", "a joint", "statement by"


@pytest.fixture
def desk(start: Start, project: Path, qtbot: QtBot) -> Iterator[Desk]:
    """Return the window on a copy of the example, with the keys going to the article."""
    with start(project) as made:
        with qtbot.waitActive(made.window):
            made.window.activateWindow()
        made.view.setFocus()
        yield made


def press(desk: Desk, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    for key in keys:
        QTest.keyClick(desk.view, key, held)


def active(desk: Desk) -> Annotation:
    assert desk.session.annotation is not None
    return desk.session.annotation


def select(desk: Desk, words: str) -> None:
    """Select words with the keys of the caret alone."""
    begin = desk.view.text.index(f"{FIRST} {BETWEEN} {LAST}")
    begin = desk.view.text.index(words, begin)
    desk.view.set_caret(begin)
    press(desk, *[KEY.Key_Right] * len(words), held=SHIFT)
    assert desk.view.selected_text() == words


def told(desk: Desk, words: str) -> bool:
    return words in desk.notices.text


def point(desk: Desk, offset: int) -> QPoint:
    box = desk.view.boxes(Span(offset, offset + 1))[0]
    return QPointF(box.left() + 1, box.center().y()).toPoint()


def drag(desk: Desk, first: QPoint, last: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
    viewport = desk.view.viewport()
    QTest.mousePress(viewport, LEFT, held, first)
    QTest.mouseMove(viewport, (first + last) / 2)
    QTest.mouseMove(viewport, last)
    QTest.mouseRelease(viewport, LEFT, held, last)


def drag_over(desk: Desk, words: str, held: Qt.KeyboardModifier = NONE) -> None:
    begin = desk.view.text.index(words, desk.view.text.index(f"{FIRST} {BETWEEN}"))
    drag(desk, point(desk, begin + 1), point(desk, begin + len(words) - 1), held)


def test_edges_are_moved_by_the_keys_and_nothing_else_changes(desk: Desk) -> None:
    press(desk, KEY.Key_N, KEY.Key_N)
    before = active(desk)
    assert before.attributes
    related = desk.session.project.relations.touching(before.id)
    press(desk, KEY.Key_BracketLeft, KEY.Key_BracketLeft)
    press(desk, KEY.Key_BracketRight, held=SHIFT)
    shorter = active(desk)
    assert before.span.contains(shorter.span)
    assert shorter.span.start > before.span.start
    assert shorter.span.end < before.span.end
    press(desk, KEY.Key_E, KEY.Key_E, KEY.Key_R)
    moved = active(desk)
    assert moved.fragments != shorter.fragments
    assert (moved.id, moved.attributes, moved.note) == (before.id, before.attributes, before.note)
    assert desk.session.project.relations.touching(before.id) == related
    for _ in range(4):
        desk.session.undo()
    assert desk.session.project.annotation(before.id).fragments == before.fragments


def test_fragments_come_and_go_by_the_keys(desk: Desk) -> None:
    select(desk, FIRST)
    press(desk, KEY.Key_2)
    made = active(desk)
    select(desk, LAST)
    press(desk, KEY.Key_2, held=SHIFT)
    assert active(desk).text == (FIRST, LAST)
    press(desk, KEY.Key_BracketLeft)  # the fragment that the caret is in
    assert active(desk).text == (FIRST, "statement")
    press(desk, KEY.Key_Delete, held=SHIFT)
    assert active(desk).text == (FIRST,)
    desk.view.set_caret(active(desk).span.start)
    press(desk, KEY.Key_Delete, held=SHIFT)
    assert active(desk).id == made.id
    assert "Del" in desk.notices.text
    select(desk, BETWEEN)
    press(desk, KEY.Key_2, held=SHIFT)
    assert active(desk).text == (f"{FIRST} {BETWEEN}",)  # they meet


def test_the_mouse_does_the_same(desk: Desk) -> None:
    drag_over(desk, FIRST)
    press(desk, KEY.Key_2)
    drag_over(desk, LAST, CTRL)
    assert active(desk).text == (FIRST, LAST)
    rows = desk.inspector.annotation.head.fragments
    assert len(rows.buttons) == 2
    handles = desk.view.handles(active(desk).fragments[0])
    assert handles is not None
    joint = desk.view.text.index("joint", active(desk).span.start)
    drag(desk, handles.end.toPoint(), point(desk, joint + 2))
    assert active(desk).text == (f"{FIRST} {BETWEEN} {LAST}",)
    desk.session.undo()
    QTest.mouseClick(rows.buttons[0], LEFT)
    assert active(desk).text == (LAST,)


def test_what_is_tagged_nearly_twice_is_made_one(desk: Desk) -> None:
    long = f"{FIRST} {BETWEEN} {LAST} the top diplomats"
    select(desk, long)
    press(desk, KEY.Key_1)
    older = active(desk)
    press(desk, KEY.Key_F)
    select(desk, long[: -len(" diplomats")])
    press(desk, KEY.Key_1)
    assert active(desk).id != older.id
    assert desk.notices.text == "Nearly the same is tagged already."
    press(desk, KEY.Key_M, held=SHIFT)
    merged = active(desk)
    assert (merged.id, merged.flag) == (older.id, True)
    assert merged.text == (long[: -len(" diplomats")],)
    desk.session.undo()
    assert desk.session.project.annotation(older.id).text == (long,)


def test_several_fragments_are_seen_wherever_annotations_are(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    select(desk, FIRST)
    press(desk, KEY.Key_2)
    select(desk, LAST)
    press(desk, KEY.Key_2, held=SHIFT)
    made = active(desk)
    written = {}
    for format_id in ("csv", "pressmark-jsonl", "html"):
        form = format_by_id(format_id)
        assert form is not None
        path = tmp_path / f"{format_id}.out"
        selection = Selection(project=desk.session.project)
        desk.exports.write(Order(form, options_from(form, {}), selection, path, 0))
        qtbot.waitUntil(partial(told, desk, path.name))
        written[format_id] = path.read_text(encoding="utf-8-sig")
    rows = csv.DictReader(written["csv"].split("\n"))
    row = next(row for row in rows if row["annotation"] == made.id)
    assert row["text"] == f"{FIRST} … {LAST}"
    assert json.loads(row["fragments"]) == [list(one) for one in made.fragments]
    lines = map(json.loads, filter(None, written["pressmark-jsonl"].split("\n")))
    kept = [one for line in lines for one in line.get("annotations", ()) if one["id"] == made.id]
    assert [one["text"] for one in kept] == [[FIRST, LAST]]
    assert f"{FIRST} … {LAST}" in written["html"]
    listed = desk.annotation_list.view.model()
    shown = [listed.index(at, 0).data() for at in range(listed.rowCount())]
    assert any(f"{FIRST} … {LAST}" in str(one) for one in shown)
