"""A second opinion on project files: what the standard library's JSON says of their bytes."""

import json
import re
from collections.abc import Iterator
from typing import Any, NoReturn


def strictly(data: bytes) -> Any:  # noqa: ANN401 -- JSON
    """Return the document in the bytes; ValueError or RecursionError where that is none."""
    text = data.decode().lstrip("\ufeff")
    held = json.loads(text, object_pairs_hook=_once, parse_constant=_refuse, parse_float=_finite)
    json.dumps(held, ensure_ascii=False).encode()  # half a surrogate pair
    return held


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) != len(pairs):
        raise ValueError
    return dict(pairs)


def _refuse(piece: str) -> NoReturn:
    raise ValueError(piece)


def _finite(piece: str) -> float:
    number = float(piece)
    return number if abs(number) != float("inf") else _refuse(piece)


def lacking(document: Any, other: Any, where: str = "") -> str | None:  # noqa: ANN401 -- JSON
    """Return where `other` does not say what `document` does, None where it says all of it.

    Records with ids may stand in another order, and what is null or empty may be left out:
    nothing is lost by it.
    """
    return _lacking(_ordered(document), _ordered(other), where)


def _lacking(document: Any, other: Any, where: str) -> str | None:  # noqa: ANN401 -- JSON
    if type(document) is not type(other):
        return where
    if isinstance(document, dict):
        for key, held in document.items():
            if (held or key in other) and (at := _lacking(held, other.get(key), f"{where}.{key}")):
                return at
        return None
    if isinstance(document, list) and len(document) == len(other):
        pairs = zip(document, other, strict=True)
        each = (_lacking(one, two, f"{where}.{at}") for at, (one, two) in enumerate(pairs))
        return next(filter(None, each), None)
    return None if document == other else where


def alike(document: Any, other: Any) -> bool:  # noqa: ANN401 -- JSON
    """Say whether two documents say exactly the same, in whatever order."""
    return json.dumps(_ordered(document)) == json.dumps(_ordered(other))


def _ordered(held: Any) -> Any:  # noqa: ANN401 -- JSON
    """Return a document with its keys, and its records by their ids, in order."""
    if isinstance(held, dict):
        return {key: _ordered(held[key]) for key in sorted(held)}
    if not isinstance(held, list):
        return held
    named = all(isinstance(one, dict) and isinstance(one.get("id"), str) for one in held)
    return [_ordered(one) for one in (sorted(held, key=lambda one: one["id"]) if named else held)]


def records_in(laid: str) -> Iterator[tuple[bytes, str]]:
    """Yield each annotation of a sound document as it stands there, with its id."""
    decoder = json.JSONDecoder()
    for found in re.finditer(r"\{", laid):
        try:
            held, end = decoder.raw_decode(laid, found.start())
        except ValueError:
            continue  # it is a bracket of a text
        if "fragments" in held:
            yield laid[found.start() : end].encode(), held["id"]
