from dataclasses import dataclass, field, replace

import pytest

from pressmark.errors import FormatError
from pressmark.formats.csv_rows import CSV, CsvOptions
from pressmark.formats.options import options_from, options_of
from pressmark.formats.pressmark_jsonl import PRESSMARK_JSONL


def test_a_dialog_learns_what_to_ask() -> None:
    (flavour,) = options_of(CSV)
    assert (flavour.name, flavour.default) == ("flavour", "spreadsheet")
    assert flavour.choices == ("spreadsheet", "raw")
    assert flavour.about
    assert options_of(PRESSMARK_JSONL) == ()


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


@dataclass(frozen=True)
class Rich:
    seed: int = field(default=7, metadata={"about": "seed", "most": 99})
    quick: bool = True
    split: str = field(default="none", metadata={"form": "none|[0-9/]+", "examples": ("80/20",)})


RICH = replace(CSV, id="rich", options=Rich)


@pytest.mark.parametrize(
    ("given", "chosen"),
    [
        ({"seed": "0"}, Rich(seed=0)),
        ({"seed": "99"}, Rich(seed=99)),
        ({"quick": "No"}, Rich(quick=False)),
        ({"quick": "1"}, Rich()),
        ({"split": "8/2"}, Rich(split="8/2")),
    ],
)
def test_words_become_numbers_and_flags(given: dict[str, str], chosen: Rich) -> None:
    assert options_from(RICH, given) == chosen


@pytest.mark.parametrize(
    ("name", "word", "told"),
    [
        ("seed", "100", "a whole number from 0 to 99"),
        ("seed", "-1", "a whole number from 0 to 99"),
        ("seed", "٣", "a whole number from 0 to 99"),
        ("quick", "maybe", "true, false"),
        ("split", "half", "80/20"),
    ],
)
def test_words_that_are_none_are_told_what_could_be(name: str, word: str, told: str) -> None:
    with pytest.raises(FormatError) as caught:
        options_from(RICH, {name: word})
    assert caught.value.facts["choices"] == told
