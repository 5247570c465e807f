"""Equations of Word on one line, as one would type them."""

from xml.etree.ElementTree import Element

_BETWEEN = {"m:f": "/", "m:sSup": "^", "m:sSub": "_"}


def linear(element: Element) -> str:
    """Return the text of an equation; what is more than fractions and indices is run together."""
    parts = [linear(child) for child in element if not child.tag.endswith("Pr")]
    if element.tag == "m:t":
        return element.text or ""
    if element.tag in _BETWEEN:
        return _BETWEEN[element.tag].join(map(_held, parts))
    if element.tag == "m:rad":
        *degree, radicand = parts or [""]
        return f"{''.join(degree)}√{_held(radicand)}"
    if element.tag == "m:d":
        begin, end = _marks(element)
        return f"{begin}{', '.join(parts)}{end}"
    if element.tag == "m:nary":
        sign = element.find("m:naryPr/m:chr")
        return ("∫" if sign is None else sign.get("m:val", "")) + "".join(parts)
    return "".join(parts)


def _held(part: str) -> str:
    """Return a part that stays together beside a sign."""
    return part if len(part) < 2 or part.isalnum() else f"({part})"


def _marks(delimited: Element) -> tuple[str, str]:
    properties = delimited.find("m:dPr")

    def said(name: str, otherwise: str) -> str:
        found = None if properties is None else properties.find(name)
        return otherwise if found is None else found.get("m:val", otherwise)

    return said("m:begChr", "("), said("m:endChr", ")")
