import pytest

from pressmark.errors import FormatError
from pressmark.formats.csv_rows import CSV, CsvOptions
from pressmark.formats.html_review import HTML
from pressmark.formats.options import options_from, options_of


def test_a_dialog_learns_what_to_ask() -> None:
    (flavour,) = options_of(CSV)
    assert (flavour.name, flavour.default) == ("flavour", "spreadsheet")
    assert flavour.choices == ("spreadsheet", "raw")
    assert flavour.about
    assert options_of(HTML) == ()


def test_options_are_made_of_words() -> None:
    assert options_from(CSV, {}) == CsvOptions()
    assert options_from(CSV, {"flavour": "raw"}) == CsvOptions(flavour="raw")


@pytest.mark.parametrize(
    ("given", "code", "fact"),
    [({"x": "y"}, "no-option", "flavour"), ({"flavour": "blue"}, "bad-option", "spreadsheet, raw")],
)
def test_a_wrong_option_is_named_with_what_there_is(
    given: dict[str, str], code: str, fact: str
) -> None:
    with pytest.raises(FormatError) as caught:
        options_from(CSV, given)
    assert caught.value.case == code
    assert fact in caught.value.facts.values()
    assert caught.value.facts["format"] == "csv"
