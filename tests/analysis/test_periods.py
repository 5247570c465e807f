from pressmark.analysis.figures import Named, Row
from pressmark.analysis.periods import periods


def rows(*days: str) -> tuple[Row, ...]:
    return tuple(Row(Named(day, day), {"quote": (f"id-{day}",)}) for day in days)


def shown(*days: str) -> list[tuple[str, int]]:
    return [(row.who.key, row.total) for row in periods(rows(*days))]


def test_days_between_are_shown_though_nothing_belongs_to_them() -> None:
    assert shown("2024-02-28", "2024-03-01") == [
        ("2024-02-28", 1),
        ("2024-02-29", 0),
        ("2024-03-01", 1),
    ]


def test_many_days_are_put_together_to_months_and_many_months_to_years() -> None:
    months = shown("2023-12-31", "2024-01-01", "2024-01-31", "2024-03-05")
    assert months == [("2023-12", 1), ("2024-01", 2), ("2024-02", 0), ("2024-03", 1)]
    years = shown("2019-05-01", "2024-01-01")
    assert [key for key, _ in years] == [str(year) for year in range(2019, 2025)]


def test_what_is_known_only_to_the_month_or_not_at_all() -> None:
    assert shown("2024-05", "2024-05-02", "") == [("2024-05", 1), ("2024-05-02", 1)]
    assert shown("") == []
    assert periods(()) == ()


def test_what_is_no_date_stays_as_it_is() -> None:
    assert shown("2024-05-01", "2024-99-99") == [("2024-05-01", 1), ("2024-99-99", 1)]
    assert shown("9999-12-30", "9999-12-31") == [("9999-12-30", 1), ("9999-12-31", 1)]


def test_years_far_apart_are_not_filled() -> None:
    assert shown("0202-05-01", "2024-05-01") == [("0202", 1), ("2024", 1)]


def test_nothing_is_lost() -> None:
    (row,) = periods(rows("2024-05-01", "2024-05-01"))
    assert row.parts == {"quote": ("id-2024-05-01", "id-2024-05-01")}
