"""Which blocks of a mail in HTML are another mail that it answers: by marks that programs set."""

import re

from lxml.html import HtmlElement

from pressmark.articles.web.blocks import Block
from pressmark.articles.web.layout import hidden_kind

_CLASSES = frozenset(
    (
        *("gmail_quote", "gmail_extra", "yahoo_quoted", "moz-cite-prefix", "protonmail_quote"),
        *("zmail_extra", "tutanota_quote", "moz-email-headers-table"),
    )
)
_FROM_HERE_ON = frozenset(("divRplyFwdMsg", "appendonsend", "x_divRplyFwdMsg", "stopSpelling"))
"""What Outlook on the web puts before the mail that is answered."""
_RULED = re.compile(r"border:\s*none;\s*border-top:\s*solid\s+#?\w+\s+1(?:\.0)?pt", re.IGNORECASE)
"""How Outlook draws the line above it."""
_FROM = re.compile(r"\s*[^\W\d_][^:：\n]{0,24}[:：]\s*\S")
_PASSED_ON = re.compile(r"\s*-{5,}\s*\w")


class QuotedMail:
    """Tells what in a mail is quoted; all of it is said anew where nothing else is there."""

    def __init__(self, root: HtmlElement, blocks: list[Block]) -> None:
        self._around = {one for one in root.iter() if _quotes(one)}
        quoted = {id(one) for one in blocks if self._is_quoted(one.element)}
        self._quoted = quoted if any(id(one) not in quoted for one in blocks) else set[int]()

    def kind_of(self, block: Block) -> str:
        """Return the kind of zone that a block of the mail is, if it is one."""
        return hidden_kind(block) or ("quoted" if id(block) in self._quoted else "")

    def _is_quoted(self, element: HtmlElement) -> bool:
        for one in (element, *element.iterancestors()):
            if one in self._around:
                return True
            if any(_begins_quotation(before) for before in one.itersiblings(preceding=True)):
                return True
        return _begins_quotation(element)


def _quotes(element: HtmlElement) -> bool:
    if element.tag == "blockquote" and element.get("type") == "cite":
        return True
    named = _CLASSES.intersection(element.get("class", "").split())
    return bool(named) and not _PASSED_ON.match(str(element.text_content()))


def _begins_quotation(element: HtmlElement) -> bool:
    if element.get("id") in _FROM_HERE_ON:
        return True
    inner = element.find("div") if element.tag == "div" else None
    ruled = any(_RULED.search(one.get("style", "")) for one in (element, inner) if one is not None)
    return ruled and _FROM.match(str(element.text_content())) is not None
