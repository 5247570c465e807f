from hypothesis import given
from hypothesis import strategies as st

from pressmark.formats.tokens import sentence_starts, tokens
from pressmark.model.span import Span
from tests.formats import nasty


def words(text: str, *borders: int) -> list[str]:
    return [text[slice(*one)] for one in tokens(text, borders)]


def test_words_and_signs_are_tokens() -> None:
    assert words("«Ukraine's» U.S. aid: 1,5 (no).") == [
        *("«", "Ukraine's", "»", "U.S.", "aid", ":", "1,5", "(", "no", ")", "."),
    ]
    assert words("10\u00a0000 a\u2028b\x1cc\n") == ["10", "000", "a", "b", "c"]
    assert words("制裁を") == ["制", "裁", "を"]
    assert words("👩‍👩‍👧‍👦🇺🇦") == ["👩‍👩‍👧‍👦", "🇺🇦"]
    assert words("") == words(" \n") == []


def test_tokens_are_cut_at_borders() -> None:
    assert words("statement", 5, 0, 9, 40) == ["state", "ment"]
    assert words("a bc d", 3, 1, 2) == ["a", "b", "c", "d"]


@given(st.text() | st.sampled_from([*nasty.TEXTS.values()]), st.sets(st.integers(0, 40)))
def test_tokens_are_all_of_a_text_but_its_white_space(text: str, borders: set[int]) -> None:
    found = tokens(text, borders)
    assert "".join(text[slice(*one)] for one in found) == "".join(text.split())
    assert found == sorted(set(found))
    for start, end in found:
        assert start < end
        assert not any(start < border < end for border in borders)


def test_sentences_begin_outside_of_spans() -> None:
    text = "He left. She said: Nothing. Never.\nThey stayed."
    found = tokens(text)
    starts = sentence_starts(text, found, [])
    first = [text[start:].split(maxsplit=1)[0] for start in sorted(starts)]
    assert first == [
        "He",
        "She",
        "Never.",
        "They",
    ]
    quote = Span(text.index("Nothing"), text.index("\n"))
    assert text.index("Never") not in sentence_starts(text, found, [quote])
