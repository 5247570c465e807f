"""What stands in an article besides its words: pictures, films, formulas, forms, where links lead.

None of it becomes text; each is counted, and what tells something of it is named.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from pressmark.articles.extract import Remark
from pressmark.articles.web.blocks import key_of
from pressmark.articles.web.hidden import is_hidden

_SMALL = 64
"""How many pixels wide or high a picture is at most that is there for decoration."""
_TELLING = 3
"""How many letters a description has at least that describes something."""
_NAMED, _LONGEST = 4, 80
"""How many things are named at most, and how long each of them."""
_PICTURES = ("img", "video", "audio", "canvas", "svg")
_WRITTEN = ("text", "search", "url", "email", "number", "tel", "date")
_ADDRESS = re.compile(r"(?:https?://)?((?:[\w-]+\.)+[^\W\d_]{2,})(?:[:/?#]\S*)?", re.IGNORECASE)

Meant = Callable[[HtmlElement], bool]
"""Says whether an element stands in the article, and not only beside it."""


def unwritten_in(home: HtmlElement, text: str, host: str, is_meant: Meant) -> Iterator[Remark]:
    """Yield what there is in an element besides `text`; `host` is where the page itself is from."""
    pictures = _pictures(home)
    yield from described(pictures, text)
    yield from _counted("left-out-pictures", len(pictures) - len(_descriptions(pictures, text)))
    yield from _counted("left-out-objects", sum(1 for _ in _embedded(home)))
    yield from _counted("left-out-equations", sum(1 for _ in home.iter("math")))
    yield from _named("left-out-choices", _choices(home))
    yield from _named("left-out-links", _links(home, host, is_meant))


def unwritten_in_mail(root: HtmlElement, text: str) -> Iterator[Remark]:
    """Yield what there is in the HTML of a mail; the pictures that came with it are parts of it."""
    yield from described(_pictures(root), text)
    remote = [_host(one.get("src", "")) for one in root.iter("img")]
    yield from _named("remote-pictures", filter(None, remote))
    yield from _counted("left-out-objects", sum(1 for _ in _embedded(root)))
    yield from _named("left-out-choices", _choices(root))
    yield from _named("left-out-links", _links(root, "", lambda link: not _is_disguised(link)))
    yield from _named("disguised-links", _disguised(root))


def described(pictures: Iterable[HtmlElement], text: str) -> Iterator[Remark]:
    """Yield what is said of pictures for those who do not see them, and not in the text."""
    yield from _named("left-out-described", _descriptions(pictures, text))


def _links(home: HtmlElement, host: str, is_meant: Meant) -> Iterator[str]:
    """Yield where links lead that do not say it, if it is another site."""
    for link in home.iter("a"):
        target, words = _target(link.get("href", "")), str(link.text_content())
        is_said = not target or not words.strip() or target in words
        if not (is_said or _is_same(target, host) or _is_unseen(link)) and is_meant(link):
            yield target


def _disguised(root: HtmlElement) -> Iterator[str]:
    """Yield the addresses that links show, and the others that they lead to."""
    for link in filter(_is_disguised, root.iter("a")):
        yield f"{str(link.text_content()).strip()} → {_target(link.get('href', ''))}"


def _is_disguised(link: HtmlElement) -> bool:
    target = _target(link.get("href", ""))
    shown = _ADDRESS.fullmatch(str(link.text_content()).strip())
    return bool(target) and shown is not None and not _is_same(shown[1], target)


def _pictures(home: HtmlElement) -> list[HtmlElement]:
    """Return the pictures, films and sounds in an element that are no mere signs."""
    return [
        one
        for one in home.iter(*_PICTURES)
        if not (_is_small(one) or any(around.tag == "noscript" for around in one.iterancestors()))
        and (one.tag != "svg" or next(one.iter("text"), None) is not None)
    ]


def _descriptions(pictures: Iterable[HtmlElement], text: str) -> list[str]:
    known, found = key_of(text), list[str]()
    for one in pictures:
        words = " ".join(one.get("alt", "").split())
        if len(key_of(words)) >= _TELLING and key_of(words) not in known:
            found.append(words)
    return found


def _embedded(home: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the films, posts and pages of others that an element shows, but for its counters."""
    for one in home.iter("iframe", "object", "embed", "applet"):
        is_inner = one.getparent().tag in ("object", "applet")
        if not (_is_small(one) or is_hidden(one) or is_inner):
            yield one


def _choices(home: HtmlElement) -> Iterator[str]:
    """Yield what stands in the fields of forms."""
    for one in home.iter("option", "textarea", "input"):
        is_field = one.tag != "input" or one.get("type", "text").lower() in _WRITTEN
        written = one.get("value", "") if one.tag == "input" else str(one.text_content())
        if is_field and written.strip() and not _is_unseen(one):
            yield " ".join(written.split())


def _counted(code: str, count: int) -> Iterator[Remark]:
    if count:
        yield Remark(code=code, count=count)


def _named(code: str, facts: Iterable[str]) -> Iterator[Remark]:
    """Yield a remark that names the first few of what it counts, each once."""
    found = list(facts)
    names = list(dict.fromkeys(found))
    shown = [one if len(one) <= _LONGEST else f"{one[:_LONGEST]}…" for one in names[:_NAMED]]
    if found:
        rest = ["…"] if len(names) > _NAMED else []
        yield Remark(code=code, count=len(found), fact=", ".join([*shown, *rest]))


def _target(address: str) -> str:
    """Return the host that an address is of, or who gets the mail; empty where it is neither."""
    address = address.strip()
    if address.lower().startswith("mailto:"):
        return unquote(address[7:].partition("?")[0]).strip()
    return _host(address)


def _host(address: str) -> str:
    if not address.lower().startswith(("http://", "https://", "//")):
        return ""
    try:
        host = urlsplit(address.strip()).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def _is_same(one: str, other: str) -> bool:
    """Say whether two hosts are one site, as far as their names tell."""
    first, second = (host.casefold().removeprefix("www.") for host in (one, other))
    return first == second or first.endswith(f".{second}") or second.endswith(f".{first}")


def _is_small(picture: HtmlElement) -> bool:
    sides = (picture.get(name, "") for name in ("width", "height"))
    return any(side.isdecimal() and int(side) <= _SMALL for side in sides)


def _is_unseen(element: HtmlElement) -> bool:
    return is_hidden(element) or any(is_hidden(one) for one in element.iterancestors())
