"""Web pages in one file with their pictures and styles, as browsers save them: MHTML."""

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import Message

from pressmark.articles.extract import Found, Wishes
from pressmark.articles.web.page import page_extract
from pressmark.errors import ArticleFileError

_PAGES = ("text/html", "application/xhtml+xml")


def read_mhtml(data: bytes, wishes: Wishes) -> Iterator[Found]:
    """Take the article out of the page that a file was made of.

    ArticleFileError `no-article` where there is none in it, and those of pages.
    """
    message = message_from_bytes(data)
    page = _root(message)
    if page is None:
        raise ArticleFileError("no-article")
    content = page.get_payload(decode=True)
    address = page.get("Content-Location") or message.get("Snapshot-Content-Location") or ""
    yield replace(
        page_extract(
            content if isinstance(content, bytes) else b"",
            wishes,
            charset=page.get_content_charset() or "",
            address=address if address.startswith(("http://", "https://")) else "",
            sheets=_sheets(message),
        ),
        kind="mhtml",
    )


def _root(message: Message) -> Message | None:
    """Return the part that is the page: the one that the file names, or else the first."""
    pages = [part for part in message.walk() if part.get_content_type() in _PAGES]
    start = message.get_param("start")
    named = [part for part in pages if part.get("Content-ID") == start]
    return next(iter(named if start and named else pages), None)


def _sheets(message: Message) -> dict[str, str]:
    """Return the style sheets that were saved along, by their addresses."""
    found: dict[str, str] = {}
    for part in message.walk():
        if part.get_content_type() == "text/css":
            content = part.get_payload(decode=True)
            text = content.decode("utf-8", "replace") if isinstance(content, bytes) else ""
            found[f"cid:{part.get('Content-ID', '').strip('<> ')}"] = text
            found[part.get("Content-Location", "")] = text
    return found
