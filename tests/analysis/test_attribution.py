import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.analysis.attribution import attributions
from pressmark.model.annotation import Annotation
from pressmark.model.span import Span

ENOUGH = 26
"""How many speakers of the worked example are among the first three guesses, at least."""


def tagged(text: str, *fragments: Span) -> Annotation:
    pieces = tuple(text[slice(*one)] for one in fragments)
    return Annotation(id="a", label="quote", fragments=fragments, text=pieces)


def guesses(text: str, *words: str) -> list[tuple[str | None, str]]:
    fragments = [Span(text.index(one), text.index(one) + len(one)) for one in words]
    found = attributions(text, tagged(text, *fragments))
    return [(one.speaker and text[slice(*one.speaker)], text[slice(*one.cue)]) for one in found]


@pytest.mark.parametrize(
    ("text", "content", "speaker", "cue"),
    [
        ("“No,” the minister said. Next.", "“No,”", "the minister", "said"),
        ("“No,” said Anna Smith of the EU. Next.", "“No,”", "Anna Smith of the EU", "said"),
        ("“No,” she has repeatedly said.", "“No,”", "she", "has repeatedly said"),
        ("According to the bloc, it was so.", "it was so", "the bloc", "According to"),
        ("It was so, according to A, B and C.", "It was so", "A, B and C", "according to"),
        (
            "Kim, a sister of his, has denied it all.",
            "it all",
            "Kim, a sister of his",
            "has denied",
        ),
        (
            "But A and the EU jointly condemned the deal.",
            "the deal",
            "A and the EU",
            "jointly condemned",
        ),
        ("«Ні», — сказав міністр.", "«Ні»", "міністр", "сказав"),
        ("Міністр заявив, що цього не було.", "цього не було", "Міністр", "заявив"),
        ("По словам посла, этого не было.", "этого не было", "посла", "По словам"),
        ("Sanders: “We won.”", "“We won.”", "Sanders", ":"),
    ],
)
def test_the_speaker_and_the_cue_are_guessed(
    text: str, content: str, speaker: str, cue: str
) -> None:
    assert guesses(text, content)[0] == (speaker, cue)


def test_words_between_two_fragments_say_who_speaks() -> None:
    text = "“So,” he said, “it is.” They left."
    assert guesses(text, "“So,”", "“it is.”") == [("he", "said")]


def test_a_denial_is_tagged_with_its_subject() -> None:
    text = "North Korea has denied the allegations. It said more."
    assert guesses(text, "North Korea has denied the allegations") == [
        ("North Korea", "has denied")
    ]


def test_another_sentence_says_nothing() -> None:
    text = "He said no. It rains."
    assert guesses(text, "It rains") == []
    assert guesses("… : It rains", "It rains") == []


def test_most_speakers_of_the_worked_example_are_guessed(seeds: Path) -> None:
    gold = json.loads((Path(__file__).parents[1] / "golden" / "seed_gold.json").read_text("utf-8"))
    texts = {one["id"]: (seeds / one["file"]).read_text("utf-8") for one in gold["articles"]}
    right = 0
    for one in gold["annotations"]:
        text = texts[one["article"]]
        found = attributions(text, tagged(text, *(Span(*part) for part in one["fragments"])))[:3]
        for name in ("speaker", "claimant", "denier", "issuer"):
            value = one["attributes"].get(name)
            asked = (value[0] if isinstance(value, list) else value or {}).get("text")
            named = [text[slice(*guess.speaker)] for guess in found if guess.speaker]
            right += asked is not None and asked in named
    assert right >= ENOUGH


@given(st.text(alphabet="a said “”,. \n", max_size=60), st.data())
def test_guesses_lie_in_the_text_and_apart(text: str, data: st.DataObject) -> None:
    if not text.strip():
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    for one in attributions(text, tagged(text, Span(start, end))):
        assert one.cue.fits(len(text))
        if one.speaker is not None:
            assert one.speaker.fits(len(text))
            assert not one.speaker.overlaps(one.cue)
