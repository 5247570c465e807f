from collections.abc import Callable

import pytest

from pressmark.errors import SettingsError
from pressmark.store.settings import read_settings
from pressmark.store.state import Place
from pressmark.ui import preferences
from pressmark.ui.preferences import Preferences


def test_what_is_chosen_is_kept() -> None:
    Preferences().choose(theme="dark", text_size=22)
    again = Preferences()
    assert (again.settings.theme, again.settings.text_size) == ("dark", 22)
    assert read_settings().theme == "dark"


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(SettingsError):
        Preferences().choose(theme="pink")
    assert Preferences().settings.theme == "system"


def test_places_and_recent_projects_are_remembered_and_forgotten() -> None:
    first = Preferences()
    first.note_opened("/a.pressmark")
    first.note_opened("/b.pressmark")
    first.note_left("/a.pressmark", Place("article", 12, 3))
    again = Preferences()
    assert again.state.recent == ("/b.pressmark", "/a.pressmark")
    assert again.state.places["/a.pressmark"] == Place("article", 12, 3)
    again.forget("/a.pressmark")
    assert Preferences().state.recent == ("/b.pressmark",)


def test_what_cannot_be_written_holds_until_the_end(
    monkeypatch: pytest.MonkeyPatch, expect_log: Callable[[str], None]
) -> None:
    def refuse(_settings: object) -> None:
        raise SettingsError("unwritable", reason="disk-full")

    expect_log("settings not kept: disk-full")
    monkeypatch.setattr(preferences, "write_settings", refuse)
    made = Preferences()
    made.choose(theme="dark")
    assert made.settings.theme == "dark"
