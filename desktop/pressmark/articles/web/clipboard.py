"""HTML that somebody copied: its text with paragraphs, all of it, for they chose it."""

import re
from collections.abc import Iterator

from pressmark.articles.decoding import decode
from pressmark.articles.extract import Extract, Found, Remark, Wishes
from pressmark.articles.web.blocks import blocks_of
from pressmark.articles.web.layout import Laid, all_laid_out
from pressmark.articles.web.tree import parsed
from pressmark.articles.web.unseen import mark_unseen
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
    yield Extract(
        text=laid.text,
        zones=laid.zones,
        url=source and source[1],
        kind="clipboard",
        remarks=(Remark(code="hidden-text", count=len(hidden), spans=hidden),) if hidden else (),
    )


def laid_of(markup: str) -> Laid:
    """Return a piece of HTML laid out as text, with its zones."""
    fragment = _FRAGMENT.search(markup)
    piece = fragment[1] if fragment else _HEADER.sub("", markup, count=1)
    styles = "".join(_STYLES.findall(markup[: fragment.start()])) if fragment else ""
    try:
        tree = parsed(f"{styles}<div>{piece}</div>")
        mark_unseen(tree)
        return all_laid_out(blocks_of(tree))
    except ArticleFileError:
        return Laid("", (), ())
