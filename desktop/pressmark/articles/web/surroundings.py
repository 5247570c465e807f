"""What stands around and within an article, and is not it: told by elements, classes and ids."""

from collections.abc import Iterator

import regex
from lxml.html import HtmlElement

from pressmark.articles.web.blocks import Block

_NEAR = 5
"""How many elements around a block have a say in what it is."""
_TAGS = {
    "nav": "navigation",
    "aside": "teaser",
    "figure": "caption",
    "figcaption": "caption",
    "caption": "caption",
    "form": "widget",
    "footer": "widget",
}
_SAID = {
    "comments": r"comments?|disqus|respond",
    "caption": r"captions?|photo-?credits?|image-?credits?|wp-caption-text",
    "byline": r"by-?lines?|authors?|autor|auteur|timestamp|dateline|pub-?date|posted-?on|meta",
    "navigation": r"nav|navigation|breadcrumbs?|menu|pager|pagination",
    "teaser": r"related|teasers?|trending|recirc\w*|read-?more|more-?on|also|recommend\w*|promo\w*"
    r"|aside|sidebar|outbrain|taboola|popular",
    "notice": r"copyright|disclaimer|legal|rights",
    "widget": r"share|sharing|shar\w*bar|social|sns|newsletter|subscri\w*|signup|sign-?up|cookie\w*"
    r"|consent|paywall|sponsor\w*|ads?|advert\w*|widget|toolbar|tags?|poll|login|follow\w*",
}
_CLASSES = {
    kind: regex.compile(rf"(?<![\p{{L}}\d])(?:{said})(?![\p{{L}}\d])", regex.IGNORECASE)
    for kind, said in _SAID.items()
}
_HUMPS = regex.compile(r"(?<=[a-z])(?=[A-Z])")


def kind_of_aside(block: Block) -> str:
    """Return what kind of zone a block is that is not the article's."""
    if block.hidden:
        return "hidden"
    return said_of(block.element) or ("teaser" if 2 * block.linked >= len(block.text) else "widget")


def is_aside(element: HtmlElement) -> bool:
    """Say whether elements, classes or ids say that this is no part of an article's text."""
    return said_of(element) != ""


def said_of(element: HtmlElement) -> str:
    """Return what kind of zone elements, classes or ids say this is in; "" where they do not."""
    return next(_told(element), "")


def _told(element: HtmlElement) -> Iterator[str]:
    """Yield what the elements around something say it is, the innermost first."""
    for around in _around(element):
        if around.tag in ("body", "html", "article", "main"):
            return
        if around.tag in _TAGS:
            yield _TAGS[around.tag]
        said = _HUMPS.sub("-", f"{around.get('class', '')} {around.get('id', '')}")
        yield from (kind for kind, pattern in _CLASSES.items() if pattern.search(said))


def _around(element: HtmlElement) -> Iterator[HtmlElement]:
    yield element
    for near, one in enumerate(element.iterancestors()):
        if near == _NEAR - 1:
            return
        yield one
