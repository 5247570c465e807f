from collections.abc import Iterator

import pytest
from PySide6.QtCore import QDate, QLocale, QTime

from pressmark.ui.moments import clock_words, date_words, day_words, moment_words


@pytest.fixture(params=["en_GB", "uk"])
def locale(request: pytest.FixtureRequest) -> Iterator[str]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2024", {"en_GB": "2024", "uk": "2024"}),
        ("2024-05", {"en_GB": "May 2024", "uk": "травень 2024"}),
        ("2024-05-27", {"en_GB": "27 May 2024", "uk": "27 травня 2024"}),
        ("2024-05-27T10:00:00+03:00", {"en_GB": "27 May 2024", "uk": "27 травня 2024"}),
        ("spring", {}),
    ],
)
def test_a_date_is_told_as_far_as_it_is_known(locale: str, date: str, told: dict[str, str]) -> None:
    assert date_words(date) == told.get(locale, date)


def test_days_near_by_have_names(locale: str) -> None:
    assert locale
    today = QDate.currentDate()
    assert day_words(today) == "today"
    assert day_words(today.addDays(-1)) == "yesterday"
    assert day_words(QDate()) == moment_words("spring") == ""
    assert str(today.addDays(-400).year()) in day_words(today.addDays(-400))


def test_a_clock_shows_no_seconds(locale: str) -> None:
    assert locale
    assert clock_words(QTime(14, 5, 59)) == "14:05"


def test_a_moment_is_told_in_local_time(locale: str) -> None:
    told = moment_words("2024-06-03T09:04:05Z")
    assert told.endswith(":04")
    assert ("June 2024" if locale == "en_GB" else "червня 2024") in told
    assert moment_words("") == ""
