import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.analysis.units import end_moved, grown, start_moved
from pressmark.model.span import Span
from tests.analysis.test_words import borders, texts

TEXT = (
    'Before. The EU said, "a flagrant violation, of resolutions," on Friday. After it.\nNext one.'
)


def steps(text: str, at: int) -> list[str]:
    """Return what a caret grows to, step by step."""
    found, span = [], Span(at, at)
    while bigger := grown(text, span):
        span = bigger
        found.append(text[slice(*span)])
    return found


def test_a_selection_grows_from_word_to_paragraph() -> None:
    assert steps(TEXT, TEXT.index("violation") + 2) == [
        "violation",
        '"a flagrant violation, of resolutions,"',
        '"a flagrant violation, of resolutions," on Friday.',
        'The EU said, "a flagrant violation, of resolutions," on Friday.',
        TEXT.partition("\n")[0],
    ]


@pytest.mark.parametrize("pair", ["“”", "„“", "«»", "「」"])
def test_quotations_of_other_marks_are_found(pair: str) -> None:
    text = f"He said {pair[0]}no to it{pair[1]} twice."
    assert f"{pair[0]}no to it{pair[1]}" in steps(text, text.index("no"))


@given(texts, st.data())
def test_growing_holds_what_was_there_and_ends(text: str, data: st.DataObject) -> None:
    start = data.draw(st.sampled_from(sorted(borders(text))))
    span = Span(start, start)
    for _ in range(len(text) + 2):
        bigger = grown(text, span)
        if bigger is None:
            return
        assert bigger.contains(span)
        assert bigger.length > span.length
        span = bigger
    pytest.fail("it grows for ever")


def moved(span: Span) -> str:
    return TEXT[slice(*span)]


def test_edges_move_by_words() -> None:
    start = TEXT.index("EU")
    said = Span(start, start + len("EU said"))
    assert moved(end_moved(TEXT, said, 1)) == 'EU said, "a'
    assert moved(end_moved(TEXT, said, 2)) == 'EU said, "a flagrant'
    assert moved(end_moved(TEXT, said, -1)) == "EU"
    assert moved(end_moved(TEXT, said, -5)) == "EU"
    assert moved(start_moved(TEXT, said, 1)) == "said"
    assert moved(start_moved(TEXT, said, 3)) == "said"
    assert moved(start_moved(TEXT, said, -2)) == "Before. The EU said"
    assert moved(start_moved(TEXT, said, -9)) == "Before. The EU said"


@given(texts, st.integers(-3, 3), st.data())
def test_moved_edges_cut_nothing(text: str, words: int, data: st.DataObject) -> None:
    known = sorted(borders(text))
    start = data.draw(st.sampled_from(known))
    end = data.draw(st.sampled_from(known))
    span = Span(min(start, end), max(start, end))
    if not text[slice(*span)].strip(" \n\u00a0\u2028\u200b"):
        return
    for change in (end_moved, start_moved):
        after = change(text, span, words)
        assert after.fits(len(text))
        assert {after.start, after.end} <= borders(text)
