"""The edit requests that `pressmark annotate` reads: one JSON object a line."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pressmark.edits.requests import Add, Asked, Move, Relabel, Relate, Remove, Set
from pressmark.errors import EditError, RecordError
from pressmark.model.json import Json
from pressmark.store.records import from_json
from pressmark.store.strict_json import read_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo:
    """Take back this process's last step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redo:
    """Do this process's last undone step again."""


Request = Asked | Undo | Redo

REQUESTS: Mapping[str, type[Request]] = MappingProxyType(
    {
        "add": Add,
        "move": Move,
        "relabel": Relabel,
        "remove": Remove,
        "set": Set,
        "relate": Relate,
        "undo": Undo,
        "redo": Redo,
    }
)
"""The requests by the name that their `op` gives."""


def read_request(line: bytes) -> Request:
    """Return the request that a line of strict JSON holds; EditError `bad-request` otherwise."""
    try:
        raw = read_json(line)
        kind, rest = _kind(raw)
        return from_json(kind, rest)
    except RecordError as error:
        where, why = error.facts.get("where") or "the line", error.facts["reason"]
        raise EditError("bad-request", where=where, reason=why) from error


def _kind(raw: Json) -> tuple[type[Request], Json]:
    """Return the class of request that a JSON object asks for, and the rest of the object."""
    if not isinstance(raw, dict):
        raise RecordError(where="", reason="not-an-object")
    kind = REQUESTS.get(str(raw.get("op")))
    if kind is None:
        raise RecordError(where="op", reason="unknown")
    return kind, {key: held for key, held in raw.items() if key != "op"}
