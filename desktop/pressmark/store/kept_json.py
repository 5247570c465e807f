"""Small JSON files of this user's, read so that nothing in them ever stops the start."""

import json
import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, ClassVar, Protocol, TypeVar

from pressmark.errors import ProjectFileError, SettingsError
from pressmark.store.disk import failure, read_file
from pressmark.store.save import write_file

_LARGEST = 1 << 20
_log = logging.getLogger(__name__)


class _Record(Protocol):
    __dataclass_fields__: ClassVar[dict[str, Any]]


_Kept = TypeVar("_Kept", bound=_Record)


def check(record: _Record, fits: Mapping[str, Callable[[object], bool]]) -> None:
    """Raise SettingsError for the first field of `record` that does not fit."""
    for name, fit in fits.items():
        value = getattr(record, name)
        if not fit(value):
            raise SettingsError(name=name, value=value)


def is_text(value: object) -> bool:
    """Say whether a value is text that a file can hold."""
    if not isinstance(value, str):
        return False
    return not any("\ud800" <= char <= "\udfff" for char in value)


def read_kept(path: Path, default: _Kept, convert: Callable[[str, object], object]) -> _Kept:
    """Return `default` with what the file holds of it, each value made by `convert`.

    A file that is not there is no trouble. Where a file, or a value in it, is damaged, a copy is
    kept beside it and the default holds. Keys that nobody knows are passed over.
    """
    try:
        data = read_file(path, limit=_LARGEST)
    except ProjectFileError as error:
        if error.case != "missing":
            _log.warning("settings unreadable: %s (%s)", path.name, error.case)
        return default
    try:
        facts = json.loads(data)
    except (ValueError, RecursionError):
        facts = None
    kept, damaged = _filled(default, facts if isinstance(facts, dict) else {}, convert)
    if damaged or not isinstance(facts, dict):
        _log.warning("settings damaged: %s (%s)", path.name, ", ".join(damaged) or "all")
        with suppress(ProjectFileError):
            write_file(path.with_suffix(".damaged"), [data], private=True)
    return kept


def write_kept(path: Path, record: _Record) -> None:
    """Write a record as JSON (SettingsError `unwritable`, with `path` and `reason`)."""
    facts = {one.name: getattr(record, one.name) for one in fields(record)}
    plain = {key: dict(v) if isinstance(v, Mapping) else v for key, v in facts.items()}
    lines = json.dumps(plain, indent=1, ensure_ascii=False).encode()
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_file(path, [lines, b"\n"], private=True)
    except OSError as error:
        reason = failure(error, path).case
        raise SettingsError("unwritable", path=path, reason=reason) from error
    except ProjectFileError as error:
        raise SettingsError("unwritable", path=path, reason=error.case) from error


def _filled(
    default: _Kept, facts: Mapping[str, object], convert: Callable[[str, object], object]
) -> tuple[_Kept, list[str]]:
    kept, damaged = default, []
    for name in (one.name for one in fields(default) if one.name in facts):
        try:
            kept = replace(kept, **{name: convert(name, facts[name])})
        except (SettingsError, TypeError, ValueError):
            damaged.append(name)
    return kept, damaged
