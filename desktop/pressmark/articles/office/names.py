"""Short names for elements and attributes, so that readers can be read."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element


def shorten(root: Element, prefixes: Mapping[str, str]) -> None:
    """Rename all elements and attributes in place: `{namespace}name` becomes `prefix:name`.

    Namespaces with an empty prefix give bare names; unknown ones, and none, give `?:name`.
    """
    short: dict[str, str] = {}

    def named(name: str) -> str:
        found = short.get(name)
        if found is None:
            space, _, local = name.rpartition("}")
            prefix = prefixes.get(space[1:], "?")
            found = short[name] = f"{prefix}:{local}" if prefix else local
        return found

    for element in root.iter():
        element.tag = named(element.tag)
        if element.attrib:
            element.attrib = {named(name): value for name, value in element.attrib.items()}
