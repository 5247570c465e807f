from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QToolButton
from pytestqt.qtbot import QtBot

from pressmark.edits.annotations import SetNote
from pressmark.edits.articles import SetState
from pressmark.edits.frame import PutAnnotator
from pressmark.edits.removals import removal
from pressmark.model.records import Annotator
from pressmark.store.lock import Holder
from pressmark.ui.panels.status_line import StatusLine
from pressmark.ui.session import Session
from pressmark.ui.widgets.plain_label import PlainLabel
from tests.ui.panels.in_memory import ANADOLU, file_of, hear


@pytest.fixture
def line(anadolu: Session, show: Callable[..., None]) -> StatusLine:
    made = StatusLine(anadolu)
    show(made, 1200, 30)
    return made


def words(line: StatusLine) -> list[str]:
    return [
        label.text()
        for label in line.findChildren(PlainLabel)
        if label.isVisible() and label.text()
    ]


def test_it_counts_the_annotations_of_the_article(anadolu: Session, line: StatusLine) -> None:
    assert "26 annotations" in words(line)
    anadolu.commit("Delete", *removal(anadolu.project, "B02"))
    assert "25 annotations" in words(line)
    anadolu.open_article("")
    assert not any("annotation" in word for word in words(line))


def test_it_says_what_lies_at_the_caret(line: StatusLine) -> None:
    line.announce("claim, inside quote, 2 of 3")
    assert "claim, inside quote, 2 of 3" in words(line)
    line.announce("")
    assert not any("2 of 3" in word for word in words(line))


def test_kept_and_saved_are_told_apart(anadolu: Session, line: StatusLine) -> None:
    file = file_of(anadolu)
    assert "saved" in words(line)
    anadolu.commit("Write note", SetNote(ANADOLU, "B01", "a"))
    assert "keeping…" in words(line)
    file.kept_seq = 1
    anadolu.keeping_changed.emit()
    assert "kept" in words(line)
    file.saved = True
    anadolu.keeping_changed.emit()
    told = next(word for word in words(line) if word.startswith("saved "))
    assert len(told) == len("saved 12:04")


def test_matching_is_told_until_another_project_is_open(anadolu: Session, line: StatusLine) -> None:
    line.show_matching(38, 38)
    assert "38 of 38 annotations match their text" in words(line)
    anadolu.commit("Write note", SetNote(ANADOLU, "B01", "a"))
    assert "38 of 38 annotations match their text" in words(line)
    anadolu.leave()
    assert not any("match" in word for word in words(line))


def test_nothing_is_said_of_a_project_without_annotations(line: StatusLine) -> None:
    line.show_matching(0, 0)
    assert not any("match" in word for word in words(line))


def test_progress_is_told_in_figures_and_as_a_bar(anadolu: Session, line: StatusLine) -> None:
    anadolu.commit("Mark", SetState(ANADOLU, "me", "done"))
    bar = line.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    assert "1/2" in words(line)
    assert (bar.value(), bar.maximum()) == (1, 2)


def test_who_else_has_the_project_open_is_named(anadolu: Session, line: StatusLine) -> None:
    file = file_of(anadolu)
    file.read_only = "locked"
    file.holder = Holder(name="Ana", host="desk-7", pid=1, since="", start=None)
    anadolu.project_replaced.emit()
    assert "Read only: Ana on desk-7 has it open" in words(line)
    assert "saved" not in words(line)
    file.read_only, file.holder = "no-permission", None
    anadolu.project_replaced.emit()
    assert "Read only" in words(line)


def test_the_annotator_is_renamed_in_place(
    anadolu: Session, line: StatusLine, qtbot: QtBot
) -> None:
    named = hear(line.annotator_named)
    button = next(one for one in line.findChildren(QToolButton) if "Me" in one.text())
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.keyClicks(line.window().focusWidget(), "  Ana  Maria ")
    qtbot.keyClick(line.window().focusWidget(), Qt.Key.Key_Return)
    assert named == [("Ana Maria",)]
    anadolu.commit("Rename", PutAnnotator(Annotator(id="me", name="Ana & Maria")))
    assert button.accessibleName() == "Annotator: Ana & Maria"


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_a_name_that_was_not_changed_stays(line: StatusLine, qtbot: QtBot, key: Qt.Key) -> None:
    named = hear(line.annotator_named)
    button = next(one for one in line.findChildren(QToolButton) if "Me" in one.text())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    if key == Qt.Key.Key_Escape:
        qtbot.keyClicks(line.window().focusWidget(), "other")
    qtbot.keyClick(line.window().focusWidget(), key)
    assert named == []
    assert button.isVisible()


def test_without_a_project_it_is_silent(anadolu: Session, line: StatusLine) -> None:
    anadolu.leave()
    assert words(line) == []
