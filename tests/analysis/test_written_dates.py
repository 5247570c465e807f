import pytest

from pressmark.analysis.written_dates import date_written


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024", "2024"),
        ("2024-05", "2024-05"),
        ("2024-05-31", "2024-05-31"),
        ("2024/5/3", "2024-05-03"),
        ("31 May 2024", "2024-05-31"),
        ("31st of May 2024", "2024-05-31"),
        ("May 31, 2024", "2024-05-31"),
        ("  Sept  2024 ", "2024-09"),
        ("31.05.2024", "2024-05-31"),
        ("05/2024", "2024-05"),
        ("5/31/2024", "2024-05-31"),
        ("31 травня 2024 року", "2024-05-31"),
        ("31 мая 2024", "2024-05-31"),
        ("2024년 5월 31일", "2024-05-31"),
    ],
)
def test_a_date_is_read_as_far_as_it_is_written(text: str, date: str) -> None:
    assert date_written(text) == date


def test_two_equal_numbers_leave_no_doubt() -> None:
    assert date_written("5/5/2024") == "2024-05-05"


@pytest.mark.parametrize(
    "text", ["", "5/6/2024", "32 June 2024", "Friday", "2024-13", "31 May", "0000", "4 May 5 2024"]
)
def test_what_is_no_date_or_two_is_not_read(text: str) -> None:
    assert date_written(text) is None
