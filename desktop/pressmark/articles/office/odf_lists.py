"""Lists of OpenDocument: which number or bullet stands before an item."""

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from pressmark.articles.office.counting import BULLET, Counter, written
from pressmark.articles.office.odf_styles import Level, Styles, whole_number

_LEVELS = 10


@dataclass(frozen=True, slots=True)
class OpenList:
    """A list that is being read, or a list in one: `level` is 1 for the outermost."""

    style: str
    counter: Counter
    level: int = 1


class Lists:
    """All lists of a document, and where each stands."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._by_id: dict[str, Counter] = {}
        self._by_style: dict[str, Counter] = {}
        self._outline = Counter()

    def open(self, element: Element, outer: OpenList | None) -> OpenList:
        """Begin a list, or go on with one that was interrupted."""
        if outer:
            return OpenList(
                element.get("style-name") or outer.style, outer.counter, outer.level + 1
            )
        style = element.get("style-name", "")
        earlier = self._by_id.get(element.get("continue-list", ""))
        if earlier is None and element.get("continue-numbering") == "true":
            earlier = self._by_style.get(style)
        counter = earlier or Counter()
        self._by_style[style] = counter
        if list_id := element.get("xml:id"):
            self._by_id[list_id] = counter
        return OpenList(style, counter)

    def next_prefix(self, item: Element, within: OpenList, paragraph_style: str) -> str:
        """Count an item and return what stands before its first paragraph."""
        name = within.style or self._styles.list_style_of(paragraph_style)
        levels = self._styles.lists.get(name, {})
        if item.get("start-value"):
            start = whole_number(item.get("start-value"), 1, 10**6)
            within.counter.restart(within.level - 1, start)
        return _prefix(levels, within.counter, within.level)

    def next_chapter(self, level: int) -> str:
        """Count a heading and return its number, if headings have some."""
        return _prefix(self._styles.outline, self._outline, level)


def _prefix(levels: Mapping[int, Level], counter: Counter, at: int) -> str:
    level = levels.get(at, Level())
    if at > _LEVELS or level.is_bullet:
        return BULLET if level.is_bullet else ""
    starts = [levels.get(one, Level()).start for one in range(1, _LEVELS + 1)]
    numbers = counter.count(at - 1, starts)
    if level.style == "none":
        return ""
    styles = [levels.get(one, level).style for one in range(1, at + 1)]
    shown = zip(numbers[-level.shown :], styles[-level.shown :], strict=True)
    number = ".".join(said for one, style in shown if (said := written(one, style)))
    return f"{level.before}{number}{level.after}".strip() + " "
