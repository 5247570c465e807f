import json
from collections.abc import Callable

import pytest

from pressmark.errors import SettingsError
from pressmark.paths import settings_folder
from pressmark.store.export_choice import ExportChoice, choice_of, facts_of
from pressmark.store.export_presets import preset_name, read_presets, write_presets

WEEKLY = ExportChoice(
    format="pdf",
    options={"articles": "false"},
    labels=("claim", "denial"),
    states=("done",),
    since="2024-05",
    new=True,
    notes=False,
)


def test_there_are_none_at_first() -> None:
    assert read_presets() == {}


def test_presets_are_kept_in_the_order_of_their_names() -> None:
    write_presets({"weekly": WEEKLY, "Data": ExportChoice(format="conll")})
    assert list(read_presets().items()) == [
        ("Data", ExportChoice(format="conll")),
        ("weekly", WEEKLY),
    ]


def test_what_is_as_usual_is_not_written() -> None:
    assert facts_of(ExportChoice(format="csv")) == {"format": "csv"}


def test_keys_of_newer_versions_are_passed_over() -> None:
    assert choice_of({"format": "csv", "mood": "good"}) == ExportChoice(format="csv")


@pytest.mark.parametrize(
    "facts",
    [
        {},
        [],
        {"format": 3},
        {"format": "csv", "labels": "claim"},
        {"format": "csv", "labels": [1]},
        {"format": "csv", "zones": "yes"},
        {"format": "csv", "options": {"made": 1}},
        {"format": "csv", "shape": "box"},
    ],
)
def test_what_cannot_be_chosen_is_refused(facts: object, expect_log: Callable[[str], None]) -> None:
    with pytest.raises(SettingsError):
        choice_of(facts)
    expect_log("settings damaged: export-presets.json")
    settings_folder().mkdir(parents=True)
    path = settings_folder() / "export-presets.json"
    path.write_text(json.dumps({"presets": {"mine": facts}}))
    assert read_presets() == {}


def test_a_name_is_one_line() -> None:
    assert preset_name("  for the\n minister ") == "for the minister"
    assert len(preset_name("x" * 300)) == 80
