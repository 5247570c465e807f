"""Invitations that come with mail (iCalendar, RFC 5545): what they are for, in a few words."""

import re
from collections.abc import Iterator

_FOLDED = re.compile(r"\r?\n[ \t]")
_LINE = re.compile(r"(SUMMARY|DTSTART|LOCATION)(?:;[^:\n]*)?:([^\r\n]*)", re.IGNORECASE)
_TIME = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d*(Z?))?")
_ESCAPED = re.compile(r"\\([\\;,nN])")


def invitation_told(text: str) -> str:
    """Return what an invitation is to, when and where; "?" where it does not say."""
    begun = text.upper().find("BEGIN:VEVENT")
    found: dict[str, str] = {}
    for name, value in _LINE.findall(_FOLDED.sub("", text[max(0, begun) :])):
        found.setdefault(name.upper(), " ".join(_ESCAPED.sub(_meant, value).split()))
    return ", ".join(_facts(found)) or "?"


def _facts(found: dict[str, str]) -> Iterator[str]:
    time = _TIME.match(found.get("DTSTART", ""))
    if found.get("SUMMARY"):
        yield found["SUMMARY"]
    if time:
        year, month, day, hour, minute, zone = time.groups()
        yield f"{year}-{month}-{day}" + (f" {hour}:{minute}{zone and ' UTC'}" if hour else "")
    if found.get("LOCATION"):
        yield found["LOCATION"]


def _meant(escaped: re.Match[str]) -> str:
    return " " if escaped[1] in "nN" else escaped[1]
