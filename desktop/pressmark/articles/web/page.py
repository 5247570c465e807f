"""Web pages to articles: the text of the article, what stands within it, what is known of it."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from pressmark.articles.extract import Extract, Found, Remark, Wishes
from pressmark.articles.languages import language_of
from pressmark.articles.plain_text import read_text
from pressmark.articles.web.blocks import blocks_of
from pressmark.articles.web.body import Body, body_of
from pressmark.articles.web.head import head_of
from pressmark.articles.web.json_ld import article_facts, written
from pressmark.articles.web.layout import Laid, laid_out, without_zones
from pressmark.articles.web.page_bytes import decoded_page
from pressmark.articles.web.surroundings import is_aside
from pressmark.articles.web.tree import parsed
from pressmark.articles.web.unseen import mark_unseen
from pressmark.articles.web.unwritten import unwritten_in
from pressmark.articles.web.votes import letters
from pressmark.errors import ArticleFileError

_MARKUP = re.compile(rb"<[a-zA-Z!?/]")
_SAMPLE = 80
_PAID = (False, "False", "false")
_STUB = 1200
"""With fewer letters, the article of a page that wants to be paid for is hardly all of it."""


def read_page(data: bytes, wishes: Wishes) -> Iterator[Found]:
    """Take the article out of a saved page; what has no markup in it is plain text.

    ArticleFileError `no-article` where there is none, and those of `decode`.
    """
    if _MARKUP.search(data.replace(b"\0", b"")) is None:
        yield from read_text(data, wishes)
    else:
        yield page_extract(data, wishes)


def page_extract(
    data: bytes,
    wishes: Wishes,
    *,
    charset: str = "",
    address: str = "",
    sheets: Mapping[str, str] = MappingProxyType({}),
) -> Extract:
    """Return the article of a page; `charset` and `address` are what is known from elsewhere.

    `sheets` are style sheets that came with it, by their addresses.
    """
    decoded = decoded_page(data, wishes.encoding, charset)
    tree = parsed(decoded.text)
    is_followed = mark_unseen(tree, sheets)
    blocks = blocks_of(tree)
    if not any(block.key for block in blocks):
        raise ArticleFileError("no-article")
    facts = article_facts(tree)
    head = head_of(tree, decoded.text, facts, blocks, address)
    body = body_of(tree, blocks, head.title, written(facts.get("articleBody")))
    laid = laid_out(blocks, body, head.title)
    if not laid.text:
        raise ArticleFileError("no-article")
    kept = without_zones(laid) if wishes.boilerplate == "left-out" else laid
    is_stub = facts.get("isAccessibleForFree") in _PAID and letters(body.blocks) < _STUB
    remarks = list(_remarks(laid, kept))
    if body.is_doubtful or head.is_front or is_stub:
        remarks.insert(0, Remark(code="low-confidence"))
    if is_stub:
        remarks.append(Remark(code="teaser"))
    if not is_followed:
        remarks.append(Remark(code="unread-styles"))
    remarks.extend(_unwritten(body, kept.text, head.url))
    return Extract(
        text=kept.text,
        zones=kept.zones,
        title=head.title,
        byline=head.byline,
        source=head.source,
        published=head.published,
        url=head.url,
        language=language_of(head.languages, kept.text),
        keywords=head.keywords,
        kind="html",
        encoding=decoded.encoding,
        certain=decoded.certain,
        runners_up=decoded.runners_up,
        remarks=tuple(remarks),
    )


def _unwritten(body: Body, text: str, url: str | None) -> Iterator[Remark]:
    """Yield what there is in an article besides words."""
    main = {block.element for block in body.blocks}

    def is_meant(link: HtmlElement) -> bool:
        around = (link, *link.iterancestors())
        return not main.isdisjoint(around) and not is_aside(link)

    host = urlsplit(url or "").hostname or ""
    yield from unwritten_in(body.home, text, host, is_meant)


def _remarks(laid: Laid, kept: Laid) -> Iterator[Remark]:
    """Yield what is to be said of all that was laid out, and of what of it was kept."""
    hidden = tuple(zone.span for zone in laid.zones if zone.kind == "hidden")
    if hidden:
        yield Remark(code="hidden-text", count=len(hidden), spans=hidden if kept is laid else ())
    cut = [] if kept is laid else [laid.text[slice(*zone.span)] for zone in laid.zones]
    left_out = [*(block.text for block in laid.left_out), *cut]
    if left_out:
        sample = max(left_out, key=len)[:_SAMPLE].replace("\n", " ")
        yield Remark(code="boilerplate-left-out", count=len(left_out), fact=sample)
