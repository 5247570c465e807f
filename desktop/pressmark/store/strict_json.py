"""JSON from strangers, read strictly: what two readers could take differently is refused.

Every refusal is a `RecordError` whose `reason` is one of "too-large", "encoding", "too-deep",
"syntax", "ends-early", "number", "duplicate-key", "lone-surrogate", with `line` and `column`.
"""

import json
import math
import re
from collections.abc import Iterator
from itertools import accumulate
from typing import NoReturn

from pressmark.errors import RecordError
from pressmark.model.json import Json

MAX_SIZE = 96 * 1024 * 1024
"""How many bytes a document may have; parsed, it takes up to ten times as many."""
MAX_DEPTH = 64
"""How deep arrays and objects may nest."""

_TOKENS = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+["\\]?|[\[\]{}:,]|[^\s\[\]{}:,"]+', re.DOTALL)
_ESCAPES = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|(?P<lone>\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\."
)
_NO_STRUCTURE = bytes(set(range(256)) - set(b'[]{}"'))
_QUOTED = re.compile(rb'"[^"]*+"?')
_STEPS = {ord("["): 1, ord("{"): 1, ord("]"): -1, ord("}"): -1}
_DIGITS = re.compile(r"-?\d+")
_LONGEST_ESCAPE = 6
_BYTES_A_VALUE = 10
"""In large documents; where there are more, all is brackets, and takes far too much memory."""


class _UnfitError(Exception):
    """What a hook of the decoder finds; it does not know where it is."""

    def __init__(self, reason: str, piece: str = "") -> None:
        self.reason = reason
        self.piece = piece
        super().__init__(reason)


def read_json(data: bytes, *, max_size: int = MAX_SIZE, max_depth: int = MAX_DEPTH) -> Json:
    """Return the value of a JSON document in UTF-8, with or without one leading BOM.

    RecordError where it is too large or deep, malformed, or has NaN, an infinite or overlong
    number, a duplicate key or half a surrogate pair.
    """
    if len(data) > max_size or is_crowded(data, max_size):
        raise RecordError(reason="too-large", size=len(data), limit=max_size)
    text = _decoded(data)
    if _is_deeper(data, max_depth):
        raise _refusal(text, "too-deep", _deep_place(text, max_depth)) from None
    try:
        value: Json = _DECODER.decode(text)
    except json.JSONDecodeError as error:
        raise _refusal(
            text, "ends-early" if _ends_early(text, error) else "syntax", error.pos
        ) from None
    except _UnfitError as refused:
        raise _refusal(text, refused.reason, _place(text, refused)) from None
    except ValueError:  # Python reads no integers of more than some thousand digits.
        raise _refusal(text, "number", _place(text, _UnfitError("number"))) from None
    if "\\u" in text:
        lone = next((one for one in _ESCAPES.finditer(text) if one["lone"]), None)
        if lone is not None:
            raise _refusal(text, "lone-surrogate", lone.start()) from None
    return value


def json_bytes(value: Json) -> bytes:
    """Return a value as one line of JSON in UTF-8, unescaped, without the line's end.

    RecordError where it holds what `read_json` would refuse: half a surrogate pair, NaN.
    """
    try:
        return _ENCODER.encode(value).encode()
    except UnicodeEncodeError as error:
        raise RecordError(reason="lone-surrogate") from error
    except ValueError as error:
        raise RecordError(reason="number") from error


def _decoded(data: bytes) -> str:
    try:
        return data.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        reason = "ends-early" if error.reason == "unexpected end of data" else "encoding"
        raise _refusal(before, reason, len(before)) from error


def is_crowded(data: bytes, size: int) -> bool:
    """Say whether there are more values, by the memory they take, than `size` bytes should hold."""
    values = data.count(b",") + data.count(b"[") + 3 * data.count(b"{")
    return values > size // _BYTES_A_VALUE


def _is_deeper(data: bytes, limit: int) -> bool:
    """Say whether brackets outside strings nest deeper than `limit`, in a few fast passes."""
    if data.count(b"[") + data.count(b"{") <= limit:
        return False
    unescaped = data.replace(rb"\\", b"").replace(rb"\"", b"") if b"\\" in data else data
    brackets = _QUOTED.sub(b"", unescaped.translate(None, _NO_STRUCTURE))
    return any(depth > limit for depth in accumulate(map(_STEPS.__getitem__, brackets)))


def _unique(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _UnfitError("duplicate-key")
    return found


def _finite(piece: str) -> float:
    number = float(piece)
    if not math.isfinite(number):
        raise _UnfitError("number", piece)
    return number


def _constant(piece: str) -> NoReturn:
    raise _UnfitError("number", piece)


_DECODER = json.JSONDecoder(
    object_pairs_hook=_unique, parse_float=_finite, parse_constant=_constant
)
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


def _refusal(text: str, reason: str, offset: int) -> RecordError:
    start = text.rfind("\n", 0, offset) + 1
    line = text.count("\n", 0, start) + 1
    return RecordError(reason=reason, line=line, column=offset - start + 1)


def _ends_early(text: str, error: json.JSONDecodeError) -> bool:
    """Say whether what does not fit is the last token, cut off or missing."""
    size = len(text.rstrip())
    if error.msg.startswith("Invalid \\"):
        return error.pos + _LONGEST_ESCAPE >= size
    if error.msg.startswith(("Extra", "Invalid")):
        return False
    token = _TOKENS.match(text, error.pos)
    cut_off = token is not None and token[0] not in "[]{}:," and token.end() >= size
    return cut_off or error.pos >= size


def _deep_place(text: str, limit: int) -> int:
    return next((start for start, depth in _depths(text) if depth > limit), 0)


def _depths(text: str) -> Iterator[tuple[int, int]]:
    depth = 0
    for token in _TOKENS.finditer(text):
        depth += _STEPS.get(ord(token[0][0]), 0)
        yield token.start(), depth


def _place(text: str, refused: _UnfitError) -> int:
    if refused.reason == "duplicate-key":
        return next(_repeated_keys(text), 0)
    piece = refused.piece
    return next(
        (
            token.start()
            for token in _TOKENS.finditer(text)
            if (token[0].startswith(piece) if piece else _is_overlong(token[0]))
        ),
        0,
    )


def _is_overlong(token: str) -> bool:
    digits = _DIGITS.match(token)
    try:
        int(digits[0] if digits else "0")
    except ValueError:
        return True
    return False


def _repeated_keys(text: str) -> Iterator[int]:
    """Go through the tokens again, slowly, and yield where a key stands a second time."""
    keys: list[set[str]] = []
    last: re.Match[str] | None = None
    for token in _TOKENS.finditer(text):
        step = _STEPS.get(ord(token[0][0]), 0)
        if step > 0:
            keys.append(set())
        elif step < 0:
            keys.pop()
        elif token[0] == ":" and last is not None:
            key = json.loads(last[0])
            if key in keys[-1]:
                yield last.start()
            keys[-1].add(key)
        last = token
