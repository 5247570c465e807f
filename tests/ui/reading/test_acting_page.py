"""What keys and menus ask for, and what reaches the project."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from pressmark.model.annotations import Annotations
from pressmark.model.span import Span
from tests.ui.reading.conftest import Reader
from tests.ui.reading.desk import annotation, article
from tests.ui.reading.hands import KEY, SHIFT, TEXT, click, only, press, selected_words


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


def test_fragments_are_taken_away_one_by_one(read: Reader, qtbot: QtBot) -> None:
    session, view = read(article(TEXT, ("quote", 4, 6)))
    session.activate("0")
    for start, end in ((13, 22), (24, 36)):
        view.select(start, end)
        view.add_to_active()
    assert len(only(session).fragments) == 3
    view.set_caret(9)
    with qtbot.waitSignal(view.noticed):
        view.remove_fragment()  # the caret is in none
    view.set_caret(15)
    view.remove_fragment()
    assert only(session).text == ("EU", TEXT[24:36])
    view.set_caret(4)
    view.remove_fragment()
    with qtbot.waitSignal(view.noticed) as said:
        view.remove_fragment()
    assert "Del" in said.args[0]
    assert only(session).text == (TEXT[24:36],)
    session.undo()
    session.undo()
    assert len(only(session).fragments) == 3


def test_the_fragment_with_the_caret_is_the_one_that_words_are_added_to(read: Reader) -> None:
    session, view = read(article(TEXT, ("quote", 4, 6)))
    session.activate("0")
    view.select(24, 36)
    view.add_to_active()
    view.set_caret(5)
    view.move_end(1)
    assert only(session).text == ("EU said", TEXT[24:36])
    view.set_caret(30)
    view.move_end(-1)  # one word stays
    view.move_start(-1)
    assert only(session).text == ("EU said", TEXT[14:36])
    view.move_start(-1)  # only signs and blanks are between them now
    view.set_caret(70)
    view.move_end(1)
    assert only(session).span == Span(4, 41)


def test_the_caret_stays_in_the_fragment_whose_edge_is_moved(read: Reader) -> None:
    session, view = read(article(TEXT, ("quote", 4, 11), ("claim", 70, 75)))
    session.activate("0")
    view.set_caret(11)
    view.move_end(-1)
    assert view.caret() == 6


def test_moving_to_the_same_words_mends_a_text_that_differs(read: Reader) -> None:
    one = replace(annotation(TEXT, "claim", (4, 6)), text=("EC",), note="kept")
    session, view = read(replace(article(TEXT), annotations=Annotations.of([one])))
    session.activate(one.id)
    view.select(4, 6)
    view.reanchor()
    assert (only(session).id, only(session).text, only(session).note) == (one.id, ("EU",), "kept")


def test_nearly_the_same_again_is_noticed(read: Reader, qtbot: QtBot) -> None:
    session, view = read(article(TEXT, ("quote", 13, 60)))
    view.select(14, 59)
    with qtbot.waitSignal(view.doubled) as doubled:
        press(view, KEY.Key_2)
    assert session.annotation
    assert doubled.args == [session.annotation.id]
    view.select(24, 36)
    with qtbot.assertNotEmitted(view.doubled):
        press(view, KEY.Key_2)


@pytest.mark.parametrize(("start", "words"), [(13, "tagged this"), (14, "tagged nearly the same")])
def test_what_somebody_else_has_tagged_so_is_said_and_no_more(
    read: Reader, qtbot: QtBot, start: int, words: str
) -> None:
    theirs = replace(annotation(TEXT, "quote", (13, 60)), annotator="bo")
    session, view = read(replace(article(TEXT), annotations=Annotations.of([theirs])))
    view.select(start, 60)
    with qtbot.assertNotEmitted(view.doubled), qtbot.waitSignal(view.noticed) as noticed:
        press(view, KEY.Key_2)
    assert noticed.args is not None
    assert words in noticed.args[0]
    assert session.article is not None
    assert len(session.article.annotations) == 2


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


def test_a_selection_grows_and_shrinks_back(read: Reader) -> None:
    _, view = read(article(TEXT))
    view.set_caret(TEXT.index("operation"))
    seen = []
    for _ in range(3):
        view.grow_selection()
        seen.append(selected_words(view))
    assert seen[0] == "co-operation"
    assert len(set(seen)) == 3
    for words in (seen[1], seen[0], ""):
        view.shrink_selection()
        assert selected_words(view) == words


@pytest.mark.parametrize(
    ("text", "word", "quotation"),
    [
        ('שר החוץ אמר: "אנחנו מגנים, והוא" ביום שישי. אחר כך.', "מגנים", '"אנחנו מגנים, והוא"'),
        ("قال الوزير: «نحن ندين هذا، وهو» يوم. ثم غادر؟ نعم.", "ندين", "«نحن ندين هذا، وهو»"),
        ("장관은 “이 협정을 규탄한다. 위험”고 했다. 둘째.", "협정을", "“이 협정을 규탄한다. 위험”"),
        ("He 👨‍👩‍👧 “we 🇺🇦 stand, 👍🏽 now” today.\r\nNext.", "stand", "“we 🇺🇦 stand, 👍🏽 now”"),
    ],
)
def test_every_script_grows_into_its_quotation_and_back(
    read: Reader, text: str, word: str, quotation: str
) -> None:
    _, view = read(article(text))
    view.set_caret(text.index(word) + 1)
    seen = [""]
    while (view.grow_selection(), selected_words(view))[1] != seen[-1]:
        seen.append(selected_words(view))
    assert seen[1:3] == [word, quotation]
    assert "\n" not in seen[-1]
    for words in seen[-2::-1]:
        view.shrink_selection()
        assert selected_words(view) == words


def test_what_was_selected_by_hand_shrinks_too(read: Reader) -> None:
    _, view = read(article(TEXT))
    sentence = TEXT.partition("\n")[0].rpartition("It")
    view.select(len(sentence[0]), len(sentence[0] + "It" + sentence[2]))
    view.shrink_selection()
    assert selected_words(view) == "It"


def test_shrinking_goes_back_the_same_way_after_other_things(read: Reader) -> None:
    _, view = read(article(TEXT))
    view.set_caret(TEXT.index("operation"))
    seen = []
    for _ in range(3):
        view.grow_selection()
        seen.append(selected_words(view))
    press(view, KEY.Key_Right, with_=SHIFT)
    view.viewport().update()
    for words in (seen[2], seen[1], seen[0], ""):
        view.shrink_selection()
        assert selected_words(view) == words


def test_edges_move_by_words_and_nothing_is_lost(read: Reader) -> None:
    session, view = read(article(TEXT, ("claim", 4, 6)))
    session.activate("0")
    view.move_end(1)
    assert only(session).text == ("EU said",)
    view.move_start(-1)
    assert only(session).text == ("The EU said",)
    view.move_start(1)
    view.move_end(-1)
    assert (only(session).id, only(session).text) == ("0", ("EU",))
    session.undo()
    assert only(session).text == ("EU said",)


def test_label_keys_can_be_left_to_others(read: Reader) -> None:
    session, view = read(article(TEXT, ("claim", 4, 6)))
    session.activate("0")
    view.set_label_keys(on=False)
    press(view, KEY.Key_2)
    assert only(session).label == "claim"


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
