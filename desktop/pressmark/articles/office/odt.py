"""OpenDocument texts and templates, packed or flat: ODT, OTT, FODT."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from pressmark.articles.extract import Found, Wishes
from pressmark.articles.office.document import Document, Properties, one_line
from pressmark.articles.office.names import shorten
from pressmark.articles.office.odf_body import OdfBody
from pressmark.articles.office.odf_styles import Styles
from pressmark.articles.packed import Packed
from pressmark.articles.safe_xml import parse_xml
from pressmark.errors import ArticleFileError
from pressmark.phrases import phrase

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_PREFIXES = {
    f"{_OASIS}:text:1.0": "",
    f"{_OASIS}:office:1.0": "office",
    f"{_OASIS}:style:1.0": "style",
    f"{_OASIS}:table:1.0": "table",
    f"{_OASIS}:drawing:1.0": "draw",
    f"{_OASIS}:meta:1.0": "meta",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
_PARTS = ("styles.xml", "meta.xml", "content.xml")
_MACROS = ("basic/", "scripts/")
_HEADERS = tuple(
    f"style:{where}{which}"
    for where in ("header", "footer")
    for which in ("", "-left", "-first")
)  # fmt: skip


def read_odt(data: bytes, wishes: Wishes) -> Iterator[Found]:
    """Take the text of an OpenDocument file as it reads once all tracked changes are accepted.

    ArticleFileError `empty`, `damaged`, `entities`, `encrypted`, `too-much`, `unsupported`.
    """
    document = Document()
    if data.startswith(b"PK"):
        packed = Packed(data)
        roots = list(_parts(packed))
        macros = any(entry.name.lower().startswith(_MACROS) for entry in packed.entries)
        document.remarks["left-out-macros"] = int(macros)
    else:
        roots = [_tree(data)]
    content = roots[-1].find("office:body")
    if content is None:
        raise ArticleFileError("damaged")
    text = content.find("office:text")
    if text is None:
        raise ArticleFileError(
            "unsupported", kind=phrase("no text but another document"), instead="ODT"
        )
    document.blocks = OdfBody(document, Styles.read(roots)).blocks(text)
    document.remarks["left-out-headers"] = sum(
        any("".join(one.itertext()).strip() for one in root.iter(name))
        for root in roots
        for name in _HEADERS
    )
    yield document.extract("odt", _properties(roots), wishes)


def _parts(packed: Packed) -> Iterator[Element]:
    """Yield the roots of the parts that there are, the content's last."""
    if b"encryption-data" in (packed.read_named("META-INF/manifest.xml") or b""):
        raise ArticleFileError("encrypted")
    if packed.find("content.xml") is None:
        raise ArticleFileError("damaged")
    for name in _PARTS:
        data = packed.read_named(name)
        if data is not None:
            yield _tree(data)


def _tree(data: bytes) -> Element:
    root = parse_xml(data)
    shorten(root, _PREFIXES)
    return root


def _properties(roots: list[Element]) -> Properties:
    metas = [one for root in roots for meta in root.iter("office:meta") for one in meta]
    said = {one.tag: one.text or "" for one in metas}
    keywords = (one_line(one.text) for one in metas if one.tag == "meta:keyword")
    return Properties(
        title=one_line(said.get("dc:title")),
        byline=one_line(said.get("meta:initial-creator") or said.get("dc:creator")),
        language=said.get("dc:language", ""),
        keywords=tuple(dict.fromkeys(word for word in keywords if word)),
    )
