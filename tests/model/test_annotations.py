from hypothesis import given
from hypothesis import strategies as st

from pressmark.model.annotation import Annotation, quoted
from pressmark.model.annotations import Annotations
from pressmark.model.span import Span

TEXT = "abcdefghij" * 10


def annotation(name: str, start: int, end: int) -> Annotation:
    fragments = (Span(start, end),)
    text, prefix, suffix = quoted(TEXT, fragments)
    return Annotation(
        id=name, label="claim", fragments=fragments, text=text, prefix=prefix, suffix=suffix
    )


steps = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.integers(0, 40), st.integers(41, 90), st.booleans())
)


@given(steps)
def test_any_run_of_additions_and_removals_equals_a_plain_dictionary(
    run: list[tuple[str, int, int, bool]],
) -> None:
    kept, plain = Annotations(), dict[str, Annotation]()
    for name, start, end, add in run:
        if add:
            plain[name] = annotation(name, start, end)
            kept = kept.with_(plain[name])
        elif name in plain:
            del plain[name]
            kept = kept.without(name)
    assert list(kept) == sorted(plain.values(), key=lambda one: one.order)
    assert kept == Annotations.of(plain.values())
    assert set(kept.ids()) == set(plain)
    assert all(kept[name] is one for name, one in plain.items())


def test_the_longer_of_two_with_one_start_comes_first() -> None:
    inner, outer = annotation("a", 3, 5), annotation("b", 3, 9)
    assert list(Annotations.of([inner, outer])) == [outer, inner]


def test_the_quote_keeps_each_fragment_and_the_text_around_all() -> None:
    text, prefix, suffix = quoted(TEXT, (Span(40, 42), Span(45, 48)))
    assert text == ("ab", "fgh")
    assert prefix == TEXT[8:40]
    assert suffix == TEXT[48:80]


def test_a_position_in_the_gap_between_fragments_is_not_held() -> None:
    one = Annotation(id="a", label="quote", fragments=(Span(0, 2), Span(5, 7)), text=("ab", "fg"))
    assert one.holds(1)
    assert not one.holds(3)
    assert one.span == Span(0, 7)
