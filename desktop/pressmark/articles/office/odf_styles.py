"""Styles of OpenDocument: what of them bears on text. Which hide it, and how lists count."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

_MOST_ANCESTORS = 20
_FORMATS = {
    "": "none",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts: in which letters, between what, with how many above it."""

    style: str = "none"
    before: str = ""
    after: str = ""
    shown: int = 1
    start: int = 1
    is_bullet: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """A style of text or of paragraphs."""

    parent: str = ""
    hides: bool | None = None
    font: str = ""
    list_style: str = ""


@dataclass(frozen=True, slots=True)
class Styles:
    """All styles of a document: by family and name; lists by name, and by level from 1 on."""

    styles: dict[tuple[str, str], Style] = field(default_factory=dict)
    lists: dict[str, dict[int, Level]] = field(default_factory=dict)
    outline: dict[int, Level] = field(default_factory=dict)

    @classmethod
    def read(cls, roots: Iterable[Element]) -> "Styles":
        """Read the styles in parts, the content's own last."""
        found = cls()
        for root in roots:
            for element in root.iter("style:style"):
                key = element.get("style:family", ""), element.get("style:name", "")
                found.styles[key] = _style(element)
            for element in root.iter("list-style"):
                found.lists[element.get("style:name", "")] = _levels(element)
            for element in root.iter("outline-style"):
                found.outline.update(_levels(element))
        return found

    def chain(self, family: str, name: str) -> Iterator[tuple[str, Style]]:
        """Yield a style and what it takes over from, with their names."""
        for _ in range(_MOST_ANCESTORS):
            style = self.styles.get((family, name))
            if style is None:
                return
            yield name, style
            name = style.parent

    def hides(self, family: str, name: str) -> bool | None:
        """Return whether a style hides text, None where it does not say."""
        said = (style.hides for _, style in self.chain(family, name) if style.hides is not None)
        return next(said, None)

    def font(self, family: str, name: str) -> str:
        """Return the name of a style's font, an empty one where it does not say."""
        return next((style.font for _, style in self.chain(family, name) if style.font), "")

    def list_style_of(self, paragraph_style: str) -> str:
        """Return the name of the list style that a style of paragraphs asks for."""
        chain = self.chain("paragraph", paragraph_style)
        return next((style.list_style for _, style in chain if style.list_style), "")

    def is_title(self, paragraph_style: str) -> bool:
        """Say whether paragraphs of a style are titles of their document."""
        chain = self.chain("paragraph", paragraph_style)
        return paragraph_style == "Title" or any(style.parent == "Title" for _, style in chain)


def whole_number(text: str | None, otherwise: int, most: int) -> int:
    """Return a number as a file says it, within what makes sense."""
    return min(int(text), most) if text and text.isdecimal() and len(text) < 9 else otherwise


def _style(element: Element) -> Style:
    properties = element.find("style:text-properties")
    said = {} if properties is None else properties.attrib
    display = said.get("display")
    return Style(
        parent=element.get("style:parent-style-name", ""),
        hides=None if display is None else display == "none",
        font=said.get("style:font-name", ""),
        list_style=element.get("style:list-style-name", ""),
    )


def _levels(element: Element) -> dict[int, Level]:
    return {whole_number(level.get("level"), 1, 10): _level(level) for level in element}


def _level(element: Element) -> Level:
    format_ = element.get("style:num-format", "")
    return Level(
        style=_FORMATS.get(format_, "decimal"),
        before=element.get("style:num-prefix", ""),
        after=element.get("style:num-suffix", ""),
        shown=whole_number(element.get("display-levels"), 1, 10),
        start=whole_number(element.get("start-value"), 1, 10**6),
        is_bullet=element.tag in ("list-level-style-bullet", "list-level-style-image"),
    )
