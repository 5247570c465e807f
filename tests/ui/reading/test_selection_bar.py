import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pressmark.model.label_set import Label, LabelSet
from pressmark.store.label_sets import default_label_set
from pressmark.ui.reading.selection_bar import SelectionBar

LINE = QRectF(300, 100, 200, 25)


@pytest.fixture
def room(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.resize(700, 500)
    shown.show()
    return shown


def test_it_stands_below_the_selection_within_the_room(room: QWidget) -> None:
    bar = SelectionBar(room)
    bar.show_labels(default_label_set())
    for focus in (LINE, LINE.translated(-300, 0), LINE.translated(200, 0)):
        bar.show_at(focus, LINE)
        assert bar.geometry().top() > LINE.bottom() - 8
        assert room.rect().contains(bar.geometry().adjusted(8, 8, -8, -8))


def test_it_stands_above_where_there_is_no_room_below(room: QWidget) -> None:
    bar = SelectionBar(room)
    bar.show_labels(default_label_set())
    low = LINE.translated(0, 360)
    bar.show_at(low, low)
    assert bar.geometry().bottom() < low.top() + 8


def test_what_it_offers_stands_in_two_rows_where_one_has_no_room(room: QWidget) -> None:
    bar = SelectionBar(room)
    bar.show_labels(default_label_set())
    bar.offer_addition(["some words", "& more of them"])
    wide, tall = bar.sizeHint().width(), bar.sizeHint().height()
    room.resize(wide - 60, 500)
    bar.offer_addition(["some words", "& more of them"])
    assert bar.sizeHint().width() < wide - 60
    assert bar.sizeHint().height() > tall
    assert bar.addition.accessibleName() == "Add to “some words … & more of them”"


def test_it_offers_the_labels_of_the_set_that_is_used(room: QWidget, qtbot: QtBot) -> None:
    bar = SelectionBar(room)
    bar.show_labels(default_label_set())
    bar.show_labels(LabelSet(name="own", labels=(Label(id="one", title="One", keys=("7",)),)))
    assert bar._row.count() == 1
    with qtbot.waitSignal(bar.chosen) as chosen:
        bar._row.itemAt(0).widget().click()
    assert chosen.args == ["one"]


def test_labels_stand_in_a_column_where_a_row_has_no_room(room: QWidget) -> None:
    bar = SelectionBar(room)
    bar.show_labels(default_label_set())
    bar.offer_addition(())
    wide = bar.sizeHint()
    room.resize(320, 500)
    bar.offer_addition(())
    bar.show_at(LINE.translated(-200, 0), LINE)
    assert bar.width() < 320 < wide.width()
    assert bar.height() > wide.height()
    room.resize(700, 500)
    bar.offer_addition(())
    assert bar.sizeHint() == wide
