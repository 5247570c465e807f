"""Where the lines of a column begin and end, and how far they are apart: told by all of them."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pressmark.articles.pdf.lines import Line

_ENDS = re.compile(r"""[.!?…。！？؟۔:;][\"'”’»)\]]*$""")
_NEAR = 6
"""How many lines to either side tell how far lines are apart."""
_FEW = 4
"""How many lines are too few to show where their column ends and how far lines are apart."""
_LEADING = 1.2
"""How far lines mostly are apart, by the height of letters."""
_JUSTIFIED = 4
"""How many lines that end at one place show that it is the end."""


def measure(lines: Sequence[Line]) -> None:
    """Tell the lines of a column where it begins and ends, and how far lines are apart.

    Few lines do not show where a page's text ends: as far from its edge as it begins, then; nor
    whether what they keep between them is more than usual.
    """
    for from_right in (False, True):
        alike = [line for line in lines if line.from_right is from_right and not line.table]
        if alike:
            _measure(alike)


def _measure(lines: Sequence[Line]) -> None:
    plain = [line for line in lines if "\t" not in line.text] or lines
    margin, full = min(line.left for line in lines), max(line.right for line in plain)
    edges = lines[0].edges
    if edges is not None and len(plain) <= _FEW:
        near, far = (-edges[1], -edges[0]) if lines[0].from_right else edges
        full = max(full, near + far - margin)
    gaps = [b.baseline - a.baseline for a, b in pairwise(lines)]
    within = [runs_on(a.plain, b.plain) for a, b in pairwise(lines)]
    leading = sorted(gap for gap, sure in zip(gaps, within, strict=True) if sure)
    for at, line in enumerate(lines):
        around = range(max(0, at - _NEAR), min(len(gaps), at + _NEAR))
        sure = sorted(gaps[one] for one in around if within[one])
        steps = sure or leading or sorted(gaps[one] for one in around)[: len(around) // 2 + 1]
        line.gap = steps[len(steps) // 2] if steps else 0.0
        if len(plain) <= _FEW:
            line.gap = min(line.gap, _LEADING * line.size)
        line.margin, line.full = margin, full
    for run in _justified(lines):
        for line in run:
            line.full = max(one.right for one in run)


def _justified(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the runs of lines that end at the same place, though sentences go on behind it."""
    runs: list[list[Line]] = [[]]
    for line in lines:
        if runs[-1] and abs(line.right - runs[-1][0].right) > 0.5 * line.size:
            runs.append([])
        runs[-1].append(line)
    for run in runs:
        going_on = sum(runs_on(a.plain, b.plain) for a, b in pairwise(run))
        if len(run) >= _JUSTIFIED and 2 * going_on >= len(run) - 1:
            yield run


def runs_on(text: str, following: str) -> bool:
    """Say whether a sentence is not over with `text` and `following` could go on with it."""
    if _ENDS.search(text) or not following:
        return False
    return following[0].islower() or text.endswith((",", "-")) or _is_unicase(following[0])


def _is_unicase(char: str) -> bool:
    """Say whether a letter's script has no capitals."""
    return unicodedata.category(char) == "Lo"
