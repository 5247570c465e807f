import pytest

from pressmark.ui.panels.inspector.dates import date_refusal, moment_words


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("text", ["", "2024", "2024-05", "2024-05-27", "2024-02-29"])
def test_a_date_may_be_as_rough_as_it_is_known(text: str) -> None:
    assert date_refusal(text) == ""


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    "text", ["24", "2024-13", "2023-02-29", "2024-5-27", "27.05.2024", "May 2024", "0000"]
)
def test_what_is_no_date_is_refused_in_a_sentence(text: str) -> None:
    assert date_refusal(text).startswith("Write a date as 2024")


@pytest.mark.usefixtures("qapp")
def test_times_are_shown_as_local_ones() -> None:
    shown = moment_words("2024-06-03T09:04:05Z")
    assert shown.startswith("2024-06-0")
    assert shown.endswith(":04")
    assert moment_words("") == ""
    assert moment_words("yesterday") == ""
