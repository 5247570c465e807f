from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.errors import RecordError
from pressmark.formats.counting import CODE_POINTS, UTF_16, Counting
from pressmark.formats.format import Remark
from pressmark.formats.quote_search import found_by_words
from pressmark.formats.settling import Settling, stretches
from pressmark.formats.whole_characters import WholeCharacters
from pressmark.model.span import Span
from tests.strategies import spans, texts

TEXT = "No. He said no, and no again. 👩‍👩‍👧‍👦 e\u0301 😀"


def _json(value: Any) -> Any:  # noqa: ANN401 -- what no reader would make is tried as well
    return value


def settled(
    *said: object, counting: Counting = CODE_POINTS, text: str = TEXT
) -> tuple[list[Any], tuple[Remark, ...]]:
    settling = Settling(counting)
    document = settling.settled(_json({"text": text, "annotations": list(said)}))
    annotations: Any = document["annotations"]
    return [one["fragments"] for one in annotations], tuple(settling.remarks())


def test_quotes_that_stand_there_stay() -> None:
    assert settled({"start": 12, "end": 14, "text": "no"}) == ([[[12, 14]]], ())


def test_words_that_stand_elsewhere_are_found_by_what_is_nearest() -> None:
    found, remarks = settled({"start": 18, "end": 20, "text": "no"})
    assert found == [[[20, 22]]]
    assert remarks == (Remark("found-again", "1"),)


def test_fragments_are_found_one_by_one() -> None:
    found, _ = settled({"fragments": [[4, 6], [13, 15]], "text": ["He", "no"]})
    assert found == [[[4, 6], [12, 14]]]


def test_a_border_within_a_character_goes_round_it() -> None:
    family, accent, smile = TEXT.index("👩"), TEXT.index("e\u0301"), TEXT.index("😀")
    found, remarks = settled(
        {"start": family + 2, "end": family + 3}, {"start": accent, "end": accent + 1}
    )
    assert found == [[[family, family + 7]], [[accent, accent + 2]]]
    assert remarks == (Remark("widened", "2"),)
    units = len(TEXT[:smile].encode("utf-16-le")) // 2
    found, remarks = settled({"start": units + 1, "end": units + 2}, counting=UTF_16)
    assert found == [[[smile, smile + 1]]]
    assert remarks == (Remark("widened", "1"),)


def test_a_quote_may_cut_a_character() -> None:
    accent = TEXT.index("e\u0301")
    assert settled({"start": accent, "end": accent + 1, "text": "e"})[0] == [[[accent, accent + 1]]]


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"start": 0, "end": 3, "text": "Nowhere"}, "text-differs"),
        ({"start": 0, "end": 999, "text": "No."}, "bad-span"),
        ({"start": 5, "end": 5}, "bad-span"),
        ({"start": -1, "end": 5}, "bad-span"),
        ({"start": 0, "end": len(TEXT) + 1}, "bad-span"),
        ({"start": 0.0, "end": 5}, "int_type"),
        ({"start": True, "end": 5}, "int_type"),
        ({}, "int_type"),
        ({"fragments": []}, "int_type"),
        ({"fragments": [[0]]}, "int_type"),
        (5, "not-an-object"),
    ],
)
def test_what_stands_nowhere_is_refused(said: object, reason: str) -> None:
    with pytest.raises(RecordError) as refused:
        settled(said)
    assert refused.value.facts["reason"] == reason
    assert refused.value.facts["where"] == "annotations.0"


def test_stretches_of_malformed_annotations_tell_nothing() -> None:
    document: dict[str, Any] = {"annotations": [5, {"start": 0}, {"start": 1, "end": 2}]}
    assert list(stretches(document)) == [(1, 2, None)]
    assert list(stretches({"annotations": 5})) == []


@pytest.mark.parametrize(
    ("quote", "near", "found"),
    [
        ("He", 90, Span(4, 6)),
        ("No.\nHe", 0, Span(0, 6)),
        ("no", 0, Span(12, 14)),
        ("no", 16, None),
        ("   ", 0, None),
        ("(", 0, None),
    ],
)
def test_words_are_looked_for(quote: str, near: int, found: Span | None) -> None:
    assert found_by_words(TEXT, quote, near) == found


@given(st.data())
def test_what_is_quoted_is_found_wherever_it_is_said_to_be(data: st.DataObject) -> None:
    text = data.draw(texts().filter(lambda one: one.strip() != ""))
    span = data.draw(spans(text))[0]
    quote = text[slice(*span)]
    found = found_by_words(text, quote, span.start)
    if quote.strip():
        assert found is not None
        assert text[slice(*found)].split() == quote.split()
        assert quote.strip() != quote or found == span


@given(st.data())
def test_widening_keeps_what_was_there_and_comes_to_an_end(data: st.DataObject) -> None:
    text = data.draw(texts().filter(bool))
    span = data.draw(spans(text))[0]
    characters = WholeCharacters(text)
    wide = characters.widened(span)
    assert wide.contains(span)
    assert characters.widened(wide) == wide
