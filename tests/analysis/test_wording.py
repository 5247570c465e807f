import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from pressmark.analysis.wording import ENOUGH, Place, same_wording
from pressmark.model.article import Article, ArticleHead
from pressmark.model.span import Span

FOUND, FALSE = 0.95, 0.05
"""The least share of pairs that are the same to find, the most of others to take for the same."""


def places(words: str, *texts: str) -> list[Place]:
    articles = [Article(ArticleHead(id=f"a{at}"), text) for at, text in enumerate(texts)]
    return list(same_wording(words, articles))


def test_signs_and_letter_case_count_for_nothing() -> None:
    text = 'He said: "Ukraine\'s infrastructure — all of it — is hit."'
    (place,) = places("“Ukraine’s infrastructure, ALL of it, is hit,”", text)
    assert place.is_verbatim
    assert text[slice(*place.span)] == "Ukraine's infrastructure — all of it — is hit"


def test_a_part_and_a_rewording_have_their_share() -> None:
    words = "we urge the north to respond to the numerous and genuine offers"
    (half,) = places(words, "They urge the north to respond to the numerous calls of others.")
    assert ENOUGH <= half.share < 1


def test_only_articles_that_have_the_words_are_told() -> None:
    assert [one.article for one in places("arms transfers", "no arms", "Arms transfers.")] == ["a1"]
    assert places("to the of", "the of to and of the to") == []
    assert places("", "anything") == []


@given(st.text(alphabet="ab c’'😀", max_size=30), st.text(alphabet="ab c’'😀", max_size=60))
def test_places_lie_in_the_text(words: str, text: str) -> None:
    for place in places(words, text):
        assert place.span.fits(len(text))
        assert 0 < place.share <= 1


def test_pairs_of_real_news_that_people_judged_are_told_apart(corpora: Path) -> None:
    texts = {
        one["id"]: one["text"]
        for name in ("basil", "ptc", "polnear")
        for one in json.loads((corpora / "spans" / f"{name}.json").read_text("utf-8"))["docs"]
    }
    pairs = json.loads((corpora / "quote-pairs" / "mined-pairs.json").read_text("utf-8"))["pairs"]
    told: dict[bool, list[bool]] = {True: [], False: []}
    for pair in pairs:
        for one, other in ((pair["a"], pair["b"]), (pair["b"], pair["a"])):
            if pair["same"] is not None:
                found = places(one["text"], texts[other["doc"]])
                there = Span(other["start"], other["end"])
                told[pair["same"]].append(any(place.span.overlaps(there) for place in found))
    shares = {same: sum(found) / len(found) for same, found in told.items()}
    assert shares[True] >= FOUND, shares
    assert shares[False] <= FALSE, shares
