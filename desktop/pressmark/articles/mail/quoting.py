"""Plain text of mails: flowed lines put together, what is quoted and signed found."""

import re
from collections.abc import Iterator, Sequence

from pressmark.model.article import Zone

_QUOTED = re.compile(r"^(?:> ?)+")
_SIGNATURE = "-- "
_LONGEST_SIGNATURE = 12
"""How many lines a signature has at most: what is longer is text behind a rule."""
_LEAST_HEAD = 3
"""How many fields the mail that is answered is headed with at least."""
_WROTE = re.compile(
    r".{6,200}(?:wrote|writes|schrieb|a écrit|escribió|escreveu|ha scritto|skrev|schreef"
    r"|napisał(?:\(a\))?|пишет|писал\(а\)|пише|написав|написала|kirjoitti|yazdı|写道|작성|のメール)\s*[:：]$",
    re.IGNORECASE,
)


_FORWARD = re.compile(
    r"\s*(?:fwd?|wg|tr|rv|enc|i|vs|doorst|转发|轉寄|전달|пересл\w*)\s*[:：]", re.IGNORECASE
)
_RULE = re.compile(r"\s*(?:-{3,}[^-\n]{3,40}-{3,}|_{10,}|-{10,})\s*$")
_PASSED_ON = re.compile(
    r"forwarded|weitergeleitet|transmis|transféré|reenviado|inoltrato|doorgestuurd|przekazan"
    r"|vidarebefordrat|пересла|пересила|переадрес|转发|轉寄|転送|전달",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\s*\*?(?:from|von|de|da|van|od|fra|från|lähettäjä|kimden|от|від|от кого|发件人|寄件者|差出人"
    r"|보낸 사람|من)\*?\s*[:：]\*?\s*\S",
    re.IGNORECASE,
)
_HEAD = re.compile(r"\s*\*?[^\W\d_][^:：\n]{0,24}[:：]\*?\s*\S")
_ARMOUR = re.compile(
    r"-----BEGIN PGP SIGNED MESSAGE-----\n(?:[A-Za-z-]+: [^\n]*\n)*"
    r"|-----BEGIN PGP SIGNATURE-----\n.*?(?:-----END PGP SIGNATURE-----|\Z)",
    re.DOTALL,
)


def is_forward(title: str | None) -> bool:
    """Say whether a mail passes another one on, as its subject says: then that is what it says."""
    return title is not None and _FORWARD.match(title) is not None


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


def zones_of(text: str, *, is_forward: bool = False) -> tuple[Zone, ...]:
    """Return the stretches of a mail that quote another mail, and its signatures.

    What stands below a rule, as the mail that is answered, is one, unless this `is_forward`.
    """
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    answered = None if is_forward else _answered(lines)
    end = len(text) if answered is None else starts[answered]
    zones = [
        Zone(start=starts[first], end=starts[last] - 1, kind="quoted")
        for first, last in _quotations(lines[:answered])
    ]
    own = lines[:answered]
    signed = next((at for at in range(len(own) - 1, -1, -1) if own[at] == _SIGNATURE), None)
    if signed is not None and len(own) - signed <= _LONGEST_SIGNATURE:
        zones = [zone for zone in zones if zone.start < starts[signed]]
        zones.append(Zone(start=starts[signed], end=len(text[:end].rstrip("\n")), kind="signature"))
    if answered is not None:
        zones.append(Zone(start=end, end=len(text.rstrip("\n")), kind="quoted"))
    for found in _ARMOUR.finditer(text):
        if not any(zone.start < found.end() and found.start() < zone.end for zone in zones):
            last = found.start() + len(found[0].rstrip("\n"))
            zones.append(Zone(start=found.start(), end=last, kind="signature"))
    return tuple(sorted(zones, key=lambda zone: zone.start))


def _answered(lines: Sequence[str]) -> int | None:
    """Return the line at which the mail that is answered begins: a rule, or who it is from."""
    for at, line in enumerate(lines):
        if not _FROM.match(line) or not any(map(_HEAD.match, lines[at + 1 : at + 3])):
            continue
        head = [one for one in lines[at : at + 6] if _HEAD.match(one)]
        above = [one for one in range(max(0, at - 2), at) if lines[one].strip()]
        ruled = above and _RULE.match(lines[above[-1]])
        begun = above[-1] if ruled else at
        is_passed_on = any(_PASSED_ON.search(lines[one]) for one in above)
        if len(head) >= _LEAST_HEAD and any(map(str.strip, lines[:begun])):
            return None if is_passed_on else begun
    return None


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
