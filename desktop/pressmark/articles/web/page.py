"""Web pages to articles: the text of the article, what stands within it, what is known of it."""

from collections.abc import Iterator

from pressmark.articles.extract import Extract, Found, Remark, Wishes
from pressmark.articles.languages import language_of
from pressmark.articles.web.blocks import blocks_of
from pressmark.articles.web.body import body_of
from pressmark.articles.web.head import head_of
from pressmark.articles.web.layout import Laid, laid_out, without_zones
from pressmark.articles.web.linked_data import article_facts, written
from pressmark.articles.web.page_bytes import decoded_page
from pressmark.articles.web.tree import parsed
from pressmark.articles.web.votes import letters
from pressmark.errors import ArticleFileError

_SAMPLE = 80
_STUB = 1200
"""With fewer letters, the article of a page that wants to be paid for is hardly all of it."""


def read_page(data: bytes, wishes: Wishes) -> Iterator[Found]:
    """Take the article out of a saved page.

    ArticleFileError `no-article` where there is none, and those of `decode`.
    """
    yield page_extract(data, wishes)


def page_extract(data: bytes, wishes: Wishes, *, charset: str = "", address: str = "") -> Extract:
    """Return the article of a page; `charset` and `address` are what is known from elsewhere."""
    decoded = decoded_page(data, wishes.encoding, charset)
    tree = parsed(decoded.text)
    blocks = blocks_of(tree)
    if not any(block.key for block in blocks):
        raise ArticleFileError("no-article")
    facts = article_facts(tree)
    head = head_of(tree, decoded.text, facts, blocks, address)
    body = body_of(tree, blocks, head.title, written(facts.get("articleBody")))
    laid = laid_out(blocks, body, head.title)
    if not laid.text:
        raise ArticleFileError("no-article")
    is_stub = facts.get("isAccessibleForFree") in (False, "False", "false")
    doubts = (body.is_doubtful, head.is_front, is_stub and letters(body.blocks) < _STUB)
    remarks = _remarks(laid, is_doubtful=any(doubts))
    if wishes.boilerplate == "left-out":
        laid = without_zones(laid)
    return Extract(
        text=laid.text,
        zones=laid.zones,
        title=head.title,
        byline=head.byline,
        source=head.source,
        published=head.published,
        url=head.url,
        language=language_of(head.languages, laid.text),
        keywords=head.keywords,
        kind="html",
        encoding=decoded.encoding,
        certain=decoded.certain,
        runners_up=decoded.runners_up,
        remarks=tuple(remarks),
    )


def _remarks(laid: Laid, *, is_doubtful: bool) -> Iterator[Remark]:
    if is_doubtful:
        yield Remark(code="low-confidence")
    hidden = tuple(zone.span for zone in laid.zones if zone.kind == "hidden")
    if hidden:
        yield Remark(code="hidden-text", count=len(hidden), spans=hidden)
    if laid.left_out:
        longest = max(laid.left_out, key=lambda block: len(block.text))
        fact = longest.text[:_SAMPLE].replace("\n", " ")
        yield Remark(code="boilerplate-left-out", count=len(laid.left_out), fact=fact)
