import pytest

from pressmark.ui.panels.inspector.dates import date_refusal


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
