"""Plain text of mails: flowed lines put together, what is quoted and signed found."""

import re
from collections.abc import Iterator, Sequence

from pressmark.model.article import Zone

_QUOTED = re.compile(r"^(?:> ?)+")
_SIGNATURE = "-- "
_LONGEST_SIGNATURE = 12
"""How many lines a signature has at most: what is longer is text behind a rule."""
_WROTE = re.compile(
    r".{6,200}(?:wrote|writes|schrieb|a écrit|escribió|escreveu|ha scritto|skrev|schreef"
    r"|napisał(?:\(a\))?|пишет|писал\(а\)|пише|написав|написала|kirjoitti|yazdı|写道|작성|のメール)\s*[:：]$",
    re.IGNORECASE,
)


def unflowed(text: str, *, without_space: bool = False) -> str:
    """Return text in format=flowed (RFC 3676) with each paragraph on one line."""
    lines: list[tuple[int, str, bool]] = []
    for raw in text.split("\n"):
        depth, line = _depth(raw)
        line = line.removeprefix(" ")
        flows = line.endswith(" ") and line != _SIGNATURE
        joins = bool(lines) and lines[-1][2] and lines[-1][0] == depth and line != _SIGNATURE
        if joins:
            before = lines[-1][1][:-1] if without_space else lines[-1][1]
            lines[-1] = (depth, before + line, flows)
        else:
            lines.append((depth, line, flows))
    return "\n".join(_quoted(depth, line) for depth, line, _ in lines)


def zones_of(text: str) -> tuple[Zone, ...]:
    """Return the stretches of a mail that quote another mail, and its signature."""
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    zones = [
        Zone(start=starts[first], end=starts[end] - 1, kind="quoted")
        for first, end in _quotations(lines)
    ]
    signed = next((at for at in range(len(lines) - 1, -1, -1) if lines[at] == _SIGNATURE), None)
    if signed is not None and len(lines) - signed <= _LONGEST_SIGNATURE:
        zones = [zone for zone in zones if zone.start < starts[signed]]
        zones.append(Zone(start=starts[signed], end=len(text), kind="signature"))
    return tuple(zones)


def _quotations(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the first line and the end of each quotation, with the line that says whose it is."""
    at = 0
    while at < len(lines):
        if not _QUOTED.match(lines[at]):
            at += 1
            continue
        end = at
        while end < len(lines) and (_QUOTED.match(lines[end]) or _is_gap(lines, end)):
            end += 1
        before = [one for one in range(max(0, at - 2), at) if _WROTE.match(lines[one])]
        yield (before[0] if before else at), end
        at = end


def _is_gap(lines: Sequence[str], at: int) -> bool:
    """Say whether an empty line stands between two quoted ones."""
    return not lines[at] and at + 1 < len(lines) and _QUOTED.match(lines[at + 1]) is not None


def _depth(line: str) -> tuple[int, str]:
    plain = line.lstrip(">")
    return len(line) - len(plain), plain


def _quoted(depth: int, line: str) -> str:
    return f"{'>' * depth} {line}" if depth else line
