import re

from pressmark.store.clock import arriving, now


def test_now_is_utc_to_the_second() -> None:
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", now())


def test_what_comes_in_within_one_second_keeps_its_order() -> None:
    times = [arriving("2026-11-22T12:04:05Z", before) for before in (0, 9, 10, 999_999, 10**7)]
    assert times[:2] == ["2026-11-22T12:04:05.000000Z", "2026-11-22T12:04:05.000009Z"]
    assert times == sorted(times)
    assert times[-1] < arriving("2026-11-22T12:04:06Z", 0)
