"""What this user chose.

A plain dataclass: the window needs it soon, and a validation library would cost more time to import
than the window takes to open. A new setting is one field: dialog, palette and files follow.
"""

import logging
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from getpass import getuser
from pathlib import Path
from types import MappingProxyType
from typing import Final

from pressmark.errors import SettingsError
from pressmark.paths import settings_folder
from pressmark.phrases import phrase as _t
from pressmark.store.kept_json import check, read_kept, write_kept
from pressmark.store.setting import (
    Amount,
    Choice,
    KeysByAction,
    Setting,
    Switch,
    Text,
    declare,
    declared,
)

THEMES: Final = {"system": _t("As the system"), "light": _t("Light"), "dark": _t("Dark")}
LANGUAGES: Final = {"system": _t("As the system"), "en": "English", "uk": "Українська"}
"""A language is called what those who speak it call it."""

TEXT_SIZES: Final = range(14, 29)
"""The text sizes of an article, in pixels."""

LINE_PITCHES: Final = {170: _t("Comfortable"), 190: _t("Wide"), 210: _t("Very wide")}
"""From one line of an article to the next, in hundredths of the text size."""

COLUMNS: Final = {62: _t("Narrow"), 78: _t("Medium"), 100: _t("Broad")}
"""Average characters that the widest line of an article has room for."""

PREVIEWS: Final = {
    "needed": _t("When there is something to look at"),
    "always": _t("Always"),
    "never": _t("Never"),
}
"""When articles are shown before they come in."""

SECTIONS: Final = {
    "interface": _t("Interface"),
    "reading": _t("Article"),
    "tagging": _t("Tagging"),
    "keeping": _t("Projects"),
}
"""The titles of what the dialog groups settings by, in its order."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What this user chose; SettingsError for a value that cannot be.

    `annotator_id` (a UUID) and `annotator_name` say who works here; backups go to `backup_folder`
    too, unless it is ""; `keys` are those that differ from what an action had at first.
    """

    language: str = declare(
        Setting(
            Choice(LANGUAGES),
            "interface",
            _t("Language"),
            _t("Of menus, panels and help, from the next start on. Articles stay as they are."),
        ),
        "system",
    )
    theme: str = declare(Setting(Choice(THEMES), "interface", _t("Theme")), "system")
    text_size: int = declare(
        Setting(
            Amount(TEXT_SIZES, _t("{n} px")),
            "reading",
            _t("Text size"),
            _t("Ctrl and the wheel change it too."),
        ),
        19,
    )
    line_pitch: int = declare(
        Setting(
            Choice(LINE_PITCHES),
            "reading",
            _t("Line spacing"),
            _t("Wide lines leave more room for annotations that overlap."),
        ),
        170,
    )
    column: int = declare(
        Setting(Choice(COLUMNS), "reading", _t("Column width"), _t("How long a line is at most.")),
        78,
    )
    single_keys: bool = declare(
        Setting(
            Switch(),
            "tagging",
            _t("Single keys"),
            _t("Plain letters and digits tag and act while the article has the focus."),
        ),
        at_first=True,
    )
    exact: bool = declare(
        Setting(
            Switch(),
            "tagging",
            _t("Select exact characters"),
            _t("A drag ends where the pointer is, not at the nearest word."),
        ),
        at_first=False,
    )
    proposals: bool = declare(
        Setting(
            Switch(),
            "tagging",
            _t("Propose attributes"),
            _t("What the text gives away is offered beside empty fields."),
        ),
        at_first=True,
    )
    annotator_id: str = declare(Setting(Text(), personal=True), "")
    annotator_name: str = declare(
        Setting(
            Text(), "keeping", _t("Your name"), _t("Your annotations carry it."), personal=True
        ),
        "",
    )
    reopen: bool = declare(
        Setting(
            Switch(),
            "keeping",
            _t("Open the last project at the start"),
            _t("Else the example opens."),
        ),
        at_first=True,
    )
    backup_folder: str = declare(
        Setting(
            Text(is_folder=True),
            "keeping",
            _t("Second folder for backups"),
            _t("Each backup goes there too; best on another disk."),
            personal=True,
        ),
        "",
    )
    import_preview: str = declare(
        Setting(
            Choice(PREVIEWS),
            "keeping",
            _t("Preview before importing"),
            _t("Plain text that leaves no doubt comes in at once; anything else is shown first."),
        ),
        "needed",
    )
    keep_originals: bool = declare(
        Setting(
            Switch(),
            "keeping",
            _t("Keep the originals of articles"),
            _t("The files that were imported stay within reach, beside the backups."),
        ),
        at_first=True,
    )
    keys: Mapping[str, str] = declare(Setting(KeysByAction()), MappingProxyType({}))

    def __post_init__(self) -> None:
        check(self, {one.name: one.kind.fits for one in SETTINGS})

    def changed(self) -> tuple[Setting, ...]:
        """Return what is not as at first, of all that can be put back so."""
        first = Settings()
        return tuple(
            one
            for one in SETTINGS
            if not one.personal and getattr(self, one.name) != getattr(first, one.name)
        )


SETTINGS: Final = declared(Settings)
"""Every setting."""


def read_settings() -> Settings:
    """Return this user's settings: what is damaged is kept aside, and is as at first again.

    The first time, the annotator gets the login name and an id, and both are written.
    """
    settings = read_kept(_path(), Settings(), converted)
    if settings.annotator_id:
        return settings
    settings = replace(
        settings,
        annotator_id=str(uuid.uuid4()),
        annotator_name=settings.annotator_name or login_name(),
    )
    try:
        write_settings(settings)
    except SettingsError as error:
        _log.warning("settings not written: %s", error.facts["reason"])
    return settings


def write_settings(settings: Settings) -> None:
    """Keep the settings (SettingsError `unwritable`, with `path` and `reason`)."""
    write_kept(_path(), settings)


def converted(_name: str, value: object) -> object:
    """Return a value of JSON as `Settings` holds it."""
    return MappingProxyType(value) if isinstance(value, dict) else value


def login_name() -> str:
    """Return the name this user is logged in by, or "analyst" where there is none."""
    try:
        return getuser()
    except (OSError, KeyError, ImportError):
        return "analyst"


def _path() -> Path:
    return settings_folder() / "settings.json"
