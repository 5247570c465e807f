"""What a page tells machines about its article: JSON-LD in the words of schema.org."""

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from lxml.html import HtmlElement

_ARTICLE = re.compile(r"Article|Posting|Report$|Blog$|Review$")
_NO_ARTICLE = re.compile(r"WebPage|JobPosting|Collection")
_MOST = 4 * 1024 * 1024
_TAGS = re.compile(r"<[a-zA-Z/!][^<>]*>")
_ENDS = re.compile(r"</p>|<br\s*/?>", re.IGNORECASE)

Facts = Mapping[str, Any]


def article_facts(root: HtmlElement) -> Facts:
    """Return the object that describes the article, as the page has it; empty where none does."""
    found = [one for one in _objects(root) if _is_article(one)]
    return max(found, key=lambda one: (len(written(one.get("articleBody"))), len(one)), default={})


def written(value: object) -> str:
    """Return a text of JSON-LD without the markup that some write into it."""
    if not isinstance(value, str):
        return ""
    plain = value if "<" not in value else _TAGS.sub("", _ENDS.sub("\n\n", value))
    return unescape(plain).replace("\r\n", "\n").strip()


def names(value: object) -> tuple[str, ...]:
    """Return the names of persons or bodies: JSON-LD writes one or many, as text or objects."""
    if isinstance(value, list):
        return tuple(dict.fromkeys(name for one in value for name in names(one)))
    if isinstance(value, dict):
        return names(value.get("name"))
    name = " ".join(written(value).split())
    return (name,) if name and "://" not in name else ()


def _objects(root: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in root.iter("script"):
        if "ld+json" not in script.get("type", ""):
            continue
        text = (script.text or "").strip().strip(";")
        if len(text) > _MOST:
            continue
        try:
            waiting = [json.loads(text, strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            value = waiting.pop()
            if isinstance(value, list):
                waiting += reversed(value)
            elif isinstance(value, dict):
                yield value
                waiting += [value[key] for key in ("@graph", "mainEntity") if key in value]


def _is_article(thing: Mapping[str, Any]) -> bool:
    kinds = thing.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(
        isinstance(one, str) and _ARTICLE.search(one) and not _NO_ARTICLE.search(one)
        for one in named
    )
