"""E-books: EPUB, one article a book, its chapters in the order they are read in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from pressmark.articles.decoding import decode
from pressmark.articles.extract import Found, Wishes
from pressmark.articles.office.document import Document, Properties, one_line
from pressmark.articles.office.names import shorten
from pressmark.articles.office.package import DUBLIN_CORE
from pressmark.articles.office.pages import read_page
from pressmark.articles.packed import Packed
from pressmark.articles.safe_xml import parse_xml
from pressmark.articles.web.tree import parsed
from pressmark.errors import ArticleFileError

_PREFIXES = {
    "urn:oasis:names:tc:opendocument:xmlns:container": "",
    "http://www.idpf.org/2007/opf": "opf",
    "http://www.w3.org/2001/04/xmlenc#": "enc",
    **DUBLIN_CORE,
}
_FONTS_ONLY = frozenset({"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"})
_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})
_CLOSED = re.compile(
    r"<(?!(?:br|hr|img|col|area|base|link|meta|input|wbr)\b)(\w+)((?:\s[^<>]*)?)/>"
)
"""Elements that end where they begin: in HTML, as which pages are read, they would go on."""
_DATE = re.compile(r"[12]\d{3}(?:-\d\d(?:-\d\d)?)?")


@dataclass(frozen=True, slots=True)
class _Item:
    """A part of the book that is read: its name in the zip, and whether it says where to look."""

    name: str
    is_page: bool
    is_contents: bool


def read_epub(data: bytes, wishes: Wishes) -> Iterator[Found]:
    """Take the text of a book; tables of contents, which only lead to it, are left out.

    ArticleFileError `empty`, `damaged`, `entities`, `too-much`, `encrypted` where there is a lock
    on more than fonts.
    """
    packed = Packed(data)
    _refuse_locks(packed)
    name, book = _book(packed)
    document = Document()
    for item in dict.fromkeys(_spine(book, dirname(name))):  # a part is read once
        if item.is_contents:
            document.remarks["left-out-navigation"] += 1
        elif item.is_page:
            _read_chapter(document, packed, item.name)
        else:
            document.remarks["left-out-pictures"] += 1
    if not document.blocks and document.remarks["left-out-chapters"]:
        raise ArticleFileError("damaged")
    yield document.extract("epub", _properties(book), wishes, between="\n\n")


def _tree(data: bytes) -> Element:
    root = parse_xml(data)
    shorten(root, _PREFIXES)
    return root


def _refuse_locks(packed: Packed) -> None:
    data = packed.read_named("META-INF/encryption.xml")
    for method in _tree(data).iter("enc:EncryptionMethod") if data else ():
        if method.get("?:Algorithm") not in _FONTS_ONLY:
            raise ArticleFileError("encrypted")


def _book(packed: Packed) -> tuple[str, Element]:
    """Return the description of the book, and its name in the zip."""
    container = packed.read_named("META-INF/container.xml")
    roots = _tree(container).iter("rootfile") if container else ()
    named = [one.get("?:full-path", "") for one in roots]
    named += [entry.name for entry in packed.entries if entry.name.lower().endswith(".opf")]
    for name in named:
        data = packed.read_named(name)
        if data is not None:
            return name, _tree(data)
    raise ArticleFileError("damaged")


def _spine(book: Element, folder: str) -> Iterator[_Item]:
    """Yield the parts of a book in the order they are read in."""
    manifest = {one.get("?:id"): one for one in book.iter("opf:item")}
    contents = {
        _place(one, folder)
        for one in book.iter("opf:reference")
        if one.get("?:type", "").lower() == "toc"
    }
    for reference in book.iter("opf:itemref"):
        item = manifest.get(reference.get("?:idref"))
        if item is not None:
            name = _place(item, folder)
            leads = "nav" in item.get("?:properties", "").split()
            yield _Item(name, item.get("?:media-type") in _PAGES, leads or name in contents)


def _place(element: Element, folder: str) -> str:
    return normpath(join(folder, unquote(element.get("?:href", "").partition("#")[0])))


def _read_chapter(document: Document, packed: Packed, name: str) -> None:
    data = packed.read_named(name)
    try:
        page = _CLOSED.sub(r"<\1\2></\1>", decode(data or b"").text)
        root = parsed(page)
    except ArticleFileError:
        document.remarks["left-out-chapters"] += 1
        return
    document.blocks += read_page(document, root)


def _properties(book: Element) -> Properties:
    def said(name: str) -> list[Element]:
        return [one for one in book.iter(name) if (one.text or "").strip()]

    dates = (
        one.text or ""
        for one in said("dc:date")
        if one.get("opf:event", "publication") == "publication"
    )
    found = next((match[0] for date in dates if (match := _DATE.match(date.strip()))), "")
    authors = dict.fromkeys(one_line(one.text) for one in said("dc:creator"))
    return Properties(
        title=next((one_line(one.text) for one in said("dc:title")), ""),
        byline=", ".join(authors),
        published=found,
        language=next((one.text or "" for one in said("dc:language")), ""),
        keywords=tuple(dict.fromkeys(one_line(one.text) for one in said("dc:subject"))),
    )
