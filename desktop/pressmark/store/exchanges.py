"""What this user exported and imported last: remembered for the next time, never in a project."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from pressmark.paths import state_folder
from pressmark.store.export_choice import ExportChoice, choice_of, facts_of
from pressmark.store.kept_json import check, is_text, read_kept, write_kept

_MOST = 50
_Value = TypeVar("_Value")


def _nothing() -> Mapping[str, object]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class _Exchanges:
    """`chosen` are choices by format, `reported` and `renamed` by project; the last come last."""

    chosen: Mapping[str, object] = field(default_factory=_nothing)
    reported: Mapping[str, object] = field(default_factory=_nothing)
    renamed: Mapping[str, object] = field(default_factory=_nothing)

    def __post_init__(self) -> None:
        check(
            self,
            {
                "chosen": _each(lambda value: bool(choice_of(value))),
                "reported": _each(is_text),
                "renamed": _each(_each(is_text)),
            },
        )


def last_choices() -> dict[str, ExportChoice]:
    """Return by format what was chosen last; the format that was exported last comes last."""
    return {name: choice_of(facts) for name, facts in _read().chosen.items()}


def last_report(project: Path) -> str:
    """Return when a report of a project was last written (ISO 8601, UTC), or ""."""
    return str(_read().reported.get(str(project), ""))


def last_renamed(project: Path) -> dict[str, str]:
    """Return which label of a project stood for which of the sets that came into it."""
    found = _read().renamed.get(str(project), {})
    return dict(found) if isinstance(found, Mapping) else {}


def note_choice(choice: ExportChoice) -> None:
    """Remember what was exported (SettingsError `unwritable`; so the others)."""
    kept = _read()
    write_kept(_path(), replace(kept, chosen=_with(kept.chosen, choice.format, facts_of(choice))))


def note_report(project: Path, time: str) -> None:
    """Remember when a report of a project was written."""
    kept = _read()
    write_kept(_path(), replace(kept, reported=_with(kept.reported, str(project), time)))


def note_renamed(project: Path, labels: Mapping[str, str]) -> None:
    """Remember which label stood for which, beside what is remembered already."""
    kept, known = _read(), last_renamed(project)
    renamed = _with(kept.renamed, str(project), {**known, **labels})
    write_kept(_path(), replace(kept, renamed=renamed))


def forget_exchanges(project: Path) -> None:
    """Remember nothing of a project any more."""
    kept, name = _read(), str(project)
    if name in kept.reported or name in kept.renamed:
        reported = {key: value for key, value in kept.reported.items() if key != name}
        renamed = {key: value for key, value in kept.renamed.items() if key != name}
        write_kept(_path(), replace(kept, reported=reported, renamed=renamed))


def _with(held: Mapping[str, _Value], name: str, value: _Value) -> dict[str, _Value]:
    others = [(key, one) for key, one in held.items() if key != name]
    return {**dict(others[-(_MOST - 1) :]), name: value}


def _read() -> _Exchanges:
    return read_kept(_path(), _Exchanges(), lambda _name, value: value)


def _path() -> Path:
    return state_folder() / "exchanges.json"


def _each(fits: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: (
        isinstance(value, Mapping) and all(is_text(k) and fits(v) for k, v in value.items())
    )
