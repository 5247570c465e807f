"""Somebody tags with the mouse, corrects the label, and hands the result on."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pressmark.formats.options import options_from
from pressmark.formats.registry import format_by_id
from pressmark.formats.selection import Selection
from pressmark.model.span import Span
from pressmark.ui.desk import Desk
from pressmark.ui.dialogs.export.export_dialog import Order
from pressmark.ui.widgets.label_button import LabelButton
from tests.journeys.conftest import Start

LEFT = Qt.MouseButton.LeftButton
WORDS = "according to a joint statement"


def point(desk: Desk, offset: int) -> QPoint:
    box = desk.view.boxes(Span(offset, offset + 1))[0]
    return QPointF(box.left() + 1, box.center().y()).toPoint()


def drag(desk: Desk, start: int, end: int) -> None:
    viewport, first, last = desk.view.viewport(), point(desk, start), point(desk, end)
    QTest.mousePress(viewport, LEFT, pos=first)
    QTest.mouseMove(viewport, (first + last) / 2)
    QTest.mouseMove(viewport, last)
    QTest.mouseRelease(viewport, LEFT, pos=last)


def write(desk: Desk, format_id: str, path: Path, qtbot: QtBot) -> None:
    form = format_by_id(format_id)
    assert form is not None
    selection = Selection(project=desk.session.project)
    desk.exports.write(Order(form, options_from(form, {}), selection, path, 0))
    qtbot.waitUntil(lambda: path.name in desk.notices.text)


def test_what_was_dragged_over_ends_in_a_table_and_a_report(
    start: Start, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    with start(project) as desk:
        begin = desk.view.text.index(WORDS)
        # Two letters short at both ends: words are taken whole.
        drag(desk, begin + 2, begin + len(WORDS) - 2)
        assert desk.view.selected_span() == Span(begin, begin + len(WORDS))
        shown = (one for one in desk.view.findChildren(LabelButton) if one.isVisible())
        quote = next(one for one in shown if one.label_id == "quote")
        QTest.mouseClick(quote, LEFT)
        made = desk.session.annotation
        assert made is not None
        assert (made.label, made.text) == ("quote", (WORDS,))

        QTest.keyClick(desk.view, Qt.Key.Key_D)
        relabelled = desk.session.annotation
        assert relabelled is not None
        assert (relabelled.id, relabelled.label) == (made.id, "denial")

        write(desk, "csv", tmp_path / "out.csv", qtbot)
        write(desk, "html", tmp_path / "out.html", qtbot)

    table = (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(table.split("\n")))
    assert len(rows) == 39
    row = next(row for row in rows if row["annotation"] == made.id)
    assert (row["label"], row["text"]) == ("denial", WORDS)
    assert WORDS in (tmp_path / "out.html").read_text(encoding="utf-8")


def test_a_click_in_the_list_goes_to_the_annotation(start: Start, project: Path) -> None:
    with start(project) as desk:
        article = desk.session.article
        assert article is not None
        last = article.annotations.in_order[-1]
        desk.session.show(last.id)
        assert desk.session.annotation == last
        assert desk.view.visible().contains(Span(last.span.start, last.span.start + 1))


@pytest.mark.parametrize(("action", "copied"), [("copy", False), ("cite", True)])
def test_words_are_copied_as_they_are_stored(
    start: Start, project: Path, action: str, *, copied: bool
) -> None:
    with start(project) as desk:
        begin = desk.view.text.index(WORDS)
        desk.view.select(begin, begin + len(WORDS))
        run = desk.copying.copy_citation if copied else desk.copying.copy
        run()
        text = QGuiApplication.clipboard().text()
        assert WORDS in text
        assert ("Ukrinform" in text) == copied, action
