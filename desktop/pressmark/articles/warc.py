"""Web archives (WARC): the pages, PDFs and texts that were saved, in their order."""

import gzip
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import BinaryIO, Protocol, cast
from urllib.parse import unquote, urlsplit

from warcio import archiveiterator, exceptions, statusandheaders  # type: ignore[import-untyped]  # no py.typed

from pressmark.articles.extract import Extract, Found, Remark, Wishes
from pressmark.articles.packed import Allowance
from pressmark.articles.parts import found_in_part, guarded
from pressmark.articles.web.page import page_extract
from pressmark.errors import ArticleFileError
from pressmark.phrases import phrase

_PAGES = ("text/html", "application/xhtml+xml")
_KINDS = {
    "application/pdf": "pdf",
    "text/plain": "text",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/rtf": "rtf",
    "text/rtf": "rtf",
    "application/epub+zip": "epub",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}
"""What is an article besides pages, by its content type."""
_WITH_CONTENT = ("response", "resource", "conversion")
_UNPACKED = ("", "identity", "gzip", "deflate", "x-gzip")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_GOOD = ("", "200", "203", "206")
_SLICE = 1 << 16
_SAMPLE = 3


class _Headers(Protocol):
    def get_header(self, name: str) -> str | None: ...

    def get_statuscode(self) -> str: ...


class _Record(Protocol):
    """A record as warcio has it, which says nothing of types itself."""

    rec_type: str
    rec_headers: _Headers
    http_headers: _Headers | None
    raw_stream: BinaryIO

    def content_stream(self) -> BinaryIO: ...


def read_warc(data: bytes, wishes: Wishes) -> Iterator[Found]:
    """Yield the pages of a web archive, each told by its address.

    What was asked, redirections, errors, pictures and the like are passed over, which the last
    page tells. ArticleFileError `damaged` where nothing can be read, `no-article` where nothing in
    it could be one, `too-much` where it unpacks to more than a zip may.
    """
    left: Counter[str] = Counter()
    held: list[Found] = []
    for found in _pages(data, wishes, left):
        if isinstance(found, Extract):
            yield from held
            held.clear()
        held.append(found)
    if left and held and isinstance(held[0], Extract):
        kinds = ", ".join(f"{kind} ({count})" for kind, count in left.most_common(_SAMPLE))
        remark = Remark(code="left-out-records", count=left.total(), fact=kinds)
        held[0] = replace(held[0], remarks=(*held[0].remarks, remark))
    yield from held


def _pages(data: bytes, wishes: Wishes, left: Counter[str]) -> Iterator[Found]:
    allowance = Allowance()
    for record in _records(data):
        address = record.rec_headers.get_header("WARC-Target-URI") or ""
        why = _passed_over(record)
        if why:
            left[why] += 1
            continue

        def found(record: _Record = record, address: str = address) -> Iterator[Found]:
            yield from _page(record, _payload(record, allowance), address, wishes)

        yield from guarded(found, address)
        if allowance.unpacked > allowance.limits.total:
            raise ArticleFileError("too-much", limit=f"{allowance.limits.total // 2**20} MiB")


def _records(data: bytes) -> Iterator[_Record]:
    """Yield the records; a file that is packed as one piece is read as well as one of many."""
    packed = data.startswith(b"\x1f\x8b")
    stream = gzip.GzipFile(fileobj=BytesIO(data)) if packed else BytesIO(data)
    try:
        yield from cast("Iterator[_Record]", archiveiterator.WARCIterator(stream))
    except (exceptions.ArchiveLoadFailed, statusandheaders.StatusAndHeadersParserException):
        raise ArticleFileError("damaged") from None
    except (zlib.error, EOFError, OSError):
        raise ArticleFileError("damaged") from None
    except (ValueError, AttributeError, TypeError, LookupError):
        raise ArticleFileError("damaged") from None


def _passed_over(record: _Record) -> str:
    """Return what a record is that holds no article; "" for one that may."""
    if record.rec_type not in _WITH_CONTENT:
        return str(record.rec_type)
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    status = record.http_headers.get_statuscode() if record.http_headers else ""
    if status not in _GOOD:
        return f"HTTP {status}"[:20]
    if _path(address).endswith("/robots.txt"):
        return "robots.txt"
    kind = _content_type(record)
    return "" if kind in _PAGES or kind in _KINDS else kind or "?"


def _path(address: str) -> str:
    """Return the path of an address, "" where it is none."""
    try:
        return unquote(urlsplit(address).path)
    except ValueError:
        return ""


def _header(record: _Record, name: str) -> str:
    """Return what the server said, or else the archive, under a name."""
    for headers in (record.http_headers, record.rec_headers):
        if headers and (value := headers.get_header(name)):
            return str(value)
    return ""


def _content_type(record: _Record) -> str:
    return _header(record, "Content-Type").partition(";")[0].strip().lower()


def _payload(record: _Record, allowance: Allowance) -> bytes:
    """Return what the server sent, unpacked and counted."""
    packing = _header(record, "Content-Encoding").strip().lower() if record.http_headers else ""
    if packing not in _UNPACKED:
        raise ArticleFileError("unsupported", kind=phrase("packed in a rare way"), instead="HTML")
    pieces, size = [], 0
    stream = record.content_stream()
    while piece := stream.read(_SLICE):
        size += len(piece)
        allowance.unpack(len(piece))
        if size > allowance.limits.entry:
            raise ArticleFileError("too-much", limit=f"{allowance.limits.entry // 2**20} MiB")
        pieces.append(piece)
    if getattr(record.raw_stream, "limit", 0) > 0:  # the file ends within the record
        raise ArticleFileError("damaged")
    return b"".join(pieces)


def _page(record: _Record, data: bytes, address: str, wishes: Wishes) -> Iterator[Found]:
    if not data.strip():
        raise ArticleFileError("empty")
    kind = _content_type(record)
    if kind in _PAGES:
        charset = _CHARSET.search(_header(record, "Content-Type"))
        named = charset[1] if charset else ""
        page = page_extract(data, wishes, charset=named, address=address)
        found: Iterator[Found] = iter([replace(page, part=address)])
    else:
        name = _path(address).rpartition("/")[2]
        asked = replace(wishes, name=name, kind=_KINDS[kind])
        found = found_in_part(data, asked, address)
    saved = record.rec_headers.get_header("WARC-Date") or ""
    for one in found:
        if isinstance(one, Extract):
            remarks = (*one.remarks, Remark(code="saved-on", fact=saved[:40]))
            yield replace(one, url=one.url or address, remarks=remarks if saved else one.remarks)
        else:
            yield one
