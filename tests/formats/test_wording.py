from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.formats.wording import ENGLISH, Wording
from pressmark.model.judgement import LIKELIHOODS
from pressmark.phrases import phrases

UKRAINIAN = Wording("uk")


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_is_written_out(day: date) -> None:
    written = f"{day.day}\u00a0{day:%B} {day.year}"
    for iso in (day.isoformat(), f"{day.isoformat()}T12:00:00Z"):
        assert ENGLISH.date(iso) == written


@pytest.mark.parametrize("words", ["", "soon", "2024-13", "20245"])
def test_what_is_no_date_stays_as_it_is(words: str) -> None:
    assert ENGLISH.date(words) == UKRAINIAN.date(words) == words


def test_dates_are_as_long_as_they_are_known() -> None:
    assert [ENGLISH.date(one) for one in ("2024", "2024-05")] == ["2024", "May 2024"]


def test_dates_numbers_and_counts_are_those_of_the_language() -> None:
    days = ("2024", "2024-05", "2024-05-27")
    assert [*map(UKRAINIAN.date, days)] == ["2024", "травень 2024", "27\u00a0травня 2024"]
    numbers = (999, 1000, 1_234_056)
    assert [*map(ENGLISH.number, numbers)] == ["999", "1,000", "1,234,056"]
    assert [*map(UKRAINIAN.number, numbers)] == ["999", "1\u00a0000", "1\u00a0234\u00a0056"]
    articles = phrases("{n} article", "{n} articles")
    assert [UKRAINIAN.counted(articles, one) for one in (1, 2, 5, 21, 1200)] == [
        "1 стаття",
        "2 статті",
        "5 статей",
        "21 стаття",
        "1\u00a0200 статей",
    ]
    assert [ENGLISH.counted(articles, one) for one in (0, 1, 2)] == [
        "0 articles",
        "1 article",
        "2 articles",
    ]


def test_what_goes_into_a_gap_is_not_looked_at_again() -> None:
    assert ENGLISH.tr("{one} and {other}", one="{other}", other="b") == "{other} and b"


def test_every_likelihood_has_a_word() -> None:
    for wording in (ENGLISH, UKRAINIAN):
        assert len({wording.likelihood(one) for one in LIKELIHOODS}) == len(LIKELIHOODS)
    assert UKRAINIAN.confidence("low") == "низька"
    assert UKRAINIAN.confidence("by hunch") == "by hunch"
