"""Settings as a file to be passed on: to a colleague, or to another computer."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from pressmark.errors import RecordError, SettingsError
from pressmark.store.disk import read_file
from pressmark.store.export_choice import ExportChoice, choice_of, facts_of
from pressmark.store.export_presets import preset_name
from pressmark.store.save import write_file
from pressmark.store.settings import SETTINGS, Settings, converted
from pressmark.store.strict_json import read_json

SUFFIX: Final = ".json"
_FORMAT, _VERSION, _LARGEST = "pressmark-settings", 1, 1 << 20
_PASSED_ON = tuple(one.name for one in SETTINGS if not one.personal)


def write_settings_file(
    path: Path, settings: Settings, presets: Mapping[str, ExportChoice] = MappingProxyType({})
) -> None:
    """Write all settings but the personal ones, and presets of exports (ProjectFileError)."""
    values = {name: getattr(settings, name) for name in _PASSED_ON}
    plain = {name: dict(one) if isinstance(one, Mapping) else one for name, one in values.items()}
    facts = {"format": _FORMAT, "version": _VERSION, "settings": plain}
    if presets:
        facts["presets"] = {name: facts_of(one) for name, one in presets.items()}
    write_file(path, [json.dumps(facts, indent=1, ensure_ascii=False).encode(), b"\n"])


def read_settings_file(path: Path, settings: Settings) -> tuple[Settings, tuple[str, ...]]:
    """Return `settings` with what a file holds, and the names in it that nobody knows here.

    ProjectFileError where it cannot be read; SettingsError `no-settings` for one that holds
    something else, `newer-settings`, or `bad-setting` with the `name` and the `value` that cannot
    be. Personal settings stay as they are.
    """
    values = _values(path)
    unknown = tuple(sorted(values.keys() - {one.name for one in SETTINGS}))
    for name in _PASSED_ON:
        if name in values:
            value: Any = converted(name, values[name])
            try:
                settings = replace(settings, **{name: value})
            except SettingsError as error:
                raise SettingsError("bad-setting", path=path, name=name, value=value) from error
    return settings, unknown


def read_presets_file(path: Path) -> dict[str, ExportChoice]:
    """Return the presets that a file of settings holds, without those that cannot be.

    The errors of `read_settings_file`.
    """
    found, presets = _facts(path).get("presets"), {}
    for name, facts in found.items() if isinstance(found, dict) else ():
        with suppress(SettingsError):
            presets[preset_name(name)] = choice_of(facts)
    return presets


def _values(path: Path) -> Mapping[str, object]:
    values = _facts(path).get("settings")
    if not isinstance(values, dict):
        raise SettingsError("no-settings", path=path)
    return values


def _facts(path: Path) -> Mapping[str, object]:
    try:
        facts = read_json(read_file(path, limit=_LARGEST))
    except RecordError as error:
        raise SettingsError("no-settings", path=path) from error
    if not isinstance(facts, dict) or facts.get("format") != _FORMAT:
        raise SettingsError("no-settings", path=path)
    if facts.get("version") != _VERSION:
        raise SettingsError("newer-settings", path=path)
    return facts
