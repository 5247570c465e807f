"""What this user chose.

A plain dataclass: the window needs it before its first paint, and a validation library would cost
more time to import than the window takes to open.
"""

import logging
import uuid
from dataclasses import dataclass, replace
from getpass import getuser
from pathlib import Path
from typing import Final

from pressmark.errors import SettingsError
from pressmark.paths import settings_folder
from pressmark.store.kept_json import check, is_text, read_kept, write_kept

THEMES: Final = ("system", "light", "dark")
TEXT_SIZES: Final = range(14, 29)
"""The text sizes of an article, in pixels."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What this user chose; SettingsError for a value that cannot be.

    `theme` is one of THEMES, `text_size` one of TEXT_SIZES, `single_keys` whether plain letters
    tag; `annotator_id` (a UUID) and `annotator_name` say who works here; backups go to
    `backup_folder` too, unless it is "".
    """

    theme: str = "system"
    text_size: int = 19
    single_keys: bool = True
    annotator_id: str = ""
    annotator_name: str = ""
    backup_folder: str = ""

    def __post_init__(self) -> None:
        check(
            self,
            {
                "theme": lambda value: value in THEMES,
                "text_size": lambda value: type(value) is int and value in TEXT_SIZES,
                "single_keys": lambda value: isinstance(value, bool),
                "annotator_id": is_text,
                "annotator_name": is_text,
                "backup_folder": is_text,
            },
        )


def read_settings() -> Settings:
    """Return this user's settings: what is damaged is kept aside, and is as at first again.

    The first time, the annotator gets the login name and an id, and both are written.
    """
    settings = read_kept(_path(), Settings(), lambda _name, value: value)
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


def login_name() -> str:
    """Return the name this user is logged in by, or "analyst" where there is none."""
    try:
        return getuser()
    except (OSError, KeyError, ImportError):
        return "analyst"


def _path() -> Path:
    return settings_folder() / "settings.json"
