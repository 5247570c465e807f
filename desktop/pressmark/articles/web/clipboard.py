"""HTML that somebody copied: its text with paragraphs, all of it, for they chose it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from pressmark.articles.decoding import decode
from pressmark.articles.extract import Extract, Found, Remark, Wishes
from pressmark.articles.web.blocks import blocks_of
from pressmark.articles.web.layout import Laid, all_laid_out, hidden_kind
from pressmark.articles.web.quoted_mail import QuotedMail
from pressmark.articles.web.tree import parsed
from pressmark.articles.web.unseen import mark_unseen
from pressmark.articles.web.unwritten import unwritten_in, unwritten_in_mail
from pressmark.errors import ArticleFileError

_FRAGMENT = re.compile(r"<!--\s*StartFragment\s*-->(.*?)(?:<!--\s*EndFragment\s*-->|$)", re.DOTALL)
_STYLES = re.compile(r"<style\b.*?</style>", re.DOTALL | re.IGNORECASE)
_HEADER = re.compile(r"\s*Version:[\d.]+\s.*?(?=<)", re.DOTALL)
_SOURCE = re.compile(r"^SourceURL:(https?://\S+)", re.MULTILINE)


def read_clipboard(data: bytes, wishes: Wishes) -> Iterator[Found]:
    """Take what a browser or an office program put on the clipboard as HTML, all of it.

    ArticleFileError `empty` where there is no text, and those of `decode`.
    """
    markup = decode(data, wishes.encoding or None).text
    laid = laid_of(markup)
    if not laid.text:
        raise ArticleFileError("empty")
    header = _HEADER.match(markup)
    source = _SOURCE.search(header[0]) if header else None
    hidden = tuple(zone.span for zone in laid.zones if zone.kind == "hidden")
    told = [Remark(code="hidden-text", count=len(hidden), spans=hidden)] if hidden else []
    yield Extract(
        text=laid.text,
        zones=laid.zones,
        url=source and source[1],
        kind="clipboard",
        remarks=(*told, *laid.unwritten),
    )


def laid_of(markup: str, *, is_mail: bool = False) -> Laid:
    """Return a piece of HTML laid out as text, with its zones, and what in it is no text."""
    fragment = _FRAGMENT.search(markup)
    piece = fragment[1] if fragment else _HEADER.sub("", markup, count=1)
    styles = "".join(_STYLES.findall(markup[: fragment.start()])) if fragment else ""
    try:
        tree = parsed(f"{styles}<div>{piece}</div>")
        is_followed = mark_unseen(tree)
        blocks = blocks_of(tree)
        kind_of = QuotedMail(tree, blocks).kind_of if is_mail else hidden_kind
        laid = all_laid_out(blocks, kind_of)
    except ArticleFileError:
        return Laid("", (), ())
    found = (
        unwritten_in_mail(tree, laid.text)
        if is_mail
        else unwritten_in(tree, laid.text, "", lambda _: True)
    )
    told = () if is_followed else (Remark(code="unread-styles"),)
    return replace(laid, unwritten=(*told, *found))
