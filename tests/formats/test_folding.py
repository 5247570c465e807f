from hypothesis import given
from hypothesis import strategies as st

from pressmark.formats.folding import Folded, fold
from tests.strategies import PIECES


@st.composite
def stretches(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(st.lists(st.sampled_from([*PIECES, "\r", "\r\n", "\n"])).map("".join))
    start = draw(st.integers(0, len(text)))
    return text, start, draw(st.integers(start, len(text)))


@given(stretches())
def test_a_span_keeps_its_text(stretch: tuple[str, int, int]) -> None:
    text, start, end = stretch
    folded = Folded(text)
    assert folded.text == fold(text)
    span = folded.span(start, end)
    cuts_a_line_end = any(text[at - 1 : at + 1] == "\r\n" for at in (start, end))
    if span is not None and not cuts_a_line_end:
        stretch_alone = text[start:end].removeprefix("\ufeff" if start == 0 else "")
        assert folded.text[slice(*span)] == fold("\ufeff" + stretch_alone)


@given(stretches())
def test_a_span_is_refused_only_where_nothing_is_left_of_it(stretch: tuple[str, int, int]) -> None:
    text, start, end = stretch
    span = Folded(text).span(start, end)
    assert span is None or span.fits(len(Folded(text).text))
    assert (span is None) == (
        text[start:end] in ("", "\ufeff" if start == 0 else "")
        or (text[start:end] == "\r" and text[end : end + 1] == "\n")
    )


def test_what_is_no_span_is_none() -> None:
    folded = Folded("a\r\nb")
    for start, end in ((-1, 1), (0, 5), (1, 1), (2, 1), (None, 1), (0, "1"), (0, 1.0), (False, 1)):
        assert folded.span(start, end) is None
    assert folded.span(0, 4) == (0, 3)
