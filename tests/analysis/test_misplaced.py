import pytest

from pressmark.analysis.misplaced import found_again, stands
from pressmark.model.annotation import Annotation, quoted
from pressmark.model.span import Span

OLD = (
    "PYONGYANG, May 2. The minister said that no shells had been sold. "
    "He called the report a fabrication. Nobody else would comment on Friday."
)


def tag(*words: str, text: str = OLD) -> Annotation:
    """Return an annotation of these words, as it was made in `text`."""
    spans = tuple(Span(text.index(one), text.index(one) + len(one)) for one in words)
    pieces, prefix, suffix = quoted(text, spans)
    kept = {"text": pieces, "prefix": prefix, "suffix": suffix}
    return Annotation(id="a", label="claim", fragments=spans, **kept)  # type: ignore[arg-type] # three of one kind each


def words_of(text: str, annotation: Annotation) -> list[str] | None:
    found = found_again(text, annotation)
    return None if found is None else [text[start:end] for start, end in found]


def test_words_stand_where_their_annotation_says_or_not() -> None:
    one = tag("no shells had been sold")
    assert stands(OLD, one)
    assert not stands("Late: " + OLD, one)
    assert not stands(OLD[:60], one)


def test_of_words_that_stand_in_several_places_it_is_the_nearest_with_most_of_its_context() -> None:
    one = tag("shells")
    text = "Late. shells shells " + OLD + " shells"
    found = found_again(text, one)
    assert found is not None
    assert found[0].start == one.fragments[0].start + len("Late. shells shells ")


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("no shells had been sold", "no shells had ever been sold", "no shells had ever been sold"),
        ("no shells had been sold", "no shells have been sold", "no shells have been sold"),
        ("a fabrication", "a pure fabrication", "a pure fabrication"),
    ],
)
def test_words_that_were_reworded_in_their_place_are_found(old: str, new: str, found: str) -> None:
    assert words_of(OLD.replace(old, new), tag(old)) == [found]


def test_each_fragment_is_found() -> None:
    text = OLD.replace("a fabrication", "a mere fabrication")
    assert words_of(text, tag("The minister", "a fabrication")) == [
        "The minister",
        "a mere fabrication",
    ]


def test_what_is_gone_is_not_found() -> None:
    assert found_again("Football results of the weekend, in short.", tag("a fabrication")) is None
    assert found_again("", tag("a fabrication")) is None
