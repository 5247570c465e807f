"""Somebody starts for the first time, tags with the keys alone, and comes back the next day."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pressmark.model.span import Span
from pressmark.paths import seed
from pressmark.store.open_project import project_bytes, read_project
from pressmark.ui.desk import Desk
from tests.journeys.conftest import Start

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def select_by_keys(desk: Desk, words: str) -> None:
    start = desk.view.text.index(words)
    desk.view.set_caret(start)
    for _ in words:
        QTest.keyClick(desk.view, KEY.Key_Right, SHIFT)
    assert desk.view.selected_span() == Span(start, start + len(words))


def test_tagging_by_keys_is_kept_and_found_again(start: Start, qtbot: QtBot) -> None:
    with start() as desk:
        session = desk.session
        assert session.project.annotation_count() == 38
        assert session.writable
        first, second = desk.article_list.order()
        assert session.article_id == first

        QTest.keyClick(desk.view, KEY.Key_PageDown, CTRL)
        assert session.article_id == second
        select_by_keys(desk, "hold both nations accountable")
        QTest.keyClick(desk.view, KEY.Key_3)
        made = session.annotation
        assert made is not None
        assert (made.label, made.text) == ("sanction", ("hold both nations accountable",))
        assert made.annotator == session.annotator_id

        QTest.keyClick(desk.window, KEY.Key_Z, CTRL)
        assert session.project.annotation_count() == 38
        QTest.keyClick(desk.window, KEY.Key_Z, CTRL | SHIFT)
        assert session.project.annotation_count() == 39
        qtbot.waitUntil(lambda: session.file is not None and session.file.kept_seq == 3)
        desk.view.set_caret(500)
        path = session.file.path if session.file else None

    assert path is not None
    saved = read_project(path)
    assert saved.entries == ()  # the file itself holds everything
    assert saved.project.annotation(made.id) == made

    with start() as desk:
        assert desk.session.article_id == second
        assert desk.view.caret() == 500
        assert desk.session.project == saved.project


def test_the_example_can_be_put_back_as_it_was(start: Start) -> None:
    untouched = project_bytes(read_project(seed("example.pressmark")).project)
    with start() as desk:
        select_by_keys(desk, "top diplomats")
        QTest.keyClick(desk.view, KEY.Key_C)
        changed = project_bytes(desk.session.project)
        desk.files.reset_example()
        assert project_bytes(desk.session.project) == untouched
        assert desk.notices.text
        desk.notices.follow()
        assert project_bytes(desk.session.project) == changed
