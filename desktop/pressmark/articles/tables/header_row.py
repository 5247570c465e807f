"""Which row of a table names its columns, if one does."""

import re
from collections.abc import Sequence
from itertools import chain

from pressmark.articles.moments import moment
from pressmark.articles.tables.headers import is_known
from pressmark.articles.tables.table import letter

_LONGEST = 60
"""Letters that the name of a column has at most."""
_ABOVE = 10
"""How many rows, with a title or notes, may stand above the header."""
_A_VALUE = re.compile(r"\s*(?:[-+]?[\d.,\s%€$£]+|https?://.*|\S+@\S+)\s*", re.DOTALL)


def header_at(rows: Sequence[Sequence[str]]) -> int | None:
    """Return which of the first rows is the header; None where the first row is an article."""
    known = [sum(map(is_known, row)) for row in rows[:_ABOVE]]
    most = max(known, default=0)
    if most > 1 or (most == 1 and known[0]):
        return known.index(most)
    return 0 if rows and _could_name(rows) else None


def header_of(cells: Sequence[str]) -> tuple[str, ...]:
    """Return a name for each column: its cell in the header, each once; a letter for a blank."""
    names: dict[str, None] = {}
    for at, cell in enumerate(cells):
        name = " ".join(cell.split()) or letter(at)
        names[name if name not in names else f"{name} ({letter(at)})"] = None
    return tuple(names)


def _could_name(rows: Sequence[Sequence[str]]) -> bool:
    """Say whether the first row looks like names, and like nothing that stands below it."""
    first, below = [cell.strip() for cell in rows[0]], rows[1:]
    if not below or not all(first) or len({*first}) < len(first):
        return False
    if any(len(cell) > _LONGEST or _A_VALUE.fullmatch(cell) or moment(cell) for cell in first):
        return False
    values = [cell for cell in chain.from_iterable(below) if cell.strip()]
    return any(len(cell) > _LONGEST or _A_VALUE.fullmatch(cell) for cell in values)
