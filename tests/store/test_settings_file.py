import json
from dataclasses import fields, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from pressmark.errors import PressmarkError, ProjectFileError, SettingsError
from pressmark.store.export_choice import ExportChoice
from pressmark.store.settings import SECTIONS, SETTINGS, Settings
from pressmark.store.settings_file import (
    read_presets_file,
    read_settings_file,
    write_settings_file,
)

MINE = Settings(annotator_id="me", annotator_name="Olena", backup_folder="/backups")
CHOSEN = replace(
    MINE, theme="dark", text_size=22, single_keys=False, keys=MappingProxyType({"next": "G"})
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def write(path: Path, **facts: Any) -> None:  # noqa: ANN401 -- any JSON
    path.write_text(json.dumps({"format": "pressmark-settings", "version": 1, **facts}))


def test_settings_are_passed_on_without_what_is_personal(path: Path) -> None:
    write_settings_file(path, CHOSEN)
    assert all(word not in path.read_text() for word in ("Olena", "backups", "annotator"))
    other = Settings(annotator_id="you", annotator_name="Bo")
    taken, unknown = read_settings_file(path, other)
    assert taken == replace(CHOSEN, annotator_id="you", annotator_name="Bo", backup_folder="")
    assert unknown == ()


def test_what_a_file_does_not_name_stays(path: Path) -> None:
    write(path, settings={"theme": "light", "annotator_id": "thief", "later": 1})
    taken, unknown = read_settings_file(path, CHOSEN)
    assert taken == replace(CHOSEN, theme="light")
    assert unknown == ("later",)


@pytest.mark.parametrize(
    ("data", "case"),
    [
        (b"", "no-settings"),
        (b"[]", "no-settings"),
        (b'{"format": "pressmark-project", "version": 1}', "no-settings"),
        (b'{"format": "pressmark-settings", "version": 1, "settings": 3}', "no-settings"),
        (b'{"format": "pressmark-settings", "version": 2, "settings": {}}', "newer-settings"),
        (b"\xff\xfe", "no-settings"),
    ],
)
def test_other_files_are_refused(path: Path, data: bytes, case: str) -> None:
    path.write_bytes(data)
    with pytest.raises(SettingsError) as caught:
        read_settings_file(path, MINE)
    assert caught.value.case == case


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "pink"),
        ("text_size", 99),
        ("line_pitch", 170.0),
        ("exact", 1),
        ("keys", ["G"]),
        ("keys", {"next": 1}),
        ("language", None),
    ],
)
def test_a_value_that_cannot_be_is_named(path: Path, name: str, value: object) -> None:
    write(path, settings={"column": 62, name: value})
    with pytest.raises(SettingsError) as caught:
        read_settings_file(path, MINE)
    assert (caught.value.case, caught.value.facts["name"]) == ("bad-setting", name)


def test_a_file_that_is_not_there_is_said_so(path: Path) -> None:
    with pytest.raises(ProjectFileError):
        read_settings_file(path, MINE)


def test_a_file_that_cannot_be_written_is_said_so(path: Path) -> None:
    with pytest.raises(PressmarkError):
        write_settings_file(path / "below" / "it.json", MINE)


def test_every_field_is_declared_and_what_is_shown_stands_in_a_section() -> None:
    assert [one.name for one in SETTINGS] == [one.name for one in fields(Settings)]
    assert {one.section for one in SETTINGS if one.title} == set(SECTIONS)


def test_what_is_not_as_at_first_is_known() -> None:
    assert [one.name for one in CHOSEN.changed()] == ["theme", "text_size", "single_keys", "keys"]
    assert MINE.changed() == ()


def test_presets_of_exports_go_along(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    weekly = ExportChoice(format="pdf", labels=("claim",), new=True)
    write_settings_file(path, Settings(), {"weekly": weekly})
    facts = json.loads(path.read_text())
    facts["presets"]["bad"] = {"labels": 3}
    path.write_text(json.dumps(facts))
    assert read_presets_file(path) == {"weekly": weekly}
    assert read_settings_file(path, Settings()) == (Settings(), ())
    write_settings_file(path, Settings())
    assert read_presets_file(path) == {}
