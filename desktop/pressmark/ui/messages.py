"""The sentences of the window: for every error what is wrong, and what to do about it."""

from collections.abc import Mapping
from pathlib import Path

from pressmark.errors import PressmarkError
from pressmark.store.lock import Holder
from pressmark.ui.encoding_names import encoding_name
from pressmark.ui.sentences import SENTENCES
from pressmark.ui.shown_paths import shown_path
from pressmark.ui.words import phrase as _t
from pressmark.ui.words import translated

_MIB = 2**20


def sentence(error: PressmarkError) -> str:
    """Return what is wrong and what to do, for people."""
    facts = _Facts({name: _shown(value) for name, value in error.facts.items()})
    facts.setdefault("case", error.case)
    facts.setdefault("holder", holder_name(Holder()))
    path, limit = error.facts.get("path"), error.facts.get("limit")
    if isinstance(path, Path):
        facts.setdefault("folder", shown_path(path.parent))
    if isinstance(limit, int) and limit >= _MIB:
        facts["limit"] = f"{limit // _MIB} MiB"
    if "encoding" in facts:
        facts["encoding"] = encoding_name(facts["encoding"])
    if "kind" in facts:  # which readers name in words
        facts["kind"] = translated(facts["kind"])
    for key in (f"{error.code}/{error.case}", error.case, error.code, "unexpected"):
        if key in SENTENCES:
            return translated(SENTENCES[key]).format_map(facts)
    raise AssertionError  # "unexpected" is there


def has_sentence(code: str, case: str) -> bool:
    """Say whether a case of an error has a sentence of its own."""
    return f"{code}/{case}" in SENTENCES


class _Facts(dict[str, str]):
    """Facts by name; one that an error does not have leaves a gap, not a failure."""

    def __missing__(self, name: str) -> str:
        return "…"


def _shown(value: object) -> str:
    if isinstance(value, Path):
        return shown_path(value)
    if isinstance(value, Holder):
        return holder_name(value)
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {_shown(one)}" for name, one in value.items())
    return str(value)


def holder_name(holder: Holder) -> str:
    """Return who has a project open, as well as it is known."""
    name = holder.name or translated(_t("Somebody"))
    if not holder.host:
        return name
    return translated(_t("{name} on {host}")).format(name=name, host=holder.host)
