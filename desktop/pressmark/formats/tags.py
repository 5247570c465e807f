"""Tags of tokens, one each: where spans begin, go on and end, in any of the usual schemes."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple

Scheme = Literal["bio", "iobes", "bilou"]

OUTSIDE = "O"
_TAG = re.compile(r"O|[BIESLUM]-\S+")
_LETTERS: Mapping[Scheme, tuple[str, str, str, str]] = MappingProxyType(
    {"bio": ("B", "I", "I", "B"), "iobes": ("B", "I", "E", "S"), "bilou": ("B", "I", "L", "U")}
)
"""What the first, a middle, the last and an only token of a span get."""
_BEGINS, _ENDS = "BUS", "LUES"


class Tagged(NamedTuple):
    """A span of tokens: [start, end) by their numbers."""

    start: int
    end: int
    label: str


def tags_of(count: int, spans: Sequence[Tagged], scheme: Scheme) -> list[str]:
    """Return the tags of `count` tokens; spans do not overlap, and each has a token."""
    first, middle, last, only = _LETTERS[scheme]
    tags = [OUTSIDE] * count
    for start, end, label in spans:
        tags[start:end] = [f"{middle}-{label}"] * (end - start)
        tags[start] = f"{first if end - start > 1 else only}-{label}"
        if end - start > 1:
            tags[end - 1] = f"{last}-{label}"
    return tags


def is_tag(word: str) -> bool:
    """Say whether this is a tag of any scheme."""
    return _TAG.fullmatch(word) is not None


def tagged(tags: Sequence[str], breaks: frozenset[int] = frozenset()) -> Iterator[Tagged]:
    """Yield the spans that tags mean, whatever their scheme; none goes on over a break.

    What goes on with nothing open begins a span: the oldest scheme has no other beginnings.
    """
    start, label = 0, ""
    for number, tag in enumerate([*tags, OUTSIDE]):
        letter, _, named = tag.partition("-")
        if label and (named != label or letter in _BEGINS or number in breaks):
            yield Tagged(start, number, label)
            label = ""
        if named and not label:
            start, label = number, named
        if label and letter in _ENDS:
            yield Tagged(start, number + 1, label)
            label = ""
