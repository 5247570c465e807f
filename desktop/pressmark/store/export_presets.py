"""Exports that this user has named, to be done again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from pressmark.paths import settings_folder
from pressmark.store.export_choice import ExportChoice, choice_of, facts_of
from pressmark.store.kept_json import check, is_text, read_kept, write_kept

_LONGEST = 80


@dataclass(frozen=True, slots=True)
class _Presets:
    presets: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        check(self, {"presets": _are_presets})


def read_presets() -> dict[str, ExportChoice]:
    """Return the presets by name, in the order of their names."""
    kept = read_kept(_path(), _Presets(), lambda _name, value: value).presets
    return {name: choice_of(facts) for name, facts in sorted(kept.items(), key=_order)}


def write_presets(presets: Mapping[str, ExportChoice]) -> None:
    """Keep presets (SettingsError `unwritable`, with `path` and `reason`)."""
    write_kept(_path(), _Presets({name: facts_of(one) for name, one in presets.items()}))


def preset_name(typed: str) -> str:
    """Return the name that a preset gets: one line without space around it, not too long."""
    return " ".join(typed.split())[:_LONGEST]


def _order(preset: tuple[str, object]) -> tuple[str, str]:
    return preset[0].casefold(), preset[0]


def _path() -> Path:
    return settings_folder() / "export-presets.json"


def _are_presets(value: object) -> bool:
    if not isinstance(value, Mapping):
        return False
    for name, facts in value.items():
        if not is_text(name):
            return False
        choice_of(facts)
    return True
