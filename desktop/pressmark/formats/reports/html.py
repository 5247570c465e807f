"""HTML: one page to send to a colleague, marked as on screen; it loads and runs nothing."""

from collections.abc import Iterator

from pressmark.formats.format import EVERYTHING, Format
from pressmark.formats.reports.contents import ReportOptions, blocks, material_of
from pressmark.formats.selection import Selection


def _write(selection: Selection, options: ReportOptions) -> Iterator[bytes]:
    """Yield the head of the page, then block by block, then the end."""
    from pressmark.formats.reports.html_page import HtmlPage  # noqa: PLC0415 -- takes 4 MB

    material = material_of(selection, options)
    page = HtmlPage(material.words)
    yield page.head().encode()
    for block in blocks(material, options):
        # HTML has no NUL; the mark for what could not be shown has its length.
        yield from (piece.replace("\0", "\ufffd").encode() for piece in page.block(block))
    yield page.foot().encode()


HTML = Format(
    id="html",
    name="HTML report",
    about="One page: figures, claims, quotes, the marked text. Opens in any browser, prints well.",
    suffix=".html",
    group="reading",
    holds=EVERYTHING,
    options=ReportOptions,
    write=_write,
)
