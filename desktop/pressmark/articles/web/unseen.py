"""What the style sheets of a page take from sight; `hidden` says what elements themselves do."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from lxml.html import HtmlElement

from pressmark.articles.web.style_sheets import Styles, StyleSheets, style_sheets_of

_NUMBER = re.compile(r"(-?\d*\.?\d+)\s*(px|pt|em|rem|%|vw|vh|in|cm)?")
_FAR = {"px": 900, "pt": 700, "em": 50, "rem": 50, "vw": 90, "vh": 90, "in": 10, "cm": 25, "%": 90}
"""How far beyond an edge nobody looks, by unit."""
_CLIPPED = re.compile(r"rect\(\s*(?:0|1px)\D|inset\(\s*(?:50|100)%|circle\(\s*0")
_IMAGE = re.compile(r"url\(|gradient\(|var\(")
_HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})\b")
_RGB = re.compile(r"rgb\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)")
_NAMED = {"white": "#ffffff", "black": "#000000"}
_SCRIPTED = ("head", "script", "style", "noscript", "template")


def mark_unseen(root: HtmlElement, beside: Mapping[str, str] = MappingProxyType({})) -> bool:
    """Mark as hidden what the style sheets of a page hide; say whether all of them were followed.

    `beside` are those that came with the page, by the addresses that it has for them.
    """
    texts, is_whole = list[str](), True
    for one in root.iter("style", "link"):
        if not _is_for_screens(one):
            continue
        if one.tag == "style":
            texts.append(one.text or "")
        elif "stylesheet" in one.get("rel", "").lower().split():
            text = beside.get(one.get("href", ""))
            texts.append(text or "")
            is_whole = is_whole and text is not None
    sheets = style_sheets_of(texts)
    if sheets:
        seen = _Seen(sheets, is_whole)
        for element in root.iter():
            if element.tag not in _SCRIPTED and seen.hides(element):
                element.set("hidden", "")
    return not sheets.is_spent


def _is_for_screens(element: HtmlElement) -> bool:
    media = element.get("media", "").strip().lower()
    around = element.getparent()
    return media in ("", "all", "screen") and (around is None or around.tag != "noscript")


@dataclass(frozen=True, slots=True)
class _Seen:
    """Elements with what holds for them, looked up once each.

    Where not all style sheets are known (`is_whole`), nothing is said of colours.
    """

    sheets: StyleSheets
    is_whole: bool
    known: dict[HtmlElement, tuple[Styles, Sequence[Styles]]] = field(default_factory=dict)

    def hides(self, element: HtmlElement) -> bool:
        """Say whether an element is not to be seen, whatever rules of which nobody knows apply."""
        values, loose = self._styles(element)
        if not self._is_unseen(element, values):
            return False
        is_sure = all(self._is_unseen(element, {**values, **more}) for more in loose)
        return is_sure and not self.sheets.is_spent

    def _styles(self, element: HtmlElement) -> tuple[Styles, Sequence[Styles]]:
        if element not in self.known:
            self.known[element] = self.sheets.styles(element)
        return self.known[element]

    def _is_unseen(self, element: HtmlElement, values: Styles) -> bool:
        if not values:
            return False
        if _is_taken_away(values) or _is_off_screen(values) or _is_folded(values):
            return True
        if _is_zero(values.get("font-size", "")):
            return not any("font-size" in self._styles(one)[0] for one in element.iterdescendants())
        return self.is_whole and "color" in values and self._is_camouflaged(element, values)

    def _is_camouflaged(self, element: HtmlElement, values: Styles) -> bool:
        """Say whether text has the colour of the nearest ground that is told, or of white paper."""
        colour = _colour(values["color"])
        if not colour or element.tag == "a":
            return False
        for one, its in self._upwards(element, values):
            if its.get("position") in ("absolute", "fixed") or one.get("background"):
                return False  # it may stand on a picture
            ground = " ".join(value for name, value in its.items() if name.startswith("background"))
            if _IMAGE.search(ground):
                return False
            ground = ground or one.get("bgcolor", "").lower()
            if ground and ground not in ("transparent", "none", "inherit"):
                return _colour(ground) == colour
        return colour == _NAMED["white"]

    def _upwards(
        self, element: HtmlElement, values: Styles
    ) -> Iterator[tuple[HtmlElement, Styles]]:
        yield element, values
        for one in element.iterancestors():
            yield one, self._styles(one)[0]


def _is_taken_away(values: Styles) -> bool:
    if values.get("display") == "none" or values.get("visibility") in ("hidden", "collapse"):
        return True
    moves = any(name in values for name in ("transition", "animation", "animation-name"))
    return _is_zero(values.get("opacity", "")) and not moves


def _is_off_screen(values: Styles) -> bool:
    if _is_far(values.get("text-indent", "")):
        return True
    if values.get("position") not in ("absolute", "fixed"):
        return False
    if any(_is_far(values.get(side, "")) for side in ("left", "top")):
        return True
    return any(_CLIPPED.search(values.get(name, "")) for name in ("clip", "clip-path"))


def _is_folded(values: Styles) -> bool:
    """Say whether there is no room for a text, and it does not run over: not so for pictures."""
    over = " ".join(values.get(name, "") for name in ("overflow", "overflow-x", "overflow-y"))
    if "hidden" not in over and "clip" not in over:
        return False
    if any(name.startswith("padding") for name in values):
        return False
    return any(
        _is_zero(values.get(name, "")) for name in ("height", "max-height", "width", "max-width")
    )


def _is_zero(value: str) -> bool:
    found = _NUMBER.fullmatch(value)
    return found is not None and float(found[1]) == 0


def _is_far(value: str) -> bool:
    found = _NUMBER.fullmatch(value)
    return found is not None and float(found[1]) <= -_FAR[found[2] or "px"]


def _colour(value: str) -> str:
    """Return a colour as six digits behind a #; empty where it is written in another way."""
    words = value.split()
    if any(word in _NAMED for word in words):
        return next(_NAMED[word] for word in words if word in _NAMED)
    if found := _HEX.search(value):
        digits = found[1]
        return "#" + (digits if len(digits) == 6 else "".join(2 * digit for digit in digits))
    if found := _RGB.search(value):
        return "#" + "".join(f"{min(255, int(one)):02x}" for one in found.groups())
    return ""
