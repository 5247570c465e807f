import pytest

from pressmark.edits.reanchoring import Carrier
from pressmark.model.annotation import Annotation, quoted
from pressmark.model.article import Zone
from pressmark.model.attribute import Anchor
from pressmark.model.span import Span

OLD = (
    "Kim spoke in Pyongyang on Monday.\n\n"
    "“We never sold arms,” the ministry said.\n\n"
    "The EU imposed sanctions. 👩‍👩‍👧 Nobody answered. שלום עולם.\n"
)


def carried(new: str, words: str, old: str = OLD) -> str | None:
    """Return the words that stand for `words` in the new text; None where they are lost."""
    at = old.index(words)
    span = Carrier(old, new).span(Span(at, at + len(words)))
    return new[slice(*span)] if span else None


@pytest.mark.parametrize(
    ("was", "now", "words", "found"),
    [
        ("Monday", "Tuesday", "Kim spoke in Pyongyang", "Kim spoke in Pyongyang"),
        ("Pyongyang", "Pjöngjang", "Kim spoke in Pyongyang", "Kim spoke in Pjöngjang"),
        ("Pyongyang", "Pyongyyang", "Pyongyang", "Pyongyyang"),
        ("never sold", "never, ever sold", "We never sold arms", "We never, ever sold arms"),
        ("Kim spoke", "Yesterday Kim spoke", "Kim spoke", "Kim spoke"),
        (
            "👩‍👩‍👧",
            "👩‍👩‍👦",
            "The EU imposed sanctions. 👩‍👩‍👧",
            "The EU imposed sanctions. 👩‍👩‍👦",
        ),
        ("שלום", "שלום רב", "שלום עולם", "שלום רב עולם"),
        ("The EU imposed sanctions. ", "", "The EU imposed sanctions", None),
        ("The EU imposed sanctions", "Rain fell all day", "The EU imposed sanctions", None),
        ("Monday", "a very long and entirely different day", "Monday", None),
    ],
)
def test_what_is_corrected_is_found_where_it_stands(
    was: str, now: str, words: str, found: str | None
) -> None:
    assert carried(OLD.replace(was, now), words) == found


def test_a_paragraph_that_moved_is_found_where_it_went() -> None:
    first, second, third = OLD.split("\n\n")
    new = f"{third.rstrip()}\n\n{second}\n\n{first}\n"
    for words in ("We never sold arms", "The EU imposed sanctions", "Kim spoke in Pyongyang"):
        assert carried(new, words) == words


def test_a_paragraph_that_moved_and_was_reworded_is_found() -> None:
    first, second, third = OLD.split("\n\n")
    second = second.replace("We never sold", "We have never sold").replace("ministry", "minister")
    new = f"{second}\n\n{first}\n\n{third}"
    assert carried(new, "“We never sold arms,”") == "“We have never sold arms,”"


def test_words_that_went_are_not_looked_for_in_words_that_were_there_before() -> None:
    old = "Sanctions were eased.\n\nNew sanctions were announced in Brussels on Friday."
    new = "New sanctions were announced in Brussels on Friday."
    assert carried(new, "Sanctions were eased", old) is None
    twice = "He denied it.\n\nShe was asked.\n\nHe denied it.\n"
    at = twice.rindex("He denied it")
    kept = Carrier(twice, twice[: twice.rindex("He")]).span(Span(at, at + 12))
    assert kept is None


def test_an_annotation_keeps_what_is_there_of_its_fragments_and_attributes() -> None:
    fragments = (Span(*where(OLD, "Kim spoke")), Span(*where(OLD, "Nobody answered")))
    text, prefix, suffix = quoted(OLD, fragments)
    start, end = where(OLD, "ministry")
    annotation = Annotation(
        id="q",
        label="quote",
        fragments=fragments,
        text=text,
        prefix=prefix,
        suffix=suffix,
        attributes={
            "speaker": Anchor(start=start, end=end, text="ministry"),
            "cue": Anchor(start=4 + start - 4, end=end, text="ministry", entities=("kp",)),
            "form": "direct",
        },
    )
    new = OLD.replace("Nobody answered. ", "").replace("the ministry said", "someone wrote")
    after = Carrier(OLD, new).annotation(annotation)
    assert after is not None
    assert after.text == ("Kim spoke",)
    assert dict(after.attributes) == {"cue": Anchor(entities=("kp",)), "form": "direct"}


def test_zones_are_carried_and_do_not_overlap() -> None:
    zones = tuple(
        Zone(start=start, end=end, kind="teaser")
        for start, end in (where(OLD, "Kim spoke"), where(OLD, "Nobody answered"))
    )
    carried = Carrier(OLD, "New. " + OLD.replace("Nobody answered. ", "")).zones(zones)
    assert [(one.start, one.end) for one in carried] == [(5, 14)]


def where(text: str, words: str) -> tuple[int, int]:
    at = text.index(words)
    return at, at + len(words)
