"""Footnotes of a page: where the text refers to one, and which block is the note itself."""

import re
from collections.abc import Mapping

from lxml.html import HtmlElement

Targets = Mapping[str, str]
"""The number or sign of each note by the id of the element that holds it."""
_NUMBER = re.compile(r"\s*\[?\s*(\d{1,3}|[a-z]|[*†‡§])\s*\]?\s*")
_BACK = re.compile(r"[\s\^↩↑⤴⏎\ufe0e\ufe0f\[\]]*")
_NOTE_CLASS = re.compile(r"foot-?note|endnote|noteref|reference", re.IGNORECASE)


def reference(element: HtmlElement) -> str | None:
    """Return the number that an element refers to a note with, if that is what it does."""
    link = element
    if element.tag == "sup":
        links = list(element.iter("a"))
        if len(links) != 1:
            return None
        link = links[0]
    elif element.tag != "a" or not _is_noted(element):
        return None
    number = _NUMBER.fullmatch(str(element.text_content()))
    return number[1] if number and "#" in link.get("href", "") else None


def targets(root: HtmlElement) -> Targets:
    """Return the notes that the text refers to."""
    found: dict[str, str] = {}
    for element in root.iter("sup", "a"):
        number = reference(element)
        if number is not None:
            link = element if element.tag == "a" else next(element.iter("a"))
            found.setdefault(link.get("href", "").rpartition("#")[2], number)
    return found


def mark(element: HtmlElement, notes: Targets) -> str:
    """Return what stands before a note: its number, as the text refers to it."""
    number = notes.get(element.get("id", "")) if element.tag in ("li", "p", "div", "dd") else None
    return "" if number is None else f"[{number}] "


def leads_back(element: HtmlElement, notes: Targets) -> bool:
    """Say whether this is the arrow of a note back to where the text refers to it."""
    if element.tag != "a" or not notes or "#" not in element.get("href", ""):
        return False
    return _BACK.fullmatch(str(element.text_content())) is not None


def _is_noted(link: HtmlElement) -> bool:
    said = " ".join(link.get(name, "") for name in ("class", "role", "rel", "epub:type"))
    return _NOTE_CLASS.search(said) is not None
