"""Annotations against their text: verified, found again where that is certain, never lost."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.errors import RecordError
from pressmark.model.annotation import Annotation, quoted
from pressmark.model.attribute import Anchor, Value
from pressmark.model.span import Span
from pressmark.store.verification import Finding, verified
from tests import strategies

TEXT = "Moscow denied it. “We did not,” it said, 🇷🇺 “ship arms.” Kyiv denied it too. The end."


def annotation(*spans: tuple[int, int], text: str = TEXT, **more: Any) -> Annotation:  # noqa: ANN401
    fragments = tuple(Span(*span) for span in spans)
    pieces, prefix, suffix = quoted(text, fragments)
    return Annotation(
        id="a",
        label="quote",
        fragments=fragments,
        text=pieces,
        prefix=prefix,
        suffix=suffix,
        **more,
    )


def at(words: str, text: str = TEXT) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def verify(one: Annotation, text: str = TEXT) -> tuple[Annotation, list[tuple[str, str]]]:
    (found,), findings = verified("art", text, [one])
    assert all(finding.article == "art" and finding.record == "a" for finding in findings)
    return found, [(finding.kind, finding.where) for finding in findings]


def shifted(one: Annotation, by: int) -> Annotation:
    return replace(one, fragments=tuple(Span(s + by, e + by) for s, e in one.fragments))


@given(one=strategies.annotations(TEXT, "a"))
def test_what_fits_is_left_alone(one: Annotation) -> None:
    (found,), findings = verified("art", TEXT, [one])
    assert found is one
    assert findings == ()


@given(data=st.data(), insertion=st.text("xyz ", min_size=1, max_size=9))
def test_what_moved_as_a_whole_is_found_or_left(data: st.DataObject, insertion: str) -> None:
    one = data.draw(strategies.annotations(TEXT, "a"))
    text = insertion + TEXT
    (found,), findings = verified("art", text, [one])
    pieces = tuple(text[start:end] for start, end in found.fragments)
    if findings and findings[0].kind == "text-differs":
        assert (found.fragments, found.text) == (one.fragments, one.text)
    else:
        assert pieces == found.text == one.text


@pytest.mark.parametrize("by", [-9, 5, 30, 1000])
def test_words_that_stand_once_are_found(by: int) -> None:
    whole = annotation(at("ship arms"))
    found, findings = verify(shifted(whole, by))
    assert found == whole
    assert findings == [("repaired", "")]


def test_words_that_stand_twice_are_found_by_their_context() -> None:
    first, second = at("denied it"), at("denied it too")
    for span in (first, (second[0], second[1] - 4)):
        whole = annotation(span)
        found, findings = verify(shifted(whole, 3))
        assert found == whole
        assert findings == [("repaired", "")]


def test_words_that_stand_twice_with_changed_context_are_left_and_told() -> None:
    one = replace(shifted(annotation(at("denied it")), 3), prefix="Paris ", suffix=" firmly")
    found, findings = verify(one)
    assert found is one
    assert findings == [("text-differs", "")]


def test_half_of_the_context_is_enough() -> None:
    whole = annotation(at("denied it"))
    found, _ = verify(replace(shifted(whole, 3), prefix="Paris "))
    assert found == whole


def test_fragments_keep_their_distance() -> None:
    whole = annotation(at("“We did not,”"), at("“ship arms.”"))
    found, findings = verify(shifted(whole, 7))
    assert found == whole
    assert findings == [("repaired", "")]

    closer = replace(shifted(whole, 7), fragments=(Span(0, 13), Span(13, 25)))
    left, findings = verify(closer)
    assert left is closer
    assert findings == [("text-differs", "")]


def test_words_that_are_gone_are_left_and_told() -> None:
    one = replace(annotation(at("ship arms")), text=("sell arms",))
    found, findings = verify(one)
    assert found is one
    assert findings == [("text-differs", "")]


@pytest.mark.parametrize(
    "fragments",
    [((5, 9999),), ((-3, 2),), ((9, 4),), ((4, 4),), ((0, 9), (4, 12)), ((9, 12), (0, 4))],
)
def test_fragments_that_cannot_be_are_refused_unless_their_words_are_found(
    fragments: tuple[tuple[int, int], ...],
) -> None:
    spans = tuple(Span(*span) for span in fragments)
    lost = replace(annotation(at("ship arms")), fragments=spans, text=("?",) * len(spans))
    with pytest.raises(RecordError) as raised:
        verified("art", TEXT, [annotation((0, 3)), lost])
    assert raised.value.facts["where"] == "annotations.1.fragments"
    if len(spans) == 1:
        found, _ = verify(replace(lost, text=("ship arms",)))
        assert found == annotation(at("ship arms"))


def test_a_text_that_has_not_a_piece_for_each_fragment_differs() -> None:
    one = replace(annotation((0, 6)), text=("Moscow", "denied"))
    assert verify(one) == (one, [("text-differs", "")])
    empty = replace(annotation((0, 6)), text=("",))
    assert verify(empty) == (empty, [("text-differs", "")])


def anchor(words: str, by: int = 0) -> Anchor:
    start, end = at(words)
    return Anchor(start=start + by, end=end + by, text=words, entities=("kyiv",))


@pytest.mark.parametrize(
    ("value", "fixed", "kind"),
    [
        (anchor("Kyiv", 4), anchor("Kyiv"), "repaired"),
        (anchor("Kyiv", 4000), anchor("Kyiv"), "repaired"),
        ((anchor("Kyiv", 4), anchor("The end")), (anchor("Kyiv"), anchor("The end")), "repaired"),
        (anchor("denied", 1), anchor("denied", 1), "anchor-differs"),
        (
            anchor("denied", 4000),
            {"start": 4007, "end": 4013, "text": "denied", "entities": ["kyiv"]},
            "anchor-differs",
        ),
    ],
)
def test_anchors_are_found_or_left_and_told(value: Value, fixed: Value, kind: str) -> None:
    found, findings = verify(annotation((0, 6), attributes={"speaker": value, "form": "direct"}))
    assert found.attributes == {"speaker": fixed, "form": "direct"}
    assert findings == [(kind, "speaker")]


def test_anchors_move_along_with_their_annotation() -> None:
    start, end = at("denied it too")
    twice = Anchor(start=start, end=start + 6, text="denied")
    whole = annotation((start, end), attributes={"cue": twice})
    moved = replace(twice, start=start + 5, end=start + 11)
    found, findings = verify(replace(shifted(whole, 5), attributes={"cue": moved}))
    assert found == whole
    assert findings == [("repaired", ""), ("repaired", "cue")]


def test_a_common_word_costs_little() -> None:
    text = "a " * 200_000
    lost = [replace(annotation((0, 1)), id=str(n), fragments=(Span(1, 2),)) for n in range(20)]
    _, findings = verified("art", text, [replace(one, text=("a",)) for one in lost])
    assert {finding.kind for finding in findings} == {"text-differs"}


def test_a_finding_names_its_article_and_annotation() -> None:
    _, findings = verified("art", TEXT, [shifted(annotation(at("ship arms")), 2)])
    assert findings == (Finding(kind="repaired", article="art", record="a"),)
