import json
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from pressmark.errors import SettingsError
from pressmark.paths import settings_folder
from pressmark.store.settings import Settings, read_settings, write_settings


@pytest.fixture
def path() -> Path:
    settings_folder().mkdir(parents=True)
    return settings_folder() / "settings.json"


def test_the_first_start_gives_the_annotator_an_id_for_good() -> None:
    first = read_settings()
    assert UUID(first.annotator_id)
    assert first.annotator_name
    assert read_settings() == first


def test_settings_are_kept_private(path: Path) -> None:
    chosen = replace(read_settings(), theme="dark", text_size=28, backup_folder="/Ö")
    write_settings(chosen)
    assert read_settings() == chosen
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "change",
    [
        {"theme": "pink"},
        {"text_size": 13},
        {"text_size": 29},
        {"text_size": True},
        {"text_size": 19.0},
        {"single_keys": 1},
        {"annotator_name": "\ud800"},
        {"backup_folder": None},
        {"theme": []},
    ],
)
def test_a_value_that_cannot_be_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(SettingsError):
        Settings(**change)


@pytest.mark.parametrize(
    "data", [b"", b"{", b"\xff\x00", b"[1]", b"null", b"\0" * 500, b"[" * 200_000]
)
def test_damaged_settings_are_kept_aside_and_do_not_stop_the_start(
    path: Path, data: bytes, expect_log: Callable[[str], None]
) -> None:
    expect_log("settings damaged: settings.json")
    path.write_bytes(data)
    assert replace(read_settings(), annotator_id="", annotator_name="") == Settings()
    assert path.with_suffix(".damaged").read_bytes() == data


def test_one_damaged_value_leaves_the_others(path: Path, expect_log: Callable[[str], None]) -> None:
    expect_log("text_size")
    facts = {"theme": "dark", "text_size": "big", "annotator_id": "x", "from_the_future": 1}
    path.write_text(json.dumps(facts))
    assert read_settings() == Settings(theme="dark", annotator_id="x")


def test_settings_that_are_a_folder_do_not_stop_the_start(
    path: Path, expect_log: Callable[[str], None]
) -> None:
    expect_log("settings unreadable")
    expect_log("settings not written")
    path.mkdir()
    assert read_settings().theme == "system"
