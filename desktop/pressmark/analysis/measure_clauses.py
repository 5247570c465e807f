"""What a clause about a sanction gives away: who takes it, against whom, when, why, how far.

"The council imposed sanctions Friday on nine companies for their part in the trade." English
only; what has another shape gives away nothing. All offsets are code points.
"""

from collections.abc import Mapping
from typing import NamedTuple

import regex

from pressmark.model.span import Span

_STATUS: Mapping[str, str] = {
    "propos": "proposed",
    "announc": "announced",
    "unveil": "announced",
    "impos": "imposed",
    "slap": "imposed",
    "adopt": "imposed",
    "introduc": "imposed",
    "plac": "imposed",
    "extend": "extended",
    "prolong": "extended",
    "renew": "extended",
    "eas": "eased",
    "relax": "eased",
    "suspend": "suspended",
    "lift": "lifted",
    "remov": "lifted",
}
"""How far a measure has come, by the stem of the verb."""
_NUMBERS = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_WHEN = (
    rf"(?:{_DAY}|yesterday|today|last (?:week|month|year)|\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}})"
)
_CLAUSE = regex.compile(
    rf"(?P<issuer>[^\s,;][^,;]*?)\s+(?:(?:has|have|had|will|also|then|later|\w+ly)\s+)*"
    rf"(?P<cue>(?P<stem>{'|'.join(_STATUS)})\w*\s+(?:\w+\s+){{0,3}}?"
    rf"(?:sanctions|restrictions|restrictive measures|embargo(?:es)?))"
    rf"(?:\s+(?:on\s+)?(?P<when>{_WHEN}(?:,? \d{{4}})?))?"
    rf"\s+(?:on|against|targeting)\s+(?P<target>\S.*?)"
    rf"(?:\s+(?:on\s+)?(?P<later>{_WHEN}))?"
    rf"(?:,?\s+(?:for|over|because of|in response to|after|due to)\s+(?P<reason>\S.*?))?"
    rf"[\s.!?]*\Z",
    regex.DOTALL,
)
_COUNT = regex.compile(rf"(?P<digits>\d{{1,4}})\b|(?P<word>{'|'.join(_NUMBERS)})\b", regex.I)
_LONGEST = 1_000
"""Code points that a clause may have."""
_SLOW = 0.2
"""Seconds after which a clause counts as one that gives away nothing."""


class MeasureClause(NamedTuple):
    """The parts of a clause; `status` is a value of the default label set's attribute."""

    issuer: Span
    cue: Span
    target: Span
    date: Span | None
    reason: Span | None
    status: str
    target_count: int | None


def measure_clause(text: str, span: Span) -> MeasureClause | None:
    """Return what a stretch of `text` gives away, or None."""
    if span.length > _LONGEST:
        return None
    try:
        found = _CLAUSE.match(text, *span, timeout=_SLOW)
    except TimeoutError:
        return None
    if found is None:
        return None
    parts = {
        name: Span(*found.span(name))
        for name in ("issuer", "cue", "target", "when", "later", "reason")
        if found.group(name)
    }
    return MeasureClause(
        issuer=parts["issuer"],
        cue=parts["cue"],
        target=parts["target"],
        date=parts.get("when") or parts.get("later"),
        reason=parts.get("reason"),
        status=_STATUS[found.group("stem")],
        target_count=_count(found.group("target")),
    )


def _count(words: str) -> int | None:
    found = _COUNT.match(words)
    if found is None:
        return None
    if found.group("digits"):
        return int(found.group("digits"))
    return _NUMBERS.index(found.group("word").lower()) + 1
