"""Parts of a document to one frozen text: what is not the article lies in zones."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pressmark.analysis.boilerplate import proposed_zones
from pressmark.articles.decoding import freeze
from pressmark.model.article import Zone

HIDDEN = "hidden"
BODY = ""
_NOT_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph or the rows of a table; `zone` is the kind of zone it is, if it is one."""

    text: str
    zone: str = BODY


def woven(parts: Iterable[Part]) -> tuple[str, tuple[Zone, ...]]:
    """Return the text, a blank line between parts, and its zones: likely boilerplate as well."""
    text = ""
    zones: list[Zone] = []
    for part in parts:
        words = freeze(part.text).strip()
        if not words:
            continue
        text += ("\n\n" if text else "") + words
        if part.zone:
            zones.append(Zone(start=len(text) - len(words), end=len(text), kind=part.zone))
    zones += [
        likely
        for likely in proposed_zones(text)
        if not any(zone.start < likely.end and likely.start < zone.end for zone in zones)
    ]
    return text, tuple(sorted(zones, key=lambda zone: zone.start))


def unseen(hidden: Iterable[str], visible: Sequence[str]) -> list[str]:
    """Return what is hidden and not to be read elsewhere: text is often drawn twice."""
    seen = "".join(_NOT_LETTERS.sub("", text) for text in visible)
    return [
        text
        for text in dict.fromkeys(hidden)
        if (letters := _NOT_LETTERS.sub("", text)) and letters not in seen
    ]


def number_ranges(numbers: Sequence[int]) -> str:
    """Return page numbers as people write them: "1, 4–6"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
