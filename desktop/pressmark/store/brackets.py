"""Where the brackets of a JSON document stand, however it is laid out, without parsing it.

Both patterns take what stands before a bracket in one go and match at every place, in time that
grows with the size of the document alone, whatever somebody put into it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pressmark.store.strict_json import MAX_DEPTH, MAX_SIZE, is_crowded

OPENING = frozenset(b"[{")
_LIST = ord("[")
BLANK = b" \t\r\n"
"""The white space of JSON."""

SOUND = re.compile(rb'(?:[^"\[\]{}]++|"[^"\\]*+(?:\\.[^"\\]*+)*+")*+([\[\]{}]|\Z)', re.DOTALL)
"""What stands before the next bracket of a sound document, and the bracket."""
BROKEN = re.compile(
    rb'(?:[^"\\\[\]{}]++|\\.'
    rb'|"[^"\\\x00-\x1f]*+(?:\\[^\x00-\x1f][^"\\\x00-\x1f]*+)*+"(?=\s*+(?:[,:\]}]|\Z))'
    rb'|["\\])*+([\[\]{}]|\Z)',
    re.DOTALL,
)
"""The same where quotes may be lost: a string ends on its line, and something of JSON follows."""

_KEY = re.compile(rb'"([a-z_]+)"\s*:\s*\Z')
_LONGEST_KEY = 256


class Listed(NamedTuple):
    """A document taken apart: its bytes but for its articles, and where each article is."""

    frame: bytes
    articles: list[tuple[int, int]]


def brackets(document: bytes, pattern: re.Pattern[bytes] = SOUND) -> Iterator[int]:
    """Yield where the brackets outside strings stand."""
    size = len(document)
    for match in pattern.finditer(document):
        at = match.start(1)
        if at == size:
            return
        yield at


def key_before(document: bytes, at: int) -> bytes:
    """Return the key that the value at `at` belongs to, b"" for an element or an odd one."""
    match = _KEY.search(document, max(0, at - _LONGEST_KEY), at)
    return match[1] if match else b""


def listed(document: bytes) -> Listed | None:
    """Return the elements of the list of articles, and what is around them; None for no such list.

    Neither the frame nor an article need be JSON: who reads them finds out.
    """
    if is_crowded(document, max(len(document), MAX_SIZE)):
        return None
    start, first, depth = -1, 0, 0
    found: list[tuple[int, int]] = []
    for at in brackets(document):
        if document[at] in OPENING:
            depth += 1
            if depth > MAX_DEPTH:
                return None
            is_list = depth == _IN_LIST and document[at] == _LIST
            if is_list and start < 0 and key_before(document, at) == b"articles":
                start = at + 1
            elif depth == _IN_LIST + 1:
                first = at
            continue
        depth -= 1
        if start >= 0 and depth == _IN_LIST:
            found.append((first, at + 1))
        elif start >= 0 and depth < _IN_LIST:
            around = Listed(document[:start] + document[at:], found)
            return around if _is_list(document, start, at, found) else None
    return None


_IN_LIST = 2
"""How deep the list of articles is in a project file."""


def _is_list(document: bytes, start: int, end: int, found: list[tuple[int, int]]) -> bool:
    """Say whether nothing but commas stands between the elements."""
    befores = [start, *(last for _, last in found)]
    afters = [*(first for first, _ in found), end]
    gaps = [document[a:b].strip(BLANK) for a, b in zip(befores, afters, strict=True)]
    between = gaps[1:-1] if found else []
    return not gaps[0] and not gaps[-1] and all(gap == b"," for gap in between)
