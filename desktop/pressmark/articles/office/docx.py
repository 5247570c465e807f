"""Word documents and templates, with macros or without: DOCX, DOCM, DOTX, DOTM."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from pressmark.articles.extract import Found, Wishes
from pressmark.articles.office.blocks import Block
from pressmark.articles.office.document import Document
from pressmark.articles.office.package import Package
from pressmark.articles.office.pages import read_chunk
from pressmark.articles.office.word_body import WordBody
from pressmark.articles.office.word_forms import diagram_words
from pressmark.articles.office.word_lists import Lists
from pressmark.articles.office.word_styles import Styles
from pressmark.articles.packed import Packed
from pressmark.errors import ArticleFileError


def read_docx(data: bytes, wishes: Wishes) -> Iterator[Found]:
    """Take the text of a Word document as it reads once all tracked changes are accepted.

    ArticleFileError `empty`, `damaged`, `entities`, `encrypted`, `too-much`.
    """
    package = Package(Packed(data))
    part = next(package.related("", "officeDocument"), "word/document.xml")
    root = package.tree(part)
    body = None if root is None else root.find("body")
    if body is None:
        raise ArticleFileError("damaged")
    document = Document()
    reader = WordBody(
        document,
        Styles.read(package.related_tree(part, "styles")),
        Lists(package.related_tree(part, "numbering")),
        lambda kind, id_: _part(
            document, package, kind, next(package.related(part, kind, id_), "")
        ),
    )
    document.blocks = reader.blocks(body)
    document.notes = list(_notes(package, part, reader))
    _remark_on_parts(document, package, part)
    yield document.extract("docx", package.properties(), wishes)


def _part(document: Document, package: Package, kind: str, name: str) -> list[Block]:
    """Return the blocks of a part that is a diagram, or in another format."""
    try:
        if kind == "diagramData":
            return list(diagram_words(package.tree(name)))
        return read_chunk(document, package.packed.read_named(name) or b"")
    except ArticleFileError:
        document.remarks["left-out-parts"] += kind != "diagramData"
        return []


def _notes(package: Package, part: str, reader: WordBody) -> Iterator[list[Block]]:
    """Yield the notes that the text refers to, in that order."""
    notes: dict[tuple[str, str], Element] = {}
    for kind in ("footnotes", "endnotes"):
        for element in package.related_tree(part, kind) or ():
            notes[kind, element.get("id", "")] = element
    for reference in list(reader.references):
        note = notes.get(reference)
        yield [] if note is None else reader.blocks(note)


def _remark_on_parts(document: Document, package: Package, part: str) -> None:
    """Count what stands in parts that the text does not take in."""
    comments = package.related_tree(part, "comments")
    document.remarks["left-out-comments"] = 0 if comments is None else len(comments)
    for kind in ("header", "footer"):
        for name in package.related(part, kind):
            root = package.tree(name)
            said = root is not None and any((one.text or "").strip() for one in root.iter("t"))
            document.remarks["left-out-headers"] += said
    document.remarks["left-out-macros"] = len(list(package.related(part, "vbaProject")))
