"""The kinds of file that articles come in, and which one a file is: by content, then by name."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import cast

from pressmark.articles.extract import Found, Reader, Wishes
from pressmark.errors import ArticleFileError
from pressmark.phrases import phrase

_HEAD = 4096
"""How many bytes of a file are looked at to tell text of one kind from that of another."""
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_GZIP = b"\x1f\x8b"
_WITH_GZIP_HEADER = 31  # zlib's word for it
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIL_FIELD = re.compile(
    rb"^(?:from|to|subject|date|message-id|received|mime-version|return-path|delivered-to):",
    re.IGNORECASE | re.MULTILINE,
)
_SENT = re.compile(rb"^(?:to|received|return-path|delivered-to):", re.IGNORECASE | re.MULTILINE)
"""What saved pages, which else are as mails of HTML with pictures, do not have."""
_MAILBOX = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\n]*\d\d:\d\d[^\n]*\n[!-9;-~]+:")
_ROOT = re.compile(  # of XML: what comes before it is passed over
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?>\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)*+"
    rb"<(?:\w+:)?(rss|feed|rdf|opml)[\s>/]",
    re.IGNORECASE | re.DOTALL,
)
_FLAT_ODT = re.compile(rb"<office:document\s")
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|title)[\s>]", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleKind:
    """A kind of file: its id, what it is called, how names end, and where its reader is.

    `reader` is `module.function` in this package, imported when it is needed. `many` says that
    one file may hold several articles. What is `plain` is read in the program itself, everything
    else in a process of its own.
    """

    id: str
    title: str
    suffixes: tuple[str, ...]
    reader: str
    many: bool = False
    plain: bool = False

    def read(self, data: bytes, wishes: Wishes) -> Iterator[Found]:
        """Yield what a file holds, part by part; ArticleFileError where nothing can come in."""
        module, _, function = self.reader.rpartition(".")
        reader = cast("Reader", getattr(import_module(f"pressmark.articles.{module}"), function))
        return reader(data, wishes)


KINDS = (
    ArticleKind(
        id="text",
        title=phrase("Plain text"),
        suffixes=(".txt", ".text", ".md", ".srt"),
        reader="plain_text.read_text",
        plain=True,
    ),
    ArticleKind(
        id="html",
        title=phrase("Web page"),
        suffixes=(".html", ".htm", ".xhtml"),
        reader="web.page.read_page",
    ),
    ArticleKind(
        id="mhtml",
        title=phrase("Web page in one file"),
        suffixes=(".mhtml", ".mht"),
        reader="web.mhtml.read_mhtml",
    ),
    ArticleKind(
        id="clipboard",
        title=phrase("Clipboard"),
        suffixes=(),
        reader="web.clipboard.read_clipboard",
    ),
    ArticleKind(id="pdf", title=phrase("PDF"), suffixes=(".pdf",), reader="pdf.reading.read_pdf"),
    ArticleKind(
        id="docx",
        title=phrase("Word"),
        suffixes=(".docx", ".docm", ".dotx", ".dotm"),
        reader="office.docx.read_docx",
    ),
    ArticleKind(
        id="odt",
        title=phrase("OpenDocument text"),
        suffixes=(".odt", ".ott", ".fodt"),
        reader="office.odt.read_odt",
    ),
    ArticleKind(id="rtf", title=phrase("RTF"), suffixes=(".rtf",), reader="office.rtf.read_rtf"),
    ArticleKind(
        id="epub", title=phrase("E-book"), suffixes=(".epub",), reader="office.epub.read_epub"
    ),
    ArticleKind(id="eml", title=phrase("Mail"), suffixes=(".eml",), reader="mail.eml.read_eml"),
    ArticleKind(
        id="mbox",
        title=phrase("Mailbox"),
        suffixes=(".mbox",),
        reader="mail.mbox.read_mbox",
        many=True,
    ),
    ArticleKind(
        id="msg", title=phrase("Mail of Outlook"), suffixes=(".msg",), reader="mail.msg.read_msg"
    ),
    ArticleKind(
        id="feed",
        title=phrase("Feed"),
        suffixes=(".rss", ".atom", ".rdf"),
        reader="feeds.read_feed",
        many=True,
    ),
    ArticleKind(
        id="csv",
        title=phrase("Table"),
        suffixes=(".csv", ".tsv", ".tab"),
        reader="tables.reading.read_csv",
        many=True,
    ),
    ArticleKind(
        id="xlsx",
        title=phrase("Spreadsheet"),
        suffixes=(".xlsx",),
        reader="tables.reading.read_xlsx",
        many=True,
    ),
    ArticleKind(
        id="jsonl",
        title=phrase("Lines of JSON"),
        suffixes=(".jsonl", ".ndjson", ".json"),
        reader="tables.reading.read_jsonl",
        many=True,
    ),
    ArticleKind(
        id="zip", title=phrase("Zip"), suffixes=(".zip",), reader="archives.read_zip", many=True
    ),
    ArticleKind(
        id="warc",
        title=phrase("Web archive"),
        suffixes=(".warc", ".warc.gz"),
        reader="warc.read_warc",
        many=True,
    ),
)
_COLUMNS = tuple(  # only those of a table are asked for: `tables.asking`
    ArticleKind(id=f"{kind}-columns", title="", suffixes=(), reader="tables.asking.read_columns")
    for kind in ("csv", "xlsx", "jsonl")
)
_BY_ID = {kind.id: kind for kind in (*KINDS, *_COLUMNS)}
SUFFIXES = tuple(suffix for kind in KINDS for suffix in kind.suffixes)
"""How the names of files that articles come in end."""


def kind_by_id(kind_id: str) -> ArticleKind | None:
    """Return a kind by its id."""
    return _BY_ID.get(kind_id)


def kind_of(data: bytes, name: str) -> ArticleKind:
    """Return what kind of file these bytes are: what they say themselves, else what `name` says.

    ArticleFileError `unsupported` for kinds that are known and not read, `encrypted` for Office
    files with a password; what nothing is known of is tried as text.
    """
    found = _packed(data, name) or _begun(data) or _written(data) or _named(name)
    if found in _UNSUPPORTED:
        kind, instead = _UNSUPPORTED[found]
        raise ArticleFileError("unsupported", kind=kind, instead=instead)
    return _BY_ID.get(found, _BY_ID["text"])


_BEGINNINGS = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"WARC/1.", "warc"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"BZh9", "bzip2"),
    (b"\xfd7zXZ\0", "xz"),
)
_FIRST_ENTRIES = (  # stored as they are, so that they can be seen
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "odt"),
    (b"mimetypeapplication/epub+zip", "epub"),
)
_MAIN_ENTRIES = {b"word/document": "docx", b"xl/workbook": "xlsx", b"ppt/presentation": "pptx"}
_MAIN_ENTRY = re.compile(  # in the directory of the zip: other zips may lie in it
    rb"PK\x01\x02.{42}(" + b"|".join(_MAIN_ENTRIES) + rb")\d*\.xml", re.DOTALL | re.IGNORECASE
)
_ZIPPED = ("docx", "odt", "epub", "xlsx")
_UNSUPPORTED = {
    "doc": (phrase("an old Word or Office file"), "DOCX"),
    "gzip": (phrase("a gzip archive"), "ZIP"),
    "rar": (phrase("a RAR archive"), "ZIP"),
    "7z": (phrase("a 7-Zip archive"), "ZIP"),
    "bzip2": (phrase("a bzip2 archive"), "ZIP"),
    "xz": (phrase("an xz archive"), "ZIP"),
    "pptx": (phrase("a presentation"), "PDF"),
    "opml": (phrase("a list of feeds (OPML)"), "RSS"),
}


def _packed(data: bytes, name: str) -> str:
    """Return which zip, Outlook file or gzip this is, if it is one."""
    if data.startswith(_ZIP):
        named = _named(name)
        return _zipped(data) or (named if named in _ZIPPED else "zip")
    if data.startswith(_OLE):
        if "__substg1.0".encode("utf-16-le") in data:
            return "msg"
        if "EncryptedPackage".encode("utf-16-le") in data:  # DOCX and XLSX with a password
            raise ArticleFileError("encrypted")
        return "doc"
    if data.startswith(_GZIP):
        try:
            begins = zlib.decompressobj(_WITH_GZIP_HEADER).decompress(data[:_HEAD], _HEAD)
        except zlib.error:
            begins = b""
        return "warc" if begins.startswith(b"WARC/") else "gzip"
    return ""


def _zipped(data: bytes) -> str:
    """Return which document is in a zip, "" where it is a zip of anything."""
    for sign, kind in _FIRST_ENTRIES:
        if sign in data[:128]:
            return kind
    end = data.rfind(b"PK\x05\x06")
    directory = int.from_bytes(data[end + 12 : end + 16], "little")
    main = _MAIN_ENTRY.search(data, max(0, end - directory), max(0, end))
    return _MAIN_ENTRIES[main[1].lower()] if main else ""


def _begun(data: bytes) -> str:
    return next((kind for sign, kind in _BEGINNINGS if data.lstrip()[:16].startswith(sign)), "")


def _written(data: bytes) -> str:
    """Return which kind of marked-up text this looks like."""
    head = data[:_HEAD].replace(b"\0", b"")  # UTF-16 looks like ASCII then
    fields = head.replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    mail = len(_MAIL_FIELD.findall(fields)) > 1
    if mail and data.startswith(b"From ") and len(_MAILBOX.findall(data)) > 1:
        return "mbox"
    if mail:
        is_page = b"multipart/related" in head and b"text/html" in head
        return "mhtml" if is_page and not _SENT.search(fields) else "eml"
    root = _ROOT.match(head)
    if root:
        return "opml" if root[1].lower() == b"opml" else "feed"
    if _FLAT_ODT.search(head):
        return "odt"
    return "html" if _PAGE.search(head) else ""


def _named(name: str) -> str:
    lower = PurePath(name.lower()).name
    named = [kind.id for kind in KINDS if lower.endswith(kind.suffixes)]
    return named[0] if named else "text"
