"""What stands in an item of a feed, whatever its dialect: RSS 0.9 to 2.0, Atom 0.3 and 1.0.

Names are those of the feed's own language without a prefix, and of the modules that matter with
theirs (`dc:creator`). What is found of a field is text, or HTML where the feed says or shows so.
"""

import re
from collections.abc import Iterator
from html import escape

from lxml import etree

_MODULES = {
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/elements/1.0/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://www.w3.org/1999/xhtml": "xhtml:",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
    "http://search.yahoo.com/mrss/": "media:",
    "http://wellformedweb.org/CommentAPI/": "wfw:",
    "http://purl.org/rss/1.0/modules/slash/": "slash:",
    "http://purl.org/rss/1.0/modules/syndication/": "sy:",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
    "http://www.georss.org/georss": "georss:",
}
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_MARKED_UP = re.compile(r"</?[A-Za-z][^<>]*>|&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]+);")
_ATOM_TEXT = re.compile(r"html|xhtml|application/xhtml\+xml|text/html")
_MAIL_AND_NAME = re.compile(r"\s*\S+@\S+\s*\((.+)\)\s*")


def name_of(element: etree._Element) -> str:
    """Return the name of an element as this module calls it."""
    space, _, local = element.tag.removeprefix("{").rpartition("}")
    return _MODULES.get(space, "") + local


def children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Yield the children of these names: all of the first name first."""
    for name in names:
        yield from (child for child in element if name_of(child) == name)


def first(element: etree._Element, *names: str) -> str | None:
    """Return the words of the first child of these names that has some."""
    for child in children(element, *names):
        if words := plain_words(child):
            return words
    return None


def plain_words(element: etree._Element) -> str:
    """Return what an element says in one line, without any markup that stands in it."""
    markup = markup_of(element)
    text = etree.tostring(_parsed(markup), method="text", encoding="unicode") if markup else ""
    return " ".join(text.split())


def markup_of(element: etree._Element) -> str:
    """Return what an element holds as HTML: its own, or its text made such; "" where it is empty.

    Feeds escape HTML or not, and say so or not: what has a tag or a named letter is taken as HTML.
    """
    if len(element):
        inner = "".join(
            etree.tostring(child, method="html", encoding="unicode") for child in element
        )
        return escape(element.text or "", quote=False) + inner
    text = element.text or ""
    said = element.get("type", "") or ("html" if name_of(element) == "content:encoded" else "")
    if _ATOM_TEXT.fullmatch(said) or (said in ("", "text/plain") and _MARKED_UP.search(text)):
        return text.strip()
    paragraphs = [escape(one, quote=False) for one in re.split(r"\n\s*\n", text) if one.strip()]
    return "".join(f"<p>{one.strip()}</p>" for one in paragraphs)


def link_of(item: etree._Element) -> str | None:
    """Return the address of an item on the web."""
    for link in children(item, "link"):
        if link.get("href") and link.get("rel", "alternate") == "alternate":
            return (link.get("href") or "").strip()
    for link in children(item, "link", "guid", "id"):
        address = (link.text or "").strip()
        if address.lower().startswith(("http://", "https://")):
            return address
    about = item.get("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about", "")
    return about if about.lower().startswith(("http://", "https://")) else None


def byline_of(item: etree._Element) -> str | None:
    """Return who wrote an item, as printed; several with commas between."""
    names = []
    for author in children(item, "author", "dc:creator", "itunes:author", "dc:author"):
        words = first(author, "name", "email") if len(author) else plain_words(author)
        named = _MAIL_AND_NAME.fullmatch(words or "")
        names.append(named[1].strip() if named else words or "")
    return ", ".join(dict.fromkeys(filter(None, names))) or None


def keywords_of(item: etree._Element) -> tuple[str, ...]:
    """Return the categories that an item is filed under."""
    words = (
        one.get("label") or one.get("term") or plain_words(one)
        for one in children(item, "category", "dc:subject")
    )
    return tuple(dict.fromkeys(word.strip() for word in words if word.strip()))


def language_of(item: etree._Element, channel: etree._Element) -> str | None:
    """Return the language of an item: its own, or that of the feed."""
    said = first(item, "dc:language") or next(
        (one.get(_LANGUAGE) for one in (item, *item.iterancestors()) if one.get(_LANGUAGE)), None
    )
    said = said or first(channel, "language", "dc:language")
    return said.strip().replace("_", "-") if said else None


def written_moments(item: etree._Element) -> Iterator[str]:
    """Yield what an item says of when it came out, the most telling first."""
    names = ("published", "pubDate", "dcterms:issued", "issued", "dc:date", "dcterms:created")
    for one in children(item, *names, "updated", "modified", "dcterms:modified", "created"):
        if one.text and one.text.strip():
            yield one.text.strip()


def _parsed(markup: str) -> etree._Element:
    return etree.fromstring(f"<div>{markup}</div>", etree.HTMLParser(no_network=True))
