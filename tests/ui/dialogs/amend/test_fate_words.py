from types import MappingProxyType

import pytest

from pressmark.edits.amending import Fate, Kind
from pressmark.model.annotation import Annotation
from pressmark.model.attribute import Anchor, Attribute
from pressmark.model.label_set import Label
from pressmark.model.span import Span
from pressmark.ui.dialogs.amend.fate_words import fate_words, kind_words

SPEAKER = Attribute(id="speaker", title="Speaker", kind="anchored")
QUOTE = Label(id="quote", title="Quote", attributes=(SPEAKER,))
LONG = "the ministry said in a statement on Monday evening that the depot was {} for years by then"


def tag(words: str, **attributes: Anchor) -> Annotation:
    return Annotation(
        id="a",
        label="quote",
        fragments=(Span(0, len(words)),),
        text=(words,),
        attributes=MappingProxyType(attributes),
    )


@pytest.mark.parametrize(
    ("was", "now", "kind", "told"),
    [
        ("the depot was empty", None, "lost", "the depot was empty"),
        ("the depot was empty", "the depot was empty", "moved", "the depot was empty"),
        ("an empty depot", "a full depot", "reworded", "an empty depot → a full depot"),
        (
            LONG.format("empty"),
            LONG.format("full"),
            "reworded",
            (
                "…that the depot was empty for years by then → "
                "…that the depot was full for years by then"
            ),
        ),
        ("x" * 200, None, "lost", "x" * 90 + "…"),
    ],
)
def test_what_differs_is_shown_with_a_little_around_it(
    was: str, now: str | None, kind: Kind, told: str
) -> None:
    fate = Fate(tag(was), tag(now) if now else None, kind)
    assert fate_words(fate, QUOTE) == told


def test_attributes_without_a_place_are_named() -> None:
    speaker = Anchor(start=0, end=3, text="She")
    fate = Fate(tag("it is so", speaker=speaker), tag("it is so"), "reworded")
    assert fate.dropped == ("speaker",)
    assert fate_words(fate, QUOTE) == "it is so · without speaker"


def test_a_copy_that_is_not_made_is_no_loss() -> None:
    fate = Fate(tag("x"), None, "lost")
    assert kind_words(fate, is_version=True) == "not copied"
    assert kind_words(fate, is_version=False) == "stays with the earlier text"
