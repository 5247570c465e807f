"""What a page says of its article: headline, writer, source, time, address, language, keywords.

What is written for machines goes before what can be guessed from the layout, and nothing is made
up: where a page gives no time, there is none.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from pressmark.articles.moments import moment
from pressmark.articles.web.blocks import Block, key_of
from pressmark.articles.web.json_ld import Facts, names

_PUBLISHED = (
    *("article:published_time", "datepublished", "og:published_time", "article.published"),
    *("parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date"),
    *("dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created"),
    *("citation_publication_date", "article:published", "originalpublicationdate", "date"),
)
_WRITERS = ("author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator")
_SAVED = re.compile(r"<!--\s*saved from url=\(\d+\)(\S{1,2000}?)\s*-->")
_SINGLE_FILE = re.compile(r"Page saved with SingleFile\s+url:\s*(\S{1,2000})")
_WRITER = re.compile(r"(?:^|\s)(?:byline|author|author-name)(?:\s|$)", re.IGNORECASE)
_TIME = re.compile(r"(?:^|[\s_-])(?:publish\w*|entry-date|posted)(?:$|[\s_-])", re.IGNORECASE)
_NAME = re.compile(r"[^\d|:@]{2,100}")
_BY = re.compile(r"\s*(?:by|von|par|por|di|від|автор)(?:\s*:\s*|\s+)", re.IGNORECASE)
_SITE = re.compile(r"\s+[|–—·»:-]+\s+|\s*\|\s*")
_KEYWORDS = ("article:tag", "news_keywords", "keywords")
_COMMA = re.compile("[,;،、，]")
_PARTS = re.compile(r"[|•·—–]|^[^\d]{3,}[,:] ")
_NEAR, _SHORT = 6, 60
"""How near to the headline a date stands, in blocks, and how short what it stands in is."""
_MOST_KEYWORDS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class PageHead:
    """What is known of a page's article besides its text: empty is not known.

    `languages` are what the page says that it is in, the best first.
    """

    title: str | None
    byline: str | None
    source: str | None
    published: str | None
    url: str | None
    languages: tuple[str, ...]
    keywords: tuple[str, ...]

    @property
    def is_front(self) -> bool:
        """Whether the address is that of a whole site: its page has no article of its own."""
        parts = urlsplit(self.url or "")
        return bool(parts.hostname) and parts.path in ("", "/") and not parts.query


def head_of(
    root: HtmlElement, page: str, facts: Facts, blocks: Sequence[Block], address: str
) -> PageHead:
    """Return what a page says; `page` is its markup, `address` where it was found, if known."""
    meta = _meta(root)
    url = address or _address(root, page, meta, facts)
    source = _first(
        names(facts.get("publisher")),
        meta.get("og:site_name", ()),
        meta.get("application-name", ()),
    )
    title = _title(root, meta, facts, blocks, source)
    return PageHead(
        title=title,
        byline=_byline(root, meta, facts),
        source=source or (urlsplit(url).hostname or "").removeprefix("www.") or None,
        published=_published(root, meta, facts)
        or _printed_date(blocks, title)
        or _found_date(root, url or None),
        url=url or None,
        languages=_languages(root, meta, facts),
        keywords=_keywords(meta, facts),
    )


Meta = dict[str, list[str]]


def _meta(root: HtmlElement) -> Meta:
    """Return the values of the page's meta elements by their names, in small letters."""
    found: Meta = {}
    for element in root.iter("meta"):
        value = _plain(element.get("content"))
        for attribute in ("property", "name", "http-equiv"):
            name = element.get(attribute)
            if name and value:
                found.setdefault(name.strip().lower(), []).append(value)
    marked = [one for one in root.iter("meta") if one.get("itemprop")]
    count = Counter(one.get("itemprop") for one in marked)
    for element in marked:
        if count[element.get("itemprop")] == 1:  # more of them are of other articles
            name, value = element.get("itemprop", "").lower(), _plain(element.get("content"))
            found.setdefault(name, []).append(value)
    return found


def _title(
    root: HtmlElement, meta: Meta, facts: Facts, blocks: Iterable[Block], source: str | None
) -> str | None:
    """Return the headline as printed, where a heading is most of what machines are told."""
    shared = (*meta.get("og:title", ()), *meta.get("twitter:title", ()))
    told = [*names(facts.get("headline")), *shared, _plain(root.findtext(".//title"))]
    bare = [_without_site(one, source) for one in told if one]
    headings = [" ".join(one.text.split()) for one in blocks if one.kind == "heading"]
    for heading in headings:
        key = key_of(heading)
        if key and any(key in (known := key_of(one)) and 2 * len(key) > len(known) for one in bare):
            return heading
    printed = [" ".join(one.text.split()) for one in blocks if one.element.tag == "h1"]
    longer = [one for one in printed if any(_goes_on(one, known) for known in bare)]
    return next(iter((*longer, *bare, *printed)), None)


def _goes_on(heading: str, title: str) -> bool:
    """Say whether a heading says all that a title does and more, other than the name of a site."""
    rest = heading.removeprefix(title)
    return bool(title) and rest != heading and bool(rest) and _SITE.match(rest) is None


def _without_site(title: str, source: str | None) -> str:
    """Return a page's title without the name of the site that many put behind it."""
    rest, sign, site = _last_part(title)
    if not rest:
        return title
    is_site = source is not None and key_of(source).startswith(key_of(site))
    return rest if is_site or (sign == "|" and 3 * len(site) < len(rest)) else title


def _last_part(title: str) -> tuple[str, str, str]:
    """Return what stands before and behind the last sign that parts a title, and the sign."""
    signs = list(_SITE.finditer(title))
    if not signs:
        return "", "", ""
    return title[: signs[-1].start()], signs[-1][0].strip(), title[signs[-1].end() :]


def _byline(root: HtmlElement, meta: Meta, facts: Facts) -> str | None:
    told = names(facts.get("author")) or names(facts.get("creator"))
    written = [one for name in _WRITERS for one in meta.get(name, ()) if "://" not in one]
    elements = list(root.iter("a", "span", "div", "p", "address", "em", "cite"))
    marked = [one for one in elements if "author" in (one.get("rel"), one.get("itemprop"))]
    classed = [one for one in elements if _WRITER.search(one.get("class", ""))]
    shown = [_plain(str(one.text_content())) for one in (*marked, *classed[:1])]
    for writers in (told, written[:1], shown[: max(1, len(marked))]):
        fit = [_BY.sub("", one, count=1) for one in writers]
        fit = [one for one in dict.fromkeys(fit) if _NAME.fullmatch(one)]
        if fit:
            return ", ".join(fit[:8])
    return None


def _published(root: HtmlElement, meta: Meta, facts: Facts) -> str | None:
    told = [facts.get("datePublished"), *(one for name in _PUBLISHED for one in meta.get(name, ()))]
    shown = [
        element.get("datetime")
        for element in root.iter("time")
        if element.get("pubdate") is not None
        or element.get("itemprop") == "datePublished"
        or _TIME.search(element.get("class", ""))
    ]
    for one in (*told, *shown):
        if isinstance(one, str) and (known := moment(one)):
            return known
    return None


def _found_date(root: HtmlElement, url: str | None) -> str | None:
    """Return the day that is found in the markup or the address, where no place for it is known."""
    from htmldate import find_date  # noqa: PLC0415 -- a third of a second that only pages need

    latest = date.max.replace(year=2100).isoformat()
    return find_date(root, original_date=True, extensive_search=False, url=url, max_date=latest)


def _printed_date(blocks: Sequence[Block], title: str | None) -> str | None:
    """Return the day that is printed near the headline, if one is."""
    heading = key_of(title or "")
    at = next((at for at, one in enumerate(blocks) if heading and one.key == heading), None)
    if at is None:
        return None
    near = (one.text for one in blocks[max(0, at - _NEAR) : at + _NEAR] if len(one.text) < _SHORT)
    days = (moment(part) for text in near for part in _PARTS.split(text))
    return next((day for day in days if day and len(day) >= len("2024-05-31")), None)


def _address(root: HtmlElement, page: str, meta: Meta, facts: Facts) -> str:
    """Return where the page is on the web, as far as it says so itself."""
    links = {
        rel: element.get("href", "")
        for element in root.iter("link")
        for rel in (element.get("rel") or "").lower().split()
    }
    saved = _SAVED.search(page) or _SINGLE_FILE.search(page)
    base = next((one.get("href", "") for one in root.iter("base")), "")
    entity = facts.get("mainEntityOfPage")
    entity = entity.get("@id") if isinstance(entity, dict) else entity
    candidates = (
        *(links.get("canonical"), *meta.get("og:url", ()), saved and saved[1]),
        *(facts.get("url"), entity, links.get("amphtml"), base),
    )
    return next(filter(None, map(_web_address, candidates)), "")


def _web_address(value: object) -> str:
    text = value.strip() if isinstance(value, str) else ""
    text = f"https:{text}" if text.startswith("//") else text
    return text if text.startswith(("http://", "https://")) and " " not in text else ""


def _languages(root: HtmlElement, meta: Meta, facts: Facts) -> tuple[str, ...]:
    names_of = (*names(facts.get("inLanguage")), *meta.get("content-language", ()))
    told = (root.get("lang"), root.get("xml:lang"), *names_of, *meta.get("og:locale", ()))
    return tuple(filter(None, told))


def _keywords(meta: Meta, facts: Facts) -> tuple[str, ...]:
    told = [*names(facts.get("keywords"))]
    rows = told or next(filter(None, (meta.get(name) for name in _KEYWORDS)), [])
    words = rows if len(rows) > 1 else [word.strip() for row in rows for word in _COMMA.split(row)]
    return tuple(dict.fromkeys(filter(None, words)))[:_MOST_KEYWORDS]


def _first(*many: Iterable[str]) -> str | None:
    return next((one for values in many for one in values if one), None)


def _plain(value: str | None) -> str:
    return re.sub(r"[ \t\r\n\f]+", " ", value or "").strip()
