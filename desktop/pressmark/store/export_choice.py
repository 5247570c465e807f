"""What somebody chose to export: of whatever project, kept under a name or for the next time."""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from types import MappingProxyType
from typing import Any, Literal, get_args

from pressmark.errors import SettingsError
from pressmark.store.kept_json import check, is_text

Shape = Literal["file", "folder", "zip"]
"""What a format of many files is written as."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportChoice:
    """A format's id, its options in words, and what goes in; SettingsError for what cannot be.

    `labels`, `annotators` and `states` are ids (None: all); `since` and `until` days, as far as
    they are known; `new` keeps what is new since the last report. The other fields are those of
    a Selection.
    """

    format: str
    options: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    shape: Shape = "file"
    labels: tuple[str, ...] | None = None
    annotators: tuple[str, ...] | None = None
    states: tuple[str, ...] | None = None
    since: str = ""
    until: str = ""
    flagged: bool = False
    new: bool = False
    zones: bool = True
    notes: bool = True
    pseudonyms: bool = False

    def __post_init__(self) -> None:
        ids = ("labels", "annotators", "states")
        switches = ("flagged", "new", "zones", "notes", "pseudonyms")
        check(
            self,
            {
                **dict.fromkeys(("format", "since", "until"), is_text),
                **dict.fromkeys(ids, _are_ids),
                **dict.fromkeys(switches, lambda value: isinstance(value, bool)),
                "options": _are_words,
                "shape": lambda value: value in get_args(Shape),
            },
        )


def choice_of(facts: object) -> ExportChoice:
    """Return the choice that JSON tells, without keys that nobody knows (SettingsError)."""
    if not isinstance(facts, dict) or "format" not in facts:
        raise SettingsError(name="choice", value=facts)
    known = {one.name for one in fields(ExportChoice)}
    told: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in facts.items()
        if key in known
    }
    return ExportChoice(**told)


def facts_of(choice: ExportChoice) -> dict[str, Any]:
    """Return a choice as JSON tells it: what is as usual is left out."""
    told: dict[str, Any] = {}
    for one in fields(choice):
        value = getattr(choice, one.name)
        usual = one.default_factory() if one.default_factory is not MISSING else one.default
        if value != usual:
            told[one.name] = dict(value) if isinstance(value, Mapping) else value
    return told


def _are_ids(value: object) -> bool:
    return value is None or (isinstance(value, tuple) and all(map(is_text, value)))


def _are_words(value: object) -> bool:
    return isinstance(value, Mapping) and all(is_text(k) and is_text(v) for k, v in value.items())
