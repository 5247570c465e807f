"""Splitting a selection by article into parts to train, validate and test with."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pressmark.analysis.copies import families
from pressmark.formats.article_lines import ALL
from pressmark.formats.selection import Selection

WHOLE = "none"
SPLIT = {
    "about": "split by article",
    "form": r"none|(?!0+(/0+)*$)\d{1,3}(/\d{1,3}){1,2}",
    "examples": (WHOLE, "80/10/10", "90/10"),
}
"""What the field of a split says of itself."""


@dataclass(frozen=True, kw_only=True)
class SplitOptions:
    """Shares of the articles to train, validate and test with ("none": all in one part).

    The same `seed` splits the same articles alike; with `copies` near-copies, and articles that
    are linked, stay in one part.
    """

    split: str = field(default="80/10/10", metadata=SPLIT)
    seed: int = field(default=7, metadata={"about": "seed of the split"})
    copies: bool = field(default=True, metadata={"about": "near-copies on one side"})


def parts_of(
    selection: Selection, options: SplitOptions, names: tuple[str, str, str]
) -> Mapping[str, frozenset[str] | None]:
    """Return the ids of the articles of each part (None: all), without the parts that are empty.

    The parts are called as `names` say: to train, to validate and to test with.
    """
    if options.split == WHOLE:
        return {names[0]: ALL[""]}
    if options.copies:
        kin = families(selection.opened())
    else:
        kin = [[one.head.id] for one in selection.shelf()]
    shares = [int(share) for share in options.split.split("/")]
    parts = _dealt(kin, dict(zip(names, shares, strict=False)), options.seed)
    return {name: frozenset(ids) for name, ids in parts.items() if ids} or {names[0]: ALL[""]}


def _dealt(kin: Iterable[list[str]], shares: Mapping[str, int], seed: int) -> dict[str, list[str]]:
    """Deal out the families in an order that the seed shuffles, each to the part lacking most."""
    shuffled = sorted(kin, key=lambda one: hashlib.sha256(f"{seed} {min(one)}".encode()).digest())
    count, whole = sum(map(len, shuffled)), sum(shares.values())
    parts: dict[str, list[str]] = {name: [] for name in shares}
    for family in sorted(shuffled, key=len, reverse=True):
        lacking = max(shares, key=lambda name: shares[name] * count / whole - len(parts[name]))
        parts[lacking] += family
    return parts
