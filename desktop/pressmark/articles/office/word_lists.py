"""Lists of Word: which number or bullet stands before a paragraph."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from pressmark.articles.office.counting import BULLET, Counter, written
from pressmark.articles.office.word_styles import Numbering

_PLACE = re.compile(r"%(\d)")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts: `pattern` has `%1` where the number of level 1 stands."""

    style: str = "decimal"
    pattern: str = ""
    start: int = 1
    legal: bool = False


class Lists:
    """All lists of a document, and where each stands: ask once for each paragraph, in order."""

    def __init__(self, root: Element | None) -> None:
        self._abstract: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, tuple[str, dict[int, Level]]] = {}
        self._counters: dict[str, Counter] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        for element in root.findall("abstractNum") if root is not None else ():
            levels = dict(map(_level, element.findall("lvl")))
            self._abstract[element.get("abstractNumId", "")] = levels
        for element in root.findall("num") if root is not None else ():
            self._add(element)

    def _add(self, element: Element) -> None:
        list_id = element.get("numId", "")
        base = element.find("abstractNumId")
        abstract = "" if base is None else base.get("val", "")
        levels = dict(self._abstract.get(abstract, {}))
        for override in element.findall("lvlOverride"):
            levels.update(map(_level, override.findall("lvl")))
            start = override.find("startOverride")
            if start is not None:
                level = _number(override.get("ilvl"), 0)
                self._restarts.setdefault(list_id, {})[level] = _number(start.get("val"), 1)
        self._lists[list_id] = abstract, levels

    def next_prefix(self, numbering: Numbering) -> str:
        """Count a paragraph and return what stands before it: `1. `, `• `, or nothing."""
        if numbering.list_id not in self._lists or numbering.level >= _LEVELS:
            return ""
        abstract, levels = self._lists[numbering.list_id]
        level = levels.get(numbering.level, Level())
        if level.style == "bullet":
            return BULLET
        counter = self._counters.setdefault(abstract, Counter())
        for restarted, start in self._restarts.pop(numbering.list_id, {}).items():
            counter.restart(restarted, start)
        starts = [levels.get(one, Level()).start for one in range(_LEVELS)]
        numbers = counter.count(numbering.level, starts)

        def filled(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            if not 0 <= at < len(numbers):
                return ""
            return written(numbers[at], "decimal" if level.legal else levels.get(at, level).style)

        prefix = _PLACE.sub(filled, level.pattern).strip()
        return f"{prefix} " if prefix else ""


def _level(element: Element) -> tuple[int, Level]:
    def said(name: str, otherwise: str) -> str:
        found = element.find(name)
        return otherwise if found is None else found.get("val", otherwise)

    return _number(element.get("ilvl"), 0), Level(
        style=said("numFmt", "decimal"),
        pattern=said("lvlText", ""),
        start=_number(said("start", "1"), 1),
        legal=element.find("isLgl") is not None,
    )


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 7 else otherwise
