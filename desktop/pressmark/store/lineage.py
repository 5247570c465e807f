"""What a project file says of its past, so that the common ancestor of two files is found.

A state is named by the session that made its last step and that step's number. A session is
linear, so `session.12` names one content, and a file that lists `session.15` has grown from it.
The last line of a project file lists the names, its own first, behind a seal: the digest of all
that stands before the line. Where the seal does not fit, or there is none, the file was written
by something else: its own name is then the digest of its bytes, and its past still counts.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Final

from pressmark.errors import RecordError
from pressmark.model.ids import new_id
from pressmark.model.json import Json
from pressmark.store.strict_json import json_bytes, read_json

KEY: Final = "lineage"
"""The key of the project file's last line."""
LONGEST: Final = 64
"""How many states a file lists, the youngest; no base is found in what is older."""

_NAME = re.compile(r"[0-9a-f]{16}|([0-9a-f]{12})\.([0-9]{1,12})")
_BEFORE = b',\n"%s": ' % KEY.encode()
_END = b"}\n"
_DIGITS = 16
_ROOM = LONGEST * 40


@dataclass(frozen=True, slots=True)
class Lineage:
    """The `states` that a file has gone through, its own first.

    `line` are the states that its last line has, by the seal of its content: as long as nothing
    else was written, that content keeps its name, and undoing all edits brings back the bytes.
    """

    states: tuple[str, ...] = ()
    line: dict[str, tuple[str, ...]] = field(default_factory=dict)


def sealed(
    chunks: Iterable[bytes],
    states: tuple[str, ...],
    written: dict[str, tuple[str, ...]] | None = None,
) -> Iterator[bytes]:
    """Yield the bytes of a project file with its last line: `states`, youngest first.

    `written` is the line that was written last (`Lineage.line`), and becomes this one. An empty
    name stands for the digest of the content. Without states there is no line.
    """
    digest = hashlib.sha256()
    last = b""
    for chunk in filter(None, chunks):
        digest.update(chunk)
        if last:
            yield last
        last = chunk
    seal = digest.hexdigest()[:_DIGITS]
    if written is not None:
        states = written.get(seal, states)
        written.clear()
        written[seal] = states
    if states:
        line: Json = {"seal": seal, "states": [one or seal for one in states[:LONGEST]]}
        last = last.removesuffix(_END) + _BEFORE + json_bytes(line) + _END
    yield last


def lineage_of(content: bytes, sha256: str, line: Json) -> Lineage:
    """Return what a file says of its past.

    `sha256` is of its `content`, `line` what it holds under `KEY`, whatever that is.
    """
    listed = line.get("states") if isinstance(line, dict) else None
    names = (one for one in listed if isinstance(one, str)) if isinstance(listed, list) else ()
    past = tuple(one for one in names if _NAME.fullmatch(one))[:LONGEST]
    seal = _seal_in(content) if past else ""
    if seal:
        return Lineage(past, {seal: past})
    name = sha256[:_DIGITS]
    return Lineage((name, *past), {} if past else {name: ()})


def new_session() -> str:
    """Return a name for what is done from now on until the project is closed."""
    return new_id()[:12]


def united(ours: Iterable[str], theirs: Iterable[str]) -> tuple[str, ...]:
    """Return the states of a union of two files, whichever is called ours; its own is first."""
    by_turns = (sorted(filter(None, pair)) for pair in zip_longest(ours, theirs))
    return "", *dict.fromkeys(one for pair in by_turns for one in pair)


def has_grown_from(states: Iterable[str], name: str) -> bool:
    """Say whether a file with these states has gone through the one of that name."""
    return any(one == name or _is_later(one, name) for one in states)


def _is_later(state: str, name: str) -> bool:
    """Say whether both were made by one session, `state` after `name`."""
    one, other = _NAME.fullmatch(state), _NAME.fullmatch(name)
    if one is None or other is None or one[1] is None or one[1] != other[1]:
        return False
    return int(one[2]) >= int(other[2])


def _seal_in(content: bytes) -> str:
    """Return the seal in the last line of a file; "" where it does not fit."""
    start = content.rfind(_BEFORE, max(0, len(content) - _ROOM))
    if start >= 0:
        with suppress(RecordError):
            match read_json(content[start + len(_BEFORE) :].removesuffix(_END)):
                case {"seal": str(seal)}:
                    digest = hashlib.sha256(memoryview(content)[:start])
                    digest.update(_END)
                    return seal if digest.hexdigest()[:_DIGITS] == seal else ""
    return ""
