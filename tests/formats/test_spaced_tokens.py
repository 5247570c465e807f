import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.formats.spaced_tokens import Token, tokens
from pressmark.model.span import Span
from tests.formats import nasty
from tests.strategies import spans, texts


def joined(text: str, found: list[Token]) -> str:
    return "".join(text[one.start : one.end] + " " * one.ws for one in found)


def check(text: str, given_spans: list[Span]) -> None:
    found = list(tokens(text, given_spans))
    assert joined(text, found) == text
    assert all(one.start < one.end for one in found)
    starts, ends = {one.start for one in found}, {one.end for one in found}
    assert all(span.start in starts and span.end in ends for span in given_spans)


@given(st.data())
def test_tokens_are_the_text_and_no_span_cuts_one(data: st.DataObject) -> None:
    text = data.draw(texts().filter(bool))
    check(text, list(data.draw(spans(text))) + list(data.draw(spans(text))))


@pytest.mark.parametrize("doc", nasty.DOCS, ids=lambda doc: doc.name)
def test_awkward_texts(doc: nasty.NastyDoc) -> None:
    check(doc.text, [Span(start, end) for start, end, _ in doc.spans])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He said: “no”.", ["He", "said", ":", "“", "no", "”", "."]),
        ("a  b\n\nc", ["a", " ", "b", "\n\n", "c"]),
        (" a ", [" ", "a"]),
        ("e\u0301te\u0301 👩‍👩‍👧‍👦!", ["e\u0301te\u0301", "👩‍👩‍👧‍👦", "!"]),
        ("", []),
    ],
)
def test_tokens_are_words_and_what_stands_between(text: str, words: list[str]) -> None:
    assert [text[one.start : one.end] for one in tokens(text, ())] == words


def test_a_space_that_a_span_holds_is_a_token() -> None:
    assert list(tokens("a b", [Span(0, 2)])) == [Token(0, 1), Token(1, 2), Token(2, 3)]
    assert list(tokens("a b", [Span(1, 3)])) == [Token(0, 1), Token(1, 2), Token(2, 3)]
    assert list(tokens("ab cd", [Span(1, 4)])) == [
        Token(0, 1),
        Token(1, 2, ws=True),
        Token(3, 4),
        Token(4, 5),
    ]
