"""XML, written as text: whatever it says, no word of it can be markup."""

from collections.abc import Iterable, Iterator, Mapping

from pressmark.formats.xml_text import escaped, quoted

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def element(name: str, attributes: Mapping[str, str | None], *inside: str) -> str:
    """Return an element; attributes that are None are left out, `inside` is XML already."""
    head = opened(name, attributes)
    return f"{head}{''.join(inside)}</{name}>" if inside else f"{head[:-1]}/>"


def opened(name: str, attributes: Mapping[str, str | None]) -> str:
    """Return the start of an element."""
    said = {key: value for key, value in attributes.items() if value is not None}
    words = (f" {key}={quoted(value)}" for key, value in said.items())
    return f"<{name}{''.join(words)}>"


def told(name: str, text: str | None) -> str:
    """Return an element with a text in it, nothing where there is no text."""
    return f"<{name}>{escaped(text)}</{name}>" if text else ""


def around(name: str, inside: Iterable[str]) -> Iterator[str]:
    """Yield an element around others, a line each; nothing where there are none."""
    begun = False
    for one in inside:
        yield one + "\n" if begun else f"<{name}>\n{one}\n"
        begun = True
    if begun:
        yield f"</{name}>\n"
