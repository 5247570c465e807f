from itertools import pairwise

from pressmark.model.ids import is_id
from pressmark.model.judgement import LIKELIHOODS, Judgement


def test_the_ranges_of_likelihood_meet_from_least_to_most() -> None:
    assert len(LIKELIHOODS) == len({one.id for one in LIKELIHOODS}) == 7
    assert all(is_id(one.id) and one.low < one.high for one in LIKELIHOODS)
    assert all(less.high == more.low for less, more in pairwise(LIKELIHOODS))
    assert (LIKELIHOODS[0].low, LIKELIHOODS[-1].high) == (1, 99)


def test_judgements_stand_by_order_then_by_time_then_by_id() -> None:
    given = [
        Judgement(id="d", order=2),
        Judgement(id="c", order=1, created="2025"),
        Judgement(id="b", order=1, created="2024"),
        Judgement(id="a", order=1, created="2025"),
    ]
    assert [one.id for one in sorted(given, key=lambda one: one.place)] == ["b", "a", "c", "d"]
