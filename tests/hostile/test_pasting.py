"""What is pasted or dropped comes in as text, whatever richer form it has besides."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from pressmark.ui.desk import Desk
from tests.window import opened

TEXT = "<b>Plain</b> words"
NO_KEY = Qt.KeyboardModifier.NoModifier


def rich(text: str | None = TEXT) -> QMimeData:
    """Return what a browser offers: a page with a picture, the picture, and perhaps text."""
    offered = QMimeData()
    offered.setHtml('<b>Rich</b> <img src="file:///beacon.png"> words')
    offered.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    if text is not None:
        offered.setText(text)
    return offered


@pytest.fixture
def desk(qtbot: QtBot, seeds: Path, tmp_path: Path) -> Iterator[Desk]:
    project = tmp_path / "own.pressmark"
    project.write_bytes((seeds / "example.pressmark").read_bytes())
    with opened(qtbot, project) as made:
        yield made


def drop(desk: Desk, offered: QMimeData) -> None:
    copy, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    place = QPointF(50, 50)
    entering = QDragEnterEvent(place.toPoint(), copy, offered, button, NO_KEY)
    QApplication.sendEvent(desk.window, entering)  # Qt drops only where something was dragged to
    QApplication.sendEvent(desk.window, QDropEvent(place, copy, offered, button, NO_KEY))


def texts(desk: Desk) -> set[str]:
    return {article.text for article in desk.session.project.opened()}


def test_a_note_and_the_fields_take_text_only(desk: Desk) -> None:
    QGuiApplication.clipboard().setMimeData(rich())
    article = desk.session.article
    assert article is not None
    desk.session.activate(article.annotations.in_order[0].id)
    note = desk.inspector.annotation.note
    note.setPlainText("")
    note.paste()
    assert note.toPlainText() == TEXT
    desk.views.describe_article()
    line = desk.inspector.article.fields["title"].line
    assert isinstance(line, QLineEdit)
    line.selectAll()
    line.paste()
    assert line.text() == TEXT


def test_the_article_that_is_read_takes_nothing(desk: Desk) -> None:
    QGuiApplication.clipboard().setMimeData(rich())
    before = desk.view.toPlainText()
    desk.view.paste()
    assert desk.view.toPlainText() == before
    assert not desk.view.acceptDrops()
    assert not desk.view.viewport().acceptDrops()


def test_what_is_pasted_or_dropped_as_an_article_is_its_text(desk: Desk, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setMimeData(rich("Pasted <i>text</i>."))
    desk.imports.paste()
    assert "Pasted <i>text</i>." in texts(desk)
    drop(desk, rich())
    qtbot.waitUntil(lambda: TEXT in texts(desk))


def test_of_html_alone_only_the_words_come_in(desk: Desk, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setMimeData(rich(None))
    desk.imports.paste()
    qtbot.waitUntil(lambda: "Rich words" in texts(desk))
    drop(desk, rich(None))
    qtbot.waitUntil(lambda: "already" in desk.notices.text)


def test_a_picture_alone_brings_nothing(desk: Desk) -> None:
    before = texts(desk)
    picture = QMimeData()
    picture.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    QGuiApplication.clipboard().setMimeData(picture)
    desk.imports.paste()
    drop(desk, picture)
    QApplication.processEvents()
    assert texts(desk) == before
    assert not desk.tasks.is_busy


def test_what_is_dropped_stays_where_it_was(desk: Desk) -> None:
    offered = QMimeData()
    offered.setText("Cut out of a letter, it would be gone there.")
    both = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    event = QDropEvent(QPointF(50, 50), both, offered, Qt.MouseButton.LeftButton, NO_KEY)
    event.setDropAction(Qt.DropAction.MoveAction)
    desk.window.dropEvent(event)
    assert event.isAccepted()
    assert event.dropAction() == Qt.DropAction.CopyAction


def test_what_can_only_be_moved_is_not_taken(desk: Desk) -> None:
    offered = QMimeData()
    offered.setText("Only to be moved.")
    moved, button = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    event = QDragEnterEvent(QPointF(50, 50).toPoint(), moved, offered, button, NO_KEY)
    desk.window.dragEnterEvent(event)
    assert not event.isAccepted()
