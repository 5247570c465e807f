"""Feeds (RSS 0.9 to 2.0, Atom 0.3 and 1.0) to articles: one for each item.

lxml, and not feedparser: what a feed is encoded in is found out as for any other file, and nothing
that a library tidies, resolves or leaves out stands between an item and its text.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from pressmark.articles import feed_items as items
from pressmark.articles.decoding import Decoded, decode
from pressmark.articles.extract import Extract, Found, PartRefused, Remark, Wishes
from pressmark.articles.languages import language_of
from pressmark.articles.markup_piece import Piece, piece_of
from pressmark.articles.mended_xml import parse_mended
from pressmark.articles.moments import moment
from pressmark.errors import ArticleFileError

_ROOTS = ("rss", "feed", "rdf:RDF", "RDF")
_DECLARED = re.compile(rb"\s*<\?xml[^>]*encoding\s*=\s*[\"']([A-Za-z0-9._:-]{2,40})[\"']")
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
    decoded = _as_declared(decode(data, wishes.encoding or None), data)
    root, is_mended = parse_mended(decoded.text)
    if items.name_of(root) not in _ROOTS:
        raise ArticleFileError("unsupported", kind=f"XML ({_local(root)})", instead="RSS")
    channel = next(items.children(root, "channel"), root)
    found = list(items.children(channel, "item", "entry")) or list(items.children(root, "item"))
    if not found:
        raise ArticleFileError("no-article")
    told = (Remark(code="mended"),) if is_mended else ()
    for number, item in enumerate(found, start=1):
        part = f"item {number}"
        text = _text(item, wishes)
        if not text.whole.text:
            yield PartRefused(part=part, case="empty")
            continue
        extract = _extract(item, channel, decoded, text)
        yield replace(extract, part=part, remarks=(*told, *extract.remarks))
        told = ()


def _as_declared(decoded: Decoded, data: bytes) -> Decoded:
    """Return the same text, certain where a feed declares the encoding that it looks like too."""
    declared = _DECLARED.match(data)
    try:
        named = codecs.lookup(declared[1].decode()).name if declared else ""
        agree = named == codecs.lookup(decoded.encoding).name
    except LookupError:
        agree = False
    return replace(decoded, certain=True) if agree else decoded


def _local(root: etree._Element) -> str:
    return root.tag.rpartition("}")[2][:40]


@dataclass(frozen=True, slots=True)
class _Text:
    """The texts of an item: all of it, or what is there; and the summary beside it."""

    whole: Piece
    summary: str
    is_full: bool


def _text(item: etree._Element, wishes: Wishes) -> _Text:
    full, summary = _longest(item, _FULL, wishes), _longest(item, _SUMMARY, wishes)
    return _Text(full if full.text else summary, summary.text, bool(full.text))


def _longest(item: etree._Element, names: tuple[str, ...], wishes: Wishes) -> Piece:
    """Return the longest of the texts under these names: some feeds give one twice."""
    texts = (piece_of(items.markup_of(one), wishes) for one in items.children(item, *names))
    return max(texts, key=lambda one: len(one.text), default=Piece())


def _extract(
    item: etree._Element, channel: etree._Element, decoded: Decoded, text: _Text
) -> Extract:
    source = next(items.children(item, "source"), None)
    named = source is not None and (items.first(source, "title") or items.plain_words(source))
    return Extract(
        text=text.whole.text,
        zones=text.whole.zones,
        title=items.first(item, "title", "dc:title"),
        byline=items.byline_of(item),
        source=named or items.first(channel, "title"),
        published=next(filter(None, map(moment, items.written_moments(item))), None),
        url=items.link_of(item),
        language=language_of((items.language_of(item, channel),), text.whole.text),
        keywords=items.keywords_of(item),
        kind="feed",
        encoding=decoded.encoding,
        certain=decoded.certain,
        runners_up=decoded.runners_up,
        remarks=(*_remarks_on(text), *_remarks_of(item)),
    )


def _remarks_on(text: _Text) -> Iterator[Remark]:
    letters = sum(3 if char >= _CHINESE else 1 for char in text.summary[:_TEASER])
    if _CUT.search(text.whole.text[-80:]) or (not text.is_full and letters < _TEASER):
        yield Remark(code="teaser")
    start = _CUT.sub("", text.summary).rstrip(" .…[]")
    if text.is_full and " ".join(start.split()) not in " ".join(text.whole.text.split()):
        yield Remark(code="left-out-summary", fact=_sampled(text.summary))
    yield from text.whole.remarks


def _remarks_of(item: etree._Element) -> Iterator[Remark]:
    attached = list(items.children(item, *_ATTACHED))
    if attached:
        kinds = dict.fromkeys(one.get("type") or one.get("medium") or "?" for one in attached)
        yield Remark(code="left-out-attached", count=len(attached), fact=_sampled(", ".join(kinds)))
    said = next(items.written_moments(item), "")
    if said and moment(said) is None:
        yield Remark(code="unread-date", fact=_sampled(said))


def _sampled(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SAMPLE else f"{line[:_SAMPLE]}…"
