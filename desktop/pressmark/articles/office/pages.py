"""Pages of HTML within documents: the chapters of books, and what Word files hold as it came."""

from email import message_from_bytes

from lxml.html import HtmlElement

from pressmark.articles.decoding import decode
from pressmark.articles.office.blocks import HIDDEN, Block, Paragraph, Run
from pressmark.articles.office.document import Document, noted, one_line
from pressmark.articles.office.rtf_body import RtfBody
from pressmark.articles.web.blocks import blocks_of
from pressmark.articles.web.tree import parsed


def read_page(document: Document, root: HtmlElement) -> list[Block]:
    """Return the blocks of a page; what of it stays behind is counted in the document."""
    document.remarks["left-out-pictures"] += sum(1 for _ in root.iter("img", "image"))
    document.remarks["left-out-equations"] += sum(1 for _ in root.iter("math"))
    found: list[Block] = []
    for block in blocks_of(root):
        run = Run(block.whole, HIDDEN if block.hidden else "")
        last = found[-1] if block.tight and found else None
        if isinstance(last, Paragraph):
            last.runs.extend((Run("\n"), run))
        else:
            found.append(Paragraph([run]))
        if block.kind == "heading" and not document.heading:
            document.heading = one_line(block.text)
    return found


def read_chunk(document: Document, data: bytes) -> list[Block]:
    """Return the blocks of a piece in another format: RTF, HTML, a page in one file, plain text.

    ArticleFileError where it is none of these.
    """
    if data.lstrip().startswith(b"{\\rtf"):
        inner = Document()
        RtfBody(inner).read(data)
        document.remarks += inner.remarks
        return inner.blocks + noted(inner.notes)
    if data.lstrip()[:13].lower() == b"mime-version:":
        data = _page_in(data)
    text = decode(data).text
    if "<" not in text:
        return [Paragraph([Run(line)]) for line in text.split("\n")]
    return read_page(document, parsed(text))


def _page_in(data: bytes) -> bytes:
    for part in message_from_bytes(data).walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            return content if isinstance(content, bytes) else b""
    return b""
