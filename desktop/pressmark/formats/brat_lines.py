"""What brat's lines can say: names without spaces, spans within a line, values of one word."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

BREAKS = ("\n", "\r", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029")
"""Where Python, and so brat, ends a line."""

_UNBROKEN = re.compile(f"[^{''.join(BREAKS)}]+")
_UNNAMEABLE = re.compile(r"[^A-Za-z0-9_-]+")
_WORD = re.compile(r"[^\s|,:;]{1,64}")


class BesideBrat:
    """The file that brat passes over, one line an article."""

    FILE: ClassVar[str] = "pressmark.jsonl"


def brat_name(name: str) -> str:
    """Return a name as brat can have it."""
    return _UNNAMEABLE.sub("_", name) or "_"


def cut(text: str, fragments: Iterable[Sequence[int]]) -> list[tuple[int, int]]:
    """Return fragments cut at line breaks, without these: none of line breaks alone."""
    return [
        found.span() for start, end in fragments for found in _UNBROKEN.finditer(text, start, end)
    ]


def coded(value: Any) -> list[str]:  # noqa: ANN401 -- any attribute's value, as JSON
    """Return the values that brat shows for an attribute: "" for one that is there or not."""
    if value is True:
        return [""]
    values = value if isinstance(value, list) else [value]
    words = [one for one in values if isinstance(one, str) and _WORD.fullmatch(one)]
    return words if len(words) == len(values) else []
