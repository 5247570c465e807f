"""Styles of Word: what of them bears on text. Which hide it, which number it, which name it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

_OFF = frozenset({"0", "false", "off", "none"})
_MOST_ANCESTORS = 20


def is_on(properties: Element | None, name: str) -> bool | None:
    """Return whether a property of a run is on, None where it is not said."""
    found = None if properties is None else properties.find(name)
    return None if found is None else found.get("val", "1").lower() not in _OFF


@dataclass(frozen=True, slots=True)
class Numbering:
    """Which list a paragraph belongs to, and how deep; an empty `list_id` for none."""

    list_id: str
    level: int


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its name in English, whatever the language of Word is, and what it adds."""

    id: str
    name: str = ""
    based_on: str = ""
    hides: bool | None = None
    numbered: Element | None = None


@dataclass(frozen=True, slots=True)
class Styles:
    """All styles of a document by their ids, and the ids of those that hold without being named."""

    by_id: dict[str, Style] = field(default_factory=dict)
    normal: str = ""
    hides: bool = False

    @classmethod
    def read(cls, root: Element | None) -> "Styles":
        """Read the part `styles`; without it there are none."""
        if root is None:
            return cls()
        by_id, normal = {}, ""
        for element in root.iter("style"):
            style = _style(element)
            by_id[style.id] = style
            if element.get("type") == "paragraph" and element.get("default") in ("1", "true", "on"):
                normal = style.id
        defaults = root.find("docDefaults/rPrDefault/rPr")
        return cls(by_id, normal, is_on(defaults, "vanish") or False)

    def chain(self, style_id: str) -> Iterator[Style]:
        """Yield a style and what it is based on."""
        for _ in range(_MOST_ANCESTORS):
            style = self.by_id.get(style_id)
            if style is None:
                return
            yield style
            style_id = style.based_on

    def hidden_by(self, style_id: str) -> bool:
        """Say whether a style hides text."""
        said = (style.hides for style in self.chain(style_id) if style.hides is not None)
        return next(said, False)

    def name_of(self, style_id: str) -> str:
        """Return the name of a style in small letters, an empty one for none."""
        style = self.by_id.get(style_id)
        return style.name if style else ""

    def numbering_of(self, style_id: str, properties: Element | None) -> Numbering | None:
        """Return the list that a paragraph is in: by its own properties, else by its style."""
        direct = None if properties is None else properties.find("numPr")
        chain = list(self.chain(style_id))
        found = [one for one in (direct, *(style.numbered for style in chain)) if one is not None]
        list_id = next((said for one in found if (said := _said(one, "numId"))), "")
        level = next((said for one in found if (said := _said(one, "ilvl"))), "0")
        if list_id in ("", "0"):
            return None
        return Numbering(list_id, int(level) if level.isdecimal() and len(level) < 3 else 0)


def _said(numbering: Element, name: str) -> str:
    found = numbering.find(name)
    return "" if found is None else found.get("val", "")


def _style(element: Element) -> Style:
    def said(name: str) -> str:
        found = element.find(name)
        return "" if found is None else found.get("val", "")

    return Style(
        id=element.get("styleId", ""),
        name=said("name").lower(),
        based_on=said("basedOn"),
        hides=is_on(element.find("rPr"), "vanish"),
        numbered=element.find("pPr/numPr"),
    )
