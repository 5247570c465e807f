"""A piece of HTML as text: paragraphs with a blank line between, table rows as lines."""

import re
from collections.abc import Iterator

from lxml import etree

_UNSEEN = frozenset({"script", "style", "head", "template", "noscript", "iframe", "object", "svg"})
_PARAGRAPHS = {
    *("address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "fieldset"),
    *("figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"),
    *("hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "ul"),
}
_SPACE = re.compile(r"[ \t\n\r\f]+")
_BREAKS = re.compile(r"[ \t]*\n[ \t]*")
_PARTED = re.compile(r"\n{2,}")


def text_of(markup: str) -> str:
    """Return the text of a piece of HTML; "" where nothing is to be seen of it."""
    if not markup.strip():
        return ""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(f"<div>{markup}</div>".encode(), parser)
    text = "".join(_pieces(root))
    return _PARTED.sub("\n\n", _BREAKS.sub("\n", text)).strip(" \t\n")


def _pieces(root: etree._Element) -> Iterator[str]:
    hidden = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if tag in _UNSEEN:
            hidden += 1 if event == "start" else -1
        elif not hidden:
            yield _edge(tag, event)
            if event == "start":
                yield _SPACE.sub(" ", element.text or "")
        if event == "end" and not hidden and element is not root:
            yield _SPACE.sub(" ", element.tail or "")


def _edge(tag: str, event: str) -> str:
    if tag in _PARAGRAPHS:
        return "\n\n• " if tag == "li" and event == "start" else "\n\n"
    if event == "end":
        return {"br": "\n", "tr": "\n", "td": "\t", "th": "\t"}.get(tag, "")
    return ""
