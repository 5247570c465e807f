from hypothesis import given
from hypothesis import strategies as st

from pressmark.model.span import Span
from pressmark.ui.reading.selection import Reach, taken
from tests.analysis.test_words import borders, texts

TEXT = 'He said: "The co-operation is Ukraine\'s. It ends." So it is.'


def at(offset: int) -> Span:
    return Span(offset, offset)


@given(texts, st.sampled_from(Reach), st.data())
def test_nothing_is_ever_cut_or_begins_with_a_space(
    text: str, reach: Reach, data: st.DataObject
) -> None:
    anchor = data.draw(st.integers(0, len(text)))
    focus = data.draw(st.integers(0, len(text)))
    span = taken(text, at(anchor), focus, reach)
    if span is not None:
        assert span.fits(len(text))
        assert {span.start, span.end} <= borders(text)
        assert taken(text, at(focus), anchor, reach) == span


def test_snaps_to_words_in_both_directions() -> None:
    start = TEXT.index("operation")
    for anchor, focus in ((start, start + 12), (start + 12, start)):
        span = taken(TEXT, at(anchor), focus, Reach.WORDS)
        assert span
        assert TEXT[slice(*span)] == "co-operation is"


def test_takes_exact_characters_when_asked() -> None:
    start = TEXT.index("operation")
    span = taken(TEXT, at(start), start + 10, Reach.CHARACTERS)
    assert span == Span(start, start + 9)


def test_takes_sentences_whole() -> None:
    start = TEXT.index("ends")
    span = taken(TEXT, at(start), start + 6, Reach.SENTENCES)
    assert span
    assert TEXT[slice(*span)] == 'It ends."'


def test_takes_nothing_from_where_it_began() -> None:
    assert taken(TEXT, at(3), 3, Reach.WORDS) is None
    assert taken("a  b", at(1), 2, Reach.WORDS) is None
