"""Feeds (RSS 0.9 to 2.0, Atom 0.3 and 1.0) to articles: one for each item.

lxml, and not feedparser: what a feed is encoded in is found out as for any other file, and nothing
that a library tidies, resolves or leaves out stands between an item and its text.
"""

import re
from collections.abc import Iterator

from lxml import etree

from pressmark.articles import feed_items as items
from pressmark.articles.decoding import Decoded, decode
from pressmark.articles.extract import Extract, Found, PartRefused, Remark, Wishes
from pressmark.articles.markup_text import text_of
from pressmark.articles.mended_xml import parse_mended
from pressmark.articles.moments import moment
from pressmark.errors import ArticleFileError

_ROOTS = ("rss", "feed", "rdf:RDF", "RDF")
_FULL = ("content:encoded", "content", "xhtml:body", "fullitem")
_SUMMARY = ("description", "summary", "itunes:summary", "abstract", "media:description")
_ATTACHED = ("enclosure", "media:content", "media:group")
_CUT = re.compile(
    r"(?:\.\.\.|…|\[\s*(?:\.\.\.|…)\s*\])\s*(?:[\w'’ ]{3,40}\W{0,3})?$"
    r"|(?:read more|continue reading|weiterlesen|lire la suite|leer más|читать дал\w+|"
    r"читати дал\w+|czytaj dalej|leggi tutto|lees verder|続きを読む|阅读全文)\W*$",
    re.IGNORECASE,
)
_TEASER = 400
"""A summary of fewer letters than this is hardly an article; those of Chinese count for three."""
_CHINESE = "\u2e80"
_SAMPLE = 80


def read_feed(data: bytes, wishes: Wishes) -> Iterator[Found]:
    """Yield the items of a feed in its order; an item without text is refused as `empty`.

    ArticleFileError `damaged`, `entities`, `unsupported` for XML that is no feed, `no-article`
    for a feed without items, and those of `decode`.
    """
    decoded = decode(data, wishes.encoding or None)
    root, is_mended = parse_mended(decoded.text)
    if items.name_of(root) not in _ROOTS:
        raise ArticleFileError("unsupported", kind=f"XML ({_local(root)})", instead="RSS")
    channel = next(items.children(root, "channel"), root)
    found = list(items.children(channel, "item", "entry")) or list(items.children(root, "item"))
    if not found:
        raise ArticleFileError("no-article")
    mended = (Remark(code="mended"),) if is_mended else ()
    for number, item in enumerate(found, start=1):
        part = f"item {number}"
        extract = _extract(item, channel, decoded, part, mended)
        yield extract or PartRefused(part=part, case="empty")


def _local(root: etree._Element) -> str:
    return root.tag.rpartition("}")[2][:40]


def _extract(
    item: etree._Element,
    channel: etree._Element,
    decoded: Decoded,
    part: str,
    remarks: tuple[Remark, ...],
) -> Extract | None:
    full, summary = _longest(item, _FULL), _longest(item, _SUMMARY)
    text = full or summary
    if not text:
        return None
    source = next(items.children(item, "source"), None)
    named = source is not None and (items.first(source, "title") or items.plain_words(source))
    said = next(items.written_moments(item), "")
    return Extract(
        text=text,
        title=items.first(item, "title", "dc:title"),
        byline=items.byline_of(item),
        source=named or items.first(channel, "title"),
        published=next(filter(None, map(moment, items.written_moments(item))), None),
        url=items.link_of(item),
        language=items.language_of(item, channel),
        keywords=items.keywords_of(item),
        part=part,
        kind="feed",
        encoding=decoded.encoding,
        certain=decoded.certain,
        runners_up=decoded.runners_up,
        remarks=(*remarks, *_remarks(item, full, summary), *_unread_date(said)),
    )


def _longest(item: etree._Element, names: tuple[str, ...]) -> str:
    """Return the longest of the texts under these names: some feeds give one twice."""
    texts = [text_of(items.markup_of(one)) for one in items.children(item, *names)]
    return max(texts, key=len, default="")


def _remarks(item: etree._Element, full: str, summary: str) -> Iterator[Remark]:
    cut = _CUT.search((full or summary).rstrip()[-80:])
    letters = sum(3 if char >= _CHINESE else 1 for char in summary[:_TEASER])
    if cut or (not full and letters < _TEASER):
        yield Remark(code="teaser")
    start = _CUT.sub("", summary).rstrip(" .…[]")
    if full and start and " ".join(start.split()) not in " ".join(full.split()):
        yield Remark(code="left-out-summary", fact=_sampled(summary))
    attached = [
        one.get("type") or one.get("medium") or "" for one in items.children(item, *_ATTACHED)
    ]
    if attached:
        kinds = ", ".join(dict.fromkeys(filter(None, attached)))
        yield Remark(code="left-out-attached", count=len(attached), fact=_sampled(kinds or "?"))


def _unread_date(said: str) -> Iterator[Remark]:
    if said and moment(said) is None:
        yield Remark(code="unread-date", fact=_sampled(said))


def _sampled(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SAMPLE else f"{line[:_SAMPLE]}…"
