"""The view as hands meet it: mouse, keys, and what reaches the project."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pressmark.edits.annotations import MoveAnnotation
from pressmark.model.annotation import Annotation
from pressmark.model.span import Span
from pressmark.ui.reading.article_view import ArticleView
from pressmark.ui.session import Session
from tests.ui.reading.conftest import Reader
from tests.ui.reading.desk import article

TEXT = (
    'The EU said: "Ukraine\'s co-operation with the U.S. goes on." It denied the rest of it all.\n'
    "A second paragraph stands here, \U0001f1fa\U0001f1e6 with a flag and e\u0301 in it."
)
LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def place(view: ArticleView, offset: int) -> QPoint:
    """Return a point in the viewport just right of where the character at `offset` begins."""
    box = view.boxes(Span(offset, offset + 1))[0]
    return QPoint(int(box.left()) + 2, int(box.center().y()))


def drag(
    view: ArticleView, start: int, end: int, modifier: Qt.KeyboardModifier | None = None
) -> None:
    held = modifier or Qt.KeyboardModifier.NoModifier
    begin, finish = place(view, start), place(view, end)
    QTest.mousePress(view.viewport(), LEFT, held, begin)
    QTest.mouseMove(view.viewport(), (begin + finish) / 2)
    QTest.mouseMove(view.viewport(), finish)
    QTest.mouseRelease(view.viewport(), LEFT, held, finish)


def click(view: ArticleView, offset: int) -> None:
    QTest.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place(view, offset))


def press(view: ArticleView, *pressed: Qt.Key, with_: Qt.KeyboardModifier | None = None) -> None:
    for key in pressed:
        QTest.keyClick(view, key, with_ or Qt.KeyboardModifier.NoModifier)


def selected_words(view: ArticleView) -> str:
    span = view.selected()
    return view.text[slice(*span)] if span else ""


def only(session: Session) -> Annotation:
    assert session.article
    (one,) = session.article.annotations
    return one


# ---- the mouse


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


# ---- the keyboard


def test_keys_alone_select_and_tag(read: Reader) -> None:
    session, view = read(article(TEXT))
    view.set_caret(TEXT.index("denied"))
    press(view, *[KEY.Key_Right] * 6, with_=SHIFT)
    assert selected_words(view) == "denied"
    press(view, KEY.Key_4)
    assert (only(session).label, only(session).text) == ("denial", ("denied",))
    assert view.caret() == TEXT.index("denied") + 6
    assert view.selected() is None
    assert session.annotation == only(session)


def test_a_label_key_without_a_selection_relabels(read: Reader) -> None:
    session, view = read(article(TEXT, ("claim", 4, 6)))
    click(view, 4)
    press(view, KEY.Key_Q)
    assert only(session).label == "quote"
    press(view, KEY.Key_Q)  # it is one already
    session.undo()
    assert only(session).label == "claim"


def test_a_label_key_with_nothing_at_all_does_nothing(read: Reader) -> None:
    session, view = read(article(TEXT, ("claim", 4, 6)))
    press(view, KEY.Key_1, KEY.Key_D)
    assert only(session).label == "claim"


def test_each_step_has_its_title(read: Reader) -> None:
    session, view = read(article(TEXT))
    assert session.file
    titles = []
    view.select(4, 6)
    view.tag("claim")
    titles.append(session.file.history.undo_title)
    view.tag("quote")
    titles.append(session.file.history.undo_title)
    view.remove_active()
    titles.append(session.file.history.undo_title)
    assert titles == ["Tag claim", "Relabel to quote", "Delete annotation"]


def test_white_space_at_the_edges_is_left_out(read: Reader) -> None:
    session, view = read(article(TEXT))
    view.select(3, 7)
    assert view.selected_span() == Span(4, 6)
    press(view, KEY.Key_C)
    assert only(session).text == ("EU",)


def test_shift_and_a_label_key_add_a_fragment(read: Reader) -> None:
    session, view = read(article(TEXT, ("quote", 4, 6)))
    session.activate("0")
    view.select(13, 22)
    press(view, KEY.Key_2, with_=SHIFT)
    assert only(session).fragments == (Span(4, 6), Span(13, 22))
    view.select(20, 30)
    view.reanchor()
    assert only(session).fragments == (Span(20, 30),)


def test_the_same_again_is_noticed(read: Reader, qtbot: QtBot) -> None:
    session, view = read(article(TEXT, ("claim", 4, 6)))
    view.select(4, 6)
    with qtbot.waitSignal(view.noticed):
        press(view, KEY.Key_1)
    assert only(session).id == "0"
    assert session.annotation == only(session)


def test_stepping_goes_round_and_cycling_goes_outwards(read: Reader) -> None:
    session, view = read(article(TEXT, ("quote", 13, 61), ("claim", 14, 40), ("denial", 70, 80)))
    visited = []
    for step in (view.next_annotation, view.next_annotation, view.cycle, view.previous_annotation):
        step()
        assert session.annotation
        visited.append(session.annotation.id)
    assert visited == ["0", "1", "0", "2"]
    assert view.caret() == 70


def test_enter_asks_for_the_inspector_and_escape_lets_go(read: Reader, qtbot: QtBot) -> None:
    session, view = read(article(TEXT, ("claim", 4, 6)))
    with qtbot.waitSignal(view.inspector_asked):
        press(view, KEY.Key_Return)
    session.activate("0")
    view.select(10, 14)
    press(view, KEY.Key_Escape)
    assert view.selected() is None
    assert session.annotation
    press(view, KEY.Key_Escape)
    assert session.annotation is None


def test_words_are_stepped_over_by_their_own_rule(read: Reader) -> None:
    _, view = read(article(TEXT))
    view.set_caret(TEXT.index("co-op"))
    view.setFocus()
    QTest.keySequence(view, QKeySequence(QKeySequence.StandardKey.SelectNextWord))
    assert selected_words(view) == "co-operation "


def test_copying_gives_the_stored_text(read: Reader) -> None:
    text = "a\u00a0b\u2028c\x00d\r\ne"
    _, view = read(article(text))
    view.selectAll()
    view.copy()
    assert QGuiApplication.clipboard().text() == text


@pytest.mark.parametrize(
    "text",
    [
        "\U0001f1fa\U0001f1e6 ends \U0001f468\u200d\U0001f469\u200d\U0001f467",
        "e\u0301te\u0301 NFD\n\nand\u00a0more\n \nlines\n",
        "a\r\nb\rc\u2028d\u2029e\ufdd0\x00\x0b",
        "مرحبا بالعالم abc 123 مرحبا",
        "",
        "\n",
        "한국어 \U0001d49c\U0001d49e",
    ],
)
def test_every_place_comes_back_as_it_was_set(read: Reader, text: str) -> None:
    _, view = read(article(text))
    for offset in range(len(text) + 1):
        view.set_caret(offset)
        assert view.caret() == offset
        view.select(0, offset)
        assert view.selected_text() == text[:offset]


def test_arrows_visit_each_character_once(read: Reader) -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    text = f"a\U0001f1fa\U0001f1e6{family}e\u0301b"
    _, view = read(article(text))
    stops = [view.caret()]
    for _ in range(5):
        press(view, KEY.Key_Right)
        stops.append(view.caret())
    assert stops == [0, 1, 3, 8, 10, 11]


def test_a_break_that_only_the_display_has_is_no_stop(read: Reader) -> None:
    text = "word " * 4000
    _, view = read(article(text))
    assert view.sheet
    border = view.document().findBlockByNumber(1).position() - 1  # in Qt's own count
    view.set_caret(border - 2)
    stops = []
    for _ in range(4):
        press(view, KEY.Key_Right)
        stops.append(view.caret())
    assert stops == [border - 1, border, border + 1, border + 2]
    for _ in range(4):
        press(view, KEY.Key_Left)
    assert view.caret() == border - 2


# ---- following the session


def test_what_changes_elsewhere_is_shown(read: Reader) -> None:
    session, view = read(article(TEXT, ("claim", 4, 6)))
    session.commit("Move", MoveAnnotation("a", "0", (Span(13, 22),)))
    assert view.sheet
    assert [one.id for one in view.sheet.stacking.at(15)] == ["0"]
    session.undo()
    assert [one.id for one in view.sheet.stacking.at(4)] == ["0"]
    assert view.active


def test_articles_are_found_where_they_were_left(read: Reader) -> None:
    long = "\n".join(f"Paragraph {number} of a long article." for number in range(200))
    session, view = read(article(long), article(TEXT, article_id="b"))
    view.restore_place(3000, 2500)
    before = view.place()
    assert before[0] == 3000
    session.open_article("b")
    assert view.place() == (0, 0)
    session.open_article("a")
    assert view.place() == before


def test_another_size_of_type_keeps_the_place(read: Reader) -> None:
    long = "\n".join(f"Paragraph {number} of a long article." for number in range(200))
    _, view = read(article(long))
    view.restore_place(3000, 2500)
    line = view.place()[1]
    view.set_text_size(28)
    assert view.place() == (3000, line)
    assert view.document().defaultFont().pixelSize() == 28


def test_nothing_to_show_is_shown_as_nothing(read: Reader) -> None:
    session, view = read(article(TEXT))
    session.open_article("")
    press(view, KEY.Key_1, KEY.Key_Right, KEY.Key_Escape)
    view.next_annotation()
    view.cycle()
    assert view.text == ""
    assert view.visible() == Span(0, 0)


def test_reading_only_changes_nothing(read: Reader) -> None:
    session, view = read(article(TEXT, ("claim", 4, 6)))
    assert session.file
    session.file.read_only = "locked"
    refused = []
    session.refused.connect(refused.append)
    view.select(13, 22)
    press(view, KEY.Key_2)
    assert only(session).label == "claim"
    assert [error.case for error in refused] == ["read-only"]


def test_a_scrolled_to_annotation_is_seen(read: Reader) -> None:
    long = "\n".join(f"Paragraph {number} of a long article." for number in range(200))
    session, view = read(article(long, ("claim", 5000, 5030)))
    session.show("0")
    assert view.visible().contains(Span(5000, 5030))
