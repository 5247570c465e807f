"""Lines that pages repeat at their head and foot, and page numbers: told by where they stand."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from pressmark.articles.pdf.lines import Line
from pressmark.articles.pdf.page import Page
from pressmark.articles.pdf.section_heads import said, section_heads

_OUTER = 4
"""How many lines at each end of a page may be head or foot."""
_OFTEN = 0.2
"""On which share of the pages a line stands that is repeated: left ones and right ones differ."""
_SAME_PLACE = 8.0
_ALIKE = 0.8
_GROUPS = 40
_NUMBER = re.compile(
    r"[\W_]*(?:(?:page|seite|strona|página|pagina|sivu|sida|side|стр\.?|страница|сторінка|с\.|p\.|s\.)"
    r"\s*)?(?:\d{1,4}|[ivxlc]{1,6})"
    r"(?:\s*(?:/|of|de|von|sur|di|van|из|з|z|\|)\s*\d{1,4})?[\W_]*$",
    re.IGNORECASE,
)
_FOOT = re.compile(r"(?:https?|file)://\S+\s+\d+\s*/\s*\d+$")
_TIME = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b.*\t")


@dataclass(slots=True)
class Running:
    """What heads and feet of pages say, each once, and how many lines were taken off in all."""

    heads: list[str] = field(default_factory=list)
    feet: list[str] = field(default_factory=list)
    count: int = 0


@dataclass(slots=True)
class _Group:
    """Lines of several pages that stand at one height and say the same."""

    key: str
    baseline: float
    lines: list[Line]

    def takes(self, line: Line, key: str) -> bool:
        if abs(line.baseline - self.baseline) > _SAME_PLACE or line.page == self.lines[-1].page:
            return False
        return key == self.key or SequenceMatcher(None, key, self.key).ratio() >= _ALIKE


def take_running(pages: Sequence[Page]) -> Running:
    """Take the lines that pages repeat, and their numbers, off the pages."""
    changing = section_heads(pages), section_heads(pages, at_foot=True)
    heads = _repeated([_top(page) for page in pages])
    feet = _repeated([_bottom(page) for page in pages])
    running = Running(heads=list(_once(heads, changing[0])), feet=list(_once(feet, changing[1])))
    found = [line for group in (*heads, *feet) for line in group.lines]
    found += [line for lines in changing for line in lines]
    taken = {id(line) for line in (*found, *_beside(found, pages))}
    _take(pages, taken)
    printed = list(_printed(pages))
    for line in printed:
        (running.feet if _FOOT.match(line.plain) else running.heads).append(line.plain)
    taken.update(map(id, printed))
    _take(pages, taken)
    numbers = {id(line) for line in _numbers(pages)}
    _take(pages, numbers)
    running.count = len(taken | numbers)
    return running


def _once(repeated: Sequence[_Group], changing: Sequence[Line]) -> Iterator[str]:
    """Yield what heads or feet say: each once, as it stands first."""
    keys = {said(line) for group in repeated for line in group.lines}
    yield from (group.lines[0].plain for group in repeated)
    for line in changing:
        if (key := said(line)) not in keys:
            keys.add(key)
            yield line.plain


def _beside(found: Sequence[Line], pages: Sequence[Page]) -> Iterator[Line]:
    """Yield what stands on one baseline with lines that are repeated: their other ends."""
    heights = {(line.page, round(line.baseline)) for line in found}
    for page in pages:
        for line in (*_top(page), *_bottom(page)):
            if (page.number, round(line.baseline)) in heights:
                yield line


def _take(pages: Iterable[Page], taken: set[int]) -> None:
    for page in pages:
        page.lines = [line for line in page.lines if id(line) not in taken]


def _outermost(page: Page) -> list[Line]:
    return list({id(line): line for line in (*_top(page)[:1], *_bottom(page)[-1:])}.values())


def _top(page: Page) -> list[Line]:
    return sorted(page.lines, key=lambda line: line.baseline)[:_OUTER]


def _bottom(page: Page) -> list[Line]:
    return sorted(page.lines, key=lambda line: line.baseline)[-_OUTER:]


def _repeated(ends: Sequence[Sequence[Line]]) -> list[_Group]:
    """Return what stands at this end of many pages, from the top."""
    groups: list[_Group] = []
    for lines in ends:
        for line in lines:
            key = said(line)
            if len(key) < 2:
                continue
            group = next((one for one in groups[:_GROUPS] if one.takes(line, key)), None)
            if group is None:
                groups.append(_Group(key, line.baseline, [line]))
            else:
                group.lines.append(line)
    least = max(2, _OFTEN * len(ends))
    often = [group for group in groups if len(group.lines) >= least]
    return sorted(often, key=lambda group: group.baseline)


def _printed(pages: Sequence[Page]) -> Iterator[Line]:
    """Yield what a browser puts around a page that it prints: address and number, time and title.

    On several pages it is repeated, and was found by that.
    """
    for page in pages:
        foot = next((line for line in _bottom(page)[-1:] if _FOOT.match(line.plain)), None)
        if foot is not None:
            yield from (line for line in _top(page)[:1] if _TIME.match(line.plain))
            yield foot


def _numbers(pages: Sequence[Page]) -> list[Line]:
    """Return the lines at the outer end of pages that are nothing but their number."""
    found = [
        line
        for page in pages
        for line in _outermost(page)
        if _NUMBER.match(line.plain) and _stands_off(line, page)
    ]
    return found if len(found) * 2 >= len(pages) else []


def _stands_off(line: Line, page: Page) -> bool:
    """Say whether there is a gap between a line and the others of its page."""
    near = min(
        (abs(other.baseline - line.baseline) for other in page.lines if other is not line),
        default=0.0,
    )
    return near > 1.5 * line.size
