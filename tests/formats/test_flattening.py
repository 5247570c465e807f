from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.formats.flattening import Flat, Overlap, find_overlaps, find_pieces, flattened
from pressmark.formats.selection import Selection
from pressmark.model.annotation import Annotation, quoted
from pressmark.model.annotations import Annotations
from pressmark.model.article import Article, ArticleHead
from pressmark.model.project import Project
from pressmark.model.span import Span
from tests.formats import nasty

TEXT = "abcdefghijklmnopqrstuvwxyz"
RANKS = {"claim": 0, "quote": 1}


def article(*spans: tuple[str, tuple[tuple[int, int], ...]]) -> Article:
    annotations = []
    for number, (label, pairs) in enumerate(spans):
        fragments = tuple(Span(*pair) for pair in pairs)
        text, *_ = quoted(TEXT, fragments)
        annotations.append(
            Annotation(id=f"n{number:02}", label=label, fragments=fragments, text=text)
        )
    return Article(ArticleHead(id="a"), TEXT, Annotations.of(annotations))


def names(flat: Flat) -> list[str]:
    return [one.id for one in flat.kept]


def reasons(flat: Flat) -> list[tuple[str, str, str]]:
    return [(one.annotation, one.why, one.other) for one in flat.lost]


NESTED = article(
    ("quote", ((0, 20),)),
    ("claim", ((1, 5),)),
    ("claim", ((6, 9),)),
    ("quote", ((1, 5),)),
    ("claim", ((8, 22),)),
)


@pytest.mark.parametrize(
    ("overlap", "kept"),
    [
        ("most", ["n01", "n02"]),
        ("longest", ["n00"]),
        ("shortest", ["n01", "n02"]),
        ("labels", ["n01", "n02"]),
    ],
)
def test_it_is_chosen_who_stays(overlap: Overlap, kept: list[str]) -> None:
    assert names(flattened(NESTED, overlap, RANKS)) == kept


def test_everybody_else_is_told_why() -> None:
    assert reasons(flattened(NESTED, "most", RANKS)) == [
        ("n00", "holds", "claim"),
        ("n03", "same-span", "claim"),
        ("n04", "crosses", "claim"),
    ]
    assert reasons(flattened(NESTED, "longest", RANKS))[0] == ("n01", "inside", "quote")


def test_labels_stay_by_their_order() -> None:
    flat = flattened(NESTED, "labels", {"quote": 0, "claim": 1})
    assert names(flat) == ["n03", "n02"]


def test_gaps_are_kept_in_pieces_where_there_is_room() -> None:
    flat = flattened(
        article(("quote", ((0, 3), (6, 9))), ("claim", ((3, 6),)), ("quote", ((8, 9), (12, 13)))),
        "most",
        RANKS,
    )
    assert [tuple(span) for span, _ in flat.spans()] == [(0, 3), (3, 6), (6, 9)]
    assert reasons(flat) == [("n00", "in-pieces", ""), ("n02", "crosses", "quote")]


spans = st.tuples(st.integers(0, 24), st.integers(1, 8)).map(
    lambda pair: (pair[0], min(26, pair[0] + pair[1]))
)


@given(st.lists(st.tuples(st.sampled_from(["claim", "quote"]), spans.map(lambda one: (one,)))))
def test_kept_ones_never_overlap_and_nothing_goes_unsaid(
    given_spans: list[tuple[str, tuple[tuple[int, int], ...]]],
) -> None:
    whole = article(*given_spans)
    for overlap in ("most", "longest", "shortest", "labels"):
        flat = flattened(whole, overlap, RANKS)
        taken = [span for span, _ in flat.spans()]
        assert all(one.end <= other.start for one, other in pairwise(taken))
        gone = [one.annotation for one in flat.lost]
        assert sorted([*names(flat), *gone]) == sorted(whole.annotations.ids())


@given(st.lists(spans, max_size=8))
def test_no_choice_keeps_more(given_spans: list[tuple[int, int]]) -> None:
    whole = article(*(("claim", (one,)) for one in given_spans))
    most = len(flattened(whole, "most", RANKS).kept)
    for chosen in combinations(
        [Span(*one) for one in given_spans], min(len(given_spans), most + 1)
    ):
        crowded = any(one.overlaps(other) for one, other in combinations(chosen, 2))
        assert crowded or len(chosen) <= most


def test_losses_are_found_in_a_whole_selection(example: Project) -> None:
    lost = find_overlaps(Selection(project=example), "most")
    kept = 38 - len(lost)
    assert 20 < kept < 38
    assert find_pieces(Selection(project=nasty.project(gaps=True)))
    assert not find_pieces(Selection(project=nasty.project()))
