import json

import pytest

from pressmark.model.span import Span, hull


@pytest.mark.parametrize("span", [Span(0, 5), Span(4, 5)])
def test_a_span_fits_when_it_holds_a_code_point_of_the_text(span: Span) -> None:
    assert span.fits(5)


@pytest.mark.parametrize("span", [Span(5, 6), Span(2, 2), Span(3, 2), Span(-1, 2)])
def test_a_span_that_is_empty_or_reaches_outside_does_not_fit(span: Span) -> None:
    assert not span.fits(5)


def test_neighbours_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 3).overlaps(Span(2, 5))


def test_a_span_contains_itself_and_holds_its_start_but_not_its_end() -> None:
    span = Span(2, 5)
    assert span.contains(span)
    assert not span.contains(Span(2, 6))
    assert span.holds(2)
    assert not span.holds(5)


def test_the_hull_reaches_from_the_first_start_to_the_last_end() -> None:
    assert hull((Span(4, 6), Span(9, 12))) == Span(4, 12)


def test_a_span_is_a_pair_in_json() -> None:
    assert json.dumps(Span(10, 42)) == "[10, 42]"
