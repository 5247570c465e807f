import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from pressmark.analysis.words import (
    Length,
    border_after,
    border_before,
    length_of,
    next_word,
    previous_word,
    trimmed,
    word_at,
    words_of,
)
from pressmark.model.span import Span

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
FLAGS = "\U0001f1fa\U0001f1e6\U0001f1e9\U0001f1ea"
PIECES = (
    "a",
    "é",
    "e\u0301",
    "\n",
    " ",
    "\u00a0",
    "\u2028",
    ".",
    "-",
    "'",
    FAMILY,
    FLAGS,
    "한",
    "각",
)
texts = st.lists(
    st.sampled_from((*PIECES, "مر", "\u200f", "1", ",", "\U0001f44d\U0001f3fd", "\u0301", "\u200b"))
).map("".join)


def borders(text: str) -> set[int]:
    return {0, len(text), *(found.end() for found in regex.finditer(r"\X", text))}


def span_in(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text)))
    return Span(start, draw(st.integers(start, len(text))))


@given(texts, st.data())
def test_borders_are_those_of_characters_as_people_see_them(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    known = borders(text)
    assert border_before(text, offset) == max(one for one in known if one <= offset)
    assert border_after(text, offset) == min(one for one in known if one >= offset)


@given(texts, st.data())
def test_what_is_trimmed_is_whole_and_has_no_space_at_its_edges(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    left = trimmed(text, span)
    if left is None:
        assert not text[span.start : span.end].strip().strip("\u200b")
        return
    assert {left.start, left.end} <= borders(text)
    first = regex.match(r"\X", text, pos=left.start)
    assert first is not None
    assert first.group().strip()
    assert trimmed(text, left) == left


@given(texts, st.data())
def test_growing_to_words_twice_is_growing_once(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    grown = words_of(text, span)
    assert grown.start <= span.start
    assert span.end <= grown.end
    assert words_of(text, grown) == grown


@pytest.mark.parametrize(
    "word",
    [
        *("co-operation", "Ukraine's", "Ukraine’s", "U.S.", "U.S", "e.g.", "MiG-29s", "1,718.5"),
        *("20:30", "UN", "한국어", "العربية", "Київ", "об'єднання", "e\u0301te\u0301", "می‌رود"),
        *("U.S.-led", "snake_case"),
    ],
)
def test_this_is_one_word(word: str) -> None:
    text = f"In ({word}), so"
    at = text.index(word)
    for offset in range(at, at + len(word)):
        assert word_at(text, offset) == Span(at, at + len(word))
    assert words_of(text, Span(at + 1, at + len(word))) == Span(at, at + len(word))


@pytest.mark.parametrize(("text", "words"), [("end.Next", ["end", "Next"]), ("和平", ["和", "平"])])
def test_these_are_several(text: str, words: list[str]) -> None:
    found = {word_at(text, offset) for offset in range(len(text))}
    assert {text[slice(*one)] for one in found if one} == set(words)


def test_quotation_marks_are_taken_only_when_pointed_at() -> None:
    text = 'the "entities involved" said'
    assert words_of(text, Span(6, 15)) == Span(5, 22)
    assert words_of(text, Span(4, 23)) == Span(4, 23)


def test_there_is_no_word_in_white_space() -> None:
    assert word_at("a  b", 2) is None
    assert word_at("a  b", 1) == Span(0, 1)


def test_stepping_by_words_stops_at_each_and_comes_back() -> None:
    text = "Russia's veto, of a “U.S.” co-operation \U0001f1fa\U0001f1e6 end"
    stops, at = [], 0
    while at < len(text):
        at = next_word(text, at)
        stops.append(at)
    assert [text[stop:].partition(" ")[0] for stop in stops] == [
        *("veto,", "of", "a", "U.S.”", "co-operation", "end", "")
    ]
    back, at = [], len(text)
    while at > 0:
        at = previous_word(text, at)
        back.append(at)
    assert back == [*reversed(stops[:-1]), 0]


@pytest.mark.parametrize(
    ("text", "count", "is_words"),
    [
        ("", 0, True),
        (" \n", 0, True),
        ("Ukraine’s U.S. co-operation rose 1,718.5 — today.", 6, True),
        ("Їхня заява, 2024-05-31.", 3, True),
        ("대통령은 회담을 연기했다.", 3, True),
        ("सरकार ने कहा", 3, True),
        ("外交部发言人 周二表示。", 11, False),
        ("首相は会談を延期する。", 11, False),
        ("カタカナ テキスト", 8, False),
        ("รัฐบาลกล่าว", 11, False),
        ("The word 外 is Han, and so is 交.", 9, True),
    ],
)
def test_how_long_a_text_is(text: str, count: int, *, is_words: bool) -> None:
    assert length_of(text) == Length(count, is_words)
