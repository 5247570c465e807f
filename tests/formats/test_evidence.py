from collections.abc import Iterable

import pytest
import regex
from hypothesis import assume, given
from hypothesis import strategies as st

from pressmark.formats.counting import CODE_POINTS, COUNTINGS, GRAPHEMES, UTF_16, Counting, Ruler
from pressmark.formats.evidence import Stretch, Verdict, find_counting, telling
from tests.formats import nasty

BOM = "\ufeff"


def as_counted(text: str, offset: int, counting: Counting) -> int:
    """Return an offset as another program would have counted it."""
    before = text[:offset]
    if counting.bom == "counted":
        before = BOM + before
    elif counting.bom == "not counted":
        before = before.removeprefix(BOM)
    if counting.crlf_is_one:
        before = before.replace("\r\n", "\n")
    return {
        "code points": len,
        "UTF-16": lambda one: len(one.encode("utf-16-le")) // 2,
        "bytes": lambda one: len(one.encode()),
        "graphemes": lambda one: len(regex.findall(r"\X", one)),
    }[counting.unit](before)


def file(counting: Counting, *, quoted: bool) -> list[tuple[str, list[Stretch]]]:
    """Return the awkward documents as a program that counts like this would write them."""
    return [
        (
            doc.text,
            [
                (
                    as_counted(doc.text, start, counting),
                    as_counted(doc.text, end, counting),
                    doc.text[start:end] if quoted else None,
                )
                for start, end, _ in doc.spans
                if not doc.text[start:end].startswith(BOM)
            ],
        )
        for doc in nasty.DOCS
    ]


def verdict(documents: Iterable[tuple[str, list[Stretch]]]) -> Verdict:
    return find_counting(lambda: documents)


@pytest.mark.parametrize("counting", COUNTINGS, ids=lambda one: one.words)
def test_quotes_tell_how_offsets_count(counting: Counting) -> None:
    found = verdict(file(counting, quoted=True))
    assert found.proof == "quotes"
    told = [one.on(doc.text) for doc in nasty.DOCS for one in (found.counting,)]
    assert told == [counting.on(doc.text) for doc in nasty.DOCS] or counting.unit == "graphemes"
    assert found.counting.unit == counting.unit
    assert found.counting.bom == counting.bom


@pytest.mark.parametrize("counting", [CODE_POINTS, UTF_16, GRAPHEMES], ids=lambda one: one.words)
def test_borders_of_words_tell_where_there_are_no_quotes(counting: Counting) -> None:
    text = "😀 The 👩‍👩‍👧‍👦 minister said 🎉 that talks failed. 🚀 They went home."
    stretches: list[Stretch] = [
        (as_counted(text, start, counting), as_counted(text, start + len(words), counting), None)
        for words in ("minister said", "talks", "They went home")
        for start in (text.index(words),)
    ]
    assert verdict([(text, stretches)]) == Verdict(counting, "borders")


def test_without_anything_odd_all_count_alike() -> None:
    assert verdict([("He said no.", [(3, 7, None)])]) == Verdict(CODE_POINTS, "none")
    assert verdict([]) == Verdict(CODE_POINTS, "none")


def test_where_several_would_do_the_likeliest_is_taken_and_doubted() -> None:
    found = verdict([("😀 aa bb aa bb aa", [(2, 5, None)])])
    assert found.counting == CODE_POINTS
    assert not verdict([("😀 a b c d", [(2, 3, None)])]).certain


def test_a_few_wrong_quotes_do_not_outweigh_the_others() -> None:
    documents = file(UTF_16, quoted=True)
    documents.append(("😀 He said no.", [(0, 1, "elsewhere")]))
    assert verdict(documents).counting == UTF_16


def test_quotes_count_with_either_line_end() -> None:
    assert verdict([("a\r\nb 😀 c", [(0, 4, "a\nb"), (8, 9, "c")])]).counting == UTF_16


@given(st.sampled_from(COUNTINGS), st.sampled_from(nasty.DOCS), st.data())
def test_what_is_found_puts_every_quote_where_it_stands(
    counting: Counting, doc: nasty.NastyDoc, data: st.DataObject
) -> None:
    # Who does not count a BOM does not quote it either.
    quotable = [one for one in doc.spans if not doc.text[one[0] : one[1]].startswith(BOM)]
    assume(quotable)
    kept = data.draw(st.lists(st.sampled_from(quotable), min_size=1))
    stretches: list[Stretch] = [
        (
            as_counted(doc.text, start, counting),
            as_counted(doc.text, end, counting),
            doc.text[start:end],
        )
        for start, end, _ in kept
    ]
    assume(all(start < end for start, end, _ in stretches))
    found = verdict([(doc.text, stretches)])
    ruler = Ruler(doc.text, found.counting)
    for start, end, quote in stretches:
        span = ruler.span(start, end)
        assert span is not None
        assert doc.text[slice(*span)].replace("\r\n", "\n") == str(quote).replace("\r\n", "\n")


def test_where_nothing_tells_the_ways_to_read_it_are_shown() -> None:
    text = "😀 a b c d"
    found = verdict([(text, [(3, 4, None)])])
    assert not found.certain
    countings = (found.counting, *found.rivals)
    (sample,) = telling(lambda: [(text, [(3, 4, None)])], countings, 3)
    assert len(set(sample)) == len(countings) > 1
    assert telling(lambda: [("plain", [(0, 1, None)])], countings, 3) == ()
