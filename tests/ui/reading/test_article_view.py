"""The view under the mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pressmark.model.span import Span
from pressmark.ui.reading.margin import WIDE, column_left
from tests.ui.reading.conftest import Reader
from tests.ui.reading.desk import article
from tests.ui.reading.hands import (
    KEY,
    LEFT,
    TEXT,
    click,
    drag,
    only,
    place,
    press,
    selected_words,
)


def test_a_drag_snaps_to_words_while_it_lasts(read: Reader) -> None:
    _, view = read(article(TEXT))
    start = TEXT.index("operation")
    QTest.mousePress(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place(view, start))
    QTest.mouseMove(view.viewport(), place(view, start + 17))
    assert selected_words(view) == "co-operation with the"
    QTest.mouseMove(view.viewport(), place(view, start - 8))
    assert selected_words(view) == "Ukraine's co-operation"
    assert view.caret() == TEXT.index("Ukraine")
    QTest.mouseRelease(
        view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place(view, start - 8)
    )


def test_alt_takes_exact_characters_and_so_does_the_toggle(read: Reader) -> None:
    _, view = read(article(TEXT))
    start = TEXT.index("operation")
    drag(view, start, start + 9 + 5, Qt.KeyboardModifier.AltModifier)
    assert selected_words(view) == "operation with"
    view.set_exact(exact=True)
    drag(view, start, start + 4)
    assert selected_words(view) == "oper"


def test_not_even_alt_cuts_a_flag_or_a_letter_with_its_accent(read: Reader) -> None:
    _, view = read(article(TEXT))
    flag = TEXT.index("\U0001f1fa")
    view.set_exact(exact=True)
    drag(view, flag, flag + 3)
    assert selected_words(view) == "\U0001f1fa\U0001f1e6"


def test_a_click_that_trembles_selects_nothing(read: Reader) -> None:
    _, view = read(article(TEXT))
    at = place(view, 6)
    QTest.mousePress(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    QTest.mouseMove(view.viewport(), at + QPoint(2, 1))
    QTest.mouseRelease(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at + QPoint(2, 1))
    assert view.selected() is None
    assert view.caret() == 6


@pytest.mark.parametrize("word", ["co-operation", "Ukraine's", "U.S.", "paragraph"])
def test_a_double_click_takes_the_word(read: Reader, word: str) -> None:
    _, view = read(article(TEXT))
    at = place(view, TEXT.index(word) + 1)
    QTest.mouseDClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    assert selected_words(view) == word


def test_a_triple_click_takes_the_sentence(read: Reader) -> None:
    _, view = read(article(TEXT))
    at = place(view, TEXT.index("denied"))
    QTest.mouseDClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    QTest.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    assert selected_words(view) == "It denied the rest of it all."


def test_the_bar_appears_at_a_selection_and_tags_with_one_click(read: Reader) -> None:
    session, view = read(article(TEXT))
    assert not view._bar.isVisible()
    drag(view, TEXT.index("EU"), TEXT.index("said"))
    assert view._bar.isVisible()
    quote = view._bar._row.itemAt(1).widget()
    QTest.mouseClick(quote, LEFT)
    assert (only(session).label, only(session).text) == ("quote", ("EU",))
    assert not view._bar.isVisible()
    assert session.annotation == only(session)


def test_a_brush_tags_at_each_drag_until_escape(read: Reader, qtbot: QtBot) -> None:
    session, view = read(article(TEXT))
    view.set_brush("sanction")
    drag(view, TEXT.index("EU"), TEXT.index("said"))
    drag(view, TEXT.index("rest"), TEXT.index("of it"))
    assert session.article
    assert [one.text for one in session.article.annotations] == [("EU",), ("rest",)]
    assert not view._bar.isVisible()
    with qtbot.waitSignal(view.brush_changed, check_params_cb=lambda label: label == ""):
        press(view, KEY.Key_Escape)


def test_clicks_go_through_the_stack_and_say_where_they_are(read: Reader) -> None:
    session, view = read(article(TEXT, ("quote", 13, 61), ("claim", 14, 40), ("denial", 24, 36)))
    said: list[str] = []
    view.stack_announced.connect(said.append)
    for _ in range(4):
        click(view, 30)
    assert said == [
        "denial, inside claim, 1 of 3",
        "claim, inside quote, 2 of 3",
        "quote, 3 of 3",
        "denial, inside claim, 1 of 3",
    ]
    assert view.accessibleDescription() == said[-1]
    click(view, 75)
    assert session.annotation is None


def test_a_right_click_asks_for_a_menu_of_what_is_there(read: Reader, qtbot: QtBot) -> None:
    session, view = read(article(TEXT, ("quote", 13, 61), ("claim", 14, 40)))
    at = place(view, 20)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.mapToGlobal(at))
    with qtbot.waitSignal(view.menu_asked) as asked:
        QApplication.sendEvent(view.viewport(), event)
    assert asked.args[1] == ("1", "0")
    assert session.annotation
    assert session.annotation.id == "1"


def test_an_edge_is_dragged_by_its_handle(read: Reader) -> None:
    session, view = read(article(TEXT, ("claim", 4, 11)))
    session.activate("0")
    boxes = view.outlined(Span(4, 11))
    handle = boxes[-1].bottomRight().toPoint()
    finish = place(view, TEXT.index("goes") + 2)
    QTest.mousePress(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, handle)
    QTest.mouseMove(view.viewport(), finish)
    assert selected_words(view) == TEXT[4 : TEXT.index(" on.")]
    QTest.mouseRelease(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, finish)
    assert only(session).text == (TEXT[4 : TEXT.index(" on.")],)
    assert only(session).id == "0"
    assert not view._bar.isVisible()


def test_the_other_edge_stays_even_within_a_word(read: Reader) -> None:
    session, view = read(article(TEXT, ("claim", 5, 11)))  # "U said"
    session.activate("0")
    handle = view.outlined(Span(5, 11))[-1].bottomRight().toPoint()
    finish = place(view, TEXT.index("goes") + 2)
    QTest.mousePress(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, handle)
    QTest.mouseMove(view.viewport(), finish)
    QTest.mouseRelease(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, finish)
    assert only(session).text == (TEXT[5 : TEXT.index(" on.")],)


def test_what_an_edge_would_take_is_outlined_and_escape_leaves_it(read: Reader) -> None:
    session, view = read(article(TEXT, ("claim", 4, 11)))
    session.activate("0")
    handle = view.outlined(Span(4, 11))[-1].bottomRight().toPoint()
    finish = place(view, TEXT.index("goes") + 2)
    QTest.mousePress(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, handle)
    QTest.mouseMove(view.viewport(), finish)
    assert view._shape == (Span(4, TEXT.index(" on.")),)
    press(view, KEY.Key_Escape)
    assert view._shape == ()
    QTest.mouseMove(view.viewport(), finish + QPoint(30, 0))
    QTest.mouseRelease(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, finish)
    assert only(session).fragments == (Span(4, 11),)
    assert session.annotation == only(session)
    assert view.selected() is None


@pytest.mark.parametrize("by_key", [True, False])
def test_an_edge_takes_exact_characters_where_these_are_wanted(
    read: Reader, *, by_key: bool
) -> None:
    session, view = read(article(TEXT, ("claim", 4, 11)))
    session.activate("0")
    handle = view.outlined(Span(4, 11))[-1].bottomRight().toPoint()
    finish = place(view, TEXT.index("operation"))
    view.set_exact(exact=not by_key)
    held = Qt.KeyboardModifier.AltModifier if by_key else Qt.KeyboardModifier.NoModifier
    QTest.mousePress(view.viewport(), LEFT, held, handle)
    QTest.mouseMove(view.viewport(), finish)
    QTest.mouseRelease(view.viewport(), LEFT, held, finish)
    assert only(session).text == (TEXT[4 : TEXT.index("operation")],)


def test_fragments_are_joined_by_a_line_on_every_line_between_them(read: Reader) -> None:
    session, view = read(article("\n".join([TEXT] * 3), ("quote", 4, 6)), size=(640, 700))
    session.activate("0")
    last = view.text.rindex("EU")
    view.select(last, last + 2)
    view.add_to_active()
    assert view.sheet
    page = view.sheet.bands.between(0, 10_000)
    lines = {piece.baseline for piece in page.joins}
    ends = sorted({piece.baseline for piece in page.pieces})
    assert len(lines) > 4
    assert min(lines) == ends[0]
    assert max(lines) == ends[-1]


def test_a_click_on_a_handle_leaves_all_as_it_is(read: Reader) -> None:
    session, view = read(article(TEXT, ("claim", 4, 11)))
    session.activate("0")
    handle = view.outlined(Span(4, 11))[-1].bottomRight().toPoint()
    QTest.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, handle)
    assert session.annotation == only(session)


def test_ctrl_adds_fragments_by_drag_and_by_double_click(read: Reader) -> None:
    session, view = read(article(TEXT, ("quote", 4, 6)))
    session.activate("0")
    ctrl = Qt.KeyboardModifier.ControlModifier
    drag(view, TEXT.index("operation"), TEXT.index("the U.S.") + 1, ctrl)
    assert only(session).text == ("EU", "co-operation with the")
    assert session.undo_title == "Add a fragment"
    assert not view._bar.isVisible()
    at = place(view, TEXT.index("denied") + 1)
    QTest.mouseClick(view.viewport(), LEFT, ctrl, at)
    assert session.annotation == only(session)
    QTest.mouseDClick(view.viewport(), LEFT, ctrl, at)
    QTest.mouseRelease(view.viewport(), LEFT, ctrl, at)
    assert only(session).text[-1] == "denied"


def test_a_fragment_dragged_onto_another_becomes_one_with_it(read: Reader) -> None:
    session, view = read(article(TEXT, ("quote", 4, 6)))
    session.activate("0")
    view.select(13, 22)
    view.add_to_active()
    handle = view.outlined(Span(4, 6))[-1].bottomRight().toPoint()
    finish = place(view, TEXT.index("Ukraine") + 2)
    QTest.mousePress(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, handle)
    QTest.mouseMove(view.viewport(), finish)
    QTest.mouseRelease(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, finish)
    assert only(session).fragments == (Span(4, 23),)


def test_the_bar_offers_to_add_to_the_active_annotation(read: Reader) -> None:
    session, view = read(article(TEXT, ("quote", 4, 6)))
    drag(view, TEXT.index("denied"), TEXT.index("the rest") + 1)
    assert view._bar.addition.isHidden()
    session.activate("0")
    drag(view, TEXT.index("denied"), TEXT.index("the rest") + 1)
    assert view._bar.addition.accessibleName() == "Add to “EU”"
    QTest.mouseClick(view._bar.addition, LEFT)
    assert only(session).text == ("EU", "denied the")
    assert not view._bar.isVisible()


def test_the_bar_stands_where_the_pointer_is(read: Reader) -> None:
    _, view = read(article("\n".join([TEXT] * 3)), size=(832, 700))
    start, end = len(TEXT) + 1 + TEXT.index("EU"), len(TEXT) * 2 - 20
    drag(view, end, start)
    first = view.boxes(Span(start, end))[0]
    card = view._bar.geometry().adjusted(8, 8, -8, -8)
    assert card.bottom() < first.top()
    assert card.left() <= max(0, place(view, start).x()) <= card.right()


def test_a_selection_may_begin_where_the_active_one_does(read: Reader) -> None:
    session, view = read(article(TEXT, ("quote", 4, 40)))
    session.activate("0")
    drag(view, 4, TEXT.index("said") + 2)
    assert selected_words(view) == "EU said"
    assert only(session).fragments == (Span(4, 40),)


def test_what_the_pointer_rests_on_is_raised(read: Reader, qtbot: QtBot) -> None:
    _, view = read(article(TEXT, ("quote", 0, 49), ("claim", 10, 20), ("denial", 60, 70)))
    QTest.mouseMove(view.viewport(), place(view, 15))
    qtbot.waitUntil(lambda: view.emphasis.raised == "1")
    assert view.emphasis.faded == {"0"}
    QTest.mouseMove(view.viewport(), QPoint(3, 3))
    qtbot.waitUntil(lambda: view.emphasis.raised == "")


def test_what_stands_between_two_fragments_does_not_fade(read: Reader, qtbot: QtBot) -> None:
    session, view = read(article(TEXT, ("quote", 4, 6), ("claim", 14, 22), ("denial", 26, 30)))
    session.activate("0")
    view.select(24, 36)
    view.add_to_active()
    QTest.mouseMove(view.viewport(), place(view, 5))
    qtbot.waitUntil(lambda: view.emphasis.raised == "0")
    assert view.emphasis.faded == {"2"}


def test_a_stripe_in_the_margin_is_the_annotation_too(read: Reader) -> None:
    session, view = read(article(TEXT, ("quote", 0, 49), ("claim", 10, 20)))
    box = view.boxes(Span(0, 1))[0]
    second_column = QPoint(column_left(1, WIDE) + 2, int(box.center().y()))
    QTest.mouseClick(view.viewport(), LEFT, pos=second_column)
    assert session.annotation
    assert session.annotation.id == "1"


def test_a_drag_below_the_view_goes_on_scrolling(read: Reader, qtbot: QtBot) -> None:
    _, view = read(article("\n".join([TEXT] * 30)))
    QTest.mousePress(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place(view, 20))
    below = QPoint(200, view.viewport().height() + 60)
    QTest.mouseMove(view.viewport(), below)
    first = view.caret()
    qtbot.waitUntil(lambda: view.ruler.value() > 150)
    QTest.mouseRelease(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, below)
    assert view.caret() > first
    selected = view.selected()
    assert selected
    assert selected.start == TEXT.index("Ukraine")


def test_the_bar_goes_with_the_article(read: Reader) -> None:
    session, view = read(article(TEXT), article(TEXT + "2", article_id="b"))
    drag(view, TEXT.index("EU"), TEXT.index("said"))
    assert view._bar.isVisible()
    session.open_article("b")
    assert not view._bar.isVisible()
    assert view.selected() is None
