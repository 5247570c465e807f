"""The markup of a page as a tree, however deep, broken or large the page is."""

import re
from html.parser import HTMLParser

from lxml import etree, html
from lxml.html import HtmlElement

from pressmark.errors import ArticleFileError

_DATA_URL = re.compile(r"data:[\w./+-]+[;,][^\"'\s)<>]{200,}")
"""Pictures and fonts that browsers save within the page: megabytes of letters that say nothing."""
_NEVER = re.compile("[\0-\x08\x0b\x0e-\x1f\ufffe\uffff]")
"""What no text holds, and trees refuse."""
_DEEPEST = 150
"""How deep elements may lie in each other where a page is too deep for the parser."""
_ALONE = "area base br col embed hr img input link meta param source track wbr"
_VOID = frozenset(_ALONE.split())


def parsed(page: str) -> HtmlElement:
    """Return the root of a page; ArticleFileError `no-article` where there is no markup at all."""
    lean = _DATA_URL.sub("data:,", _NEVER.sub("", page))
    root = _tree(lean)
    if root is None:
        root = _tree(_levelled(lean))
    if root is None:
        raise ArticleFileError("no-article")
    source = _shown_source(root)
    return root if source is None else parsed(source)


def _shown_source(root: HtmlElement) -> str | None:
    """Return the page whose source this page shows, as browsers save what they show of it."""
    if root.find(".//body[@id='viewsource']") is not None:
        shown = [root.find(".//body")]
    else:
        shown = root.findall(".//td[@class='line-content']")
    lines = [str(one.text_content()) for one in shown if one is not None]
    return "\n".join(lines) if any("<html" in line.lower() for line in lines) else None


def _tree(page: str) -> HtmlElement | None:
    """Return the root, or nothing where the parser gave up: on an empty page, or a too deep one."""
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = html.document_fromstring(page.encode(), parser=parser)
    except etree.ParserError:
        return None
    deep = any("depth" in entry.message for entry in parser.error_log)
    return None if deep else root


def _levelled(page: str) -> str:
    leveller = _Leveller()
    leveller.feed(page)
    leveller.close()
    return "".join(leveller.kept)


class _Leveller(HTMLParser):
    """Writes a page again without the tags that lie too deep; their text stays."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.kept: list[str] = []
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if self._depth < _DEEPEST:
            self.kept.append(self.get_starttag_text() or "")
        self._depth += tag not in _VOID

    def handle_endtag(self, tag: str) -> None:
        self._depth = max(0, self._depth - 1)
        # Without its tag, what lies too deep would run together with what follows it.
        self.kept.append(f"</{tag}>" if self._depth < _DEEPEST else "<br><br>")

    def handle_data(self, data: str) -> None:
        self.kept.append(data)

    def handle_entityref(self, name: str) -> None:
        self.kept.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.kept.append(f"&#{name};")
