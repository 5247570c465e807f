"""What a PDF says of itself: title, author, language; and the address a browser printed on it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pressmark.articles.pdf.engine import PdfDocument, pdfium
from pressmark.articles.pdf.paragraphs import Paragraph
from pressmark.articles.pdf.strings import told

_FILE_NAME = re.compile(
    r"\.(?:docx?|pdf|indd|qxd|qxp|tex|dvi|rtf|odt|html?|pptx?|xlsx?|p65|fm|ai|eps|tmp)\b"
    r"|^(?:microsoft (?:word|powerpoint|excel)\b|powerpoint\b|untitled|document\s*\d*$"
    r"|dokument\s*\d*$|unknown$|unbenannt|titre$|title$|about:blank|print$|layout \d)"
    r"|[\\/]|^\W*$|^\S*_\S*$|^https?:",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"^(?:admin\w*|user\w*|owner|root|unknown|author|anonymous|guest|default|pc|hp|dell|acer"
    r"|lenovo|windows\b.*|microsoft\b.*|\W*|\S*\d\S*)$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(https?://[^\s<>\"|]+)(?:\s+\d+(?:\s*/\s*\d+)?)?(?:$|\t)")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$")
_HEADLINE = 1.12
"""How much larger than the text a headline is at least."""
_LONGEST = 250


@dataclass(frozen=True, slots=True)
class Description:
    """What is known of the article that a PDF holds."""

    title: str | None
    byline: str | None
    language: str | None
    keywords: tuple[str, ...]


def description_of(document: PdfDocument, headline: str | None, text: str) -> Description:
    """Return what the file says of itself; `headline` where it names itself like a file.

    Its author may be whoever had the computer: a single word is believed where `text` has it.
    """
    title, author = _said(document, b"Title"), _said(document, b"Author")
    language = _language(document)
    return Description(
        title=title if title and not _FILE_NAME.search(title) else headline,
        byline=author if _is_person(author, text) else None,
        language=language if _LANGUAGE.match(language) else None,
        keywords=tuple(filter(None, map(_line, re.split("[,;]", _said(document, b"Keywords"))))),
    )


def headline_of(paragraphs: Sequence[Paragraph], size: float) -> str | None:
    """Return the largest words on the first page, if they are larger than its text."""
    first = [
        one
        for one in paragraphs
        if one.lines[0].page == paragraphs[0].lines[0].page
        and not one.lines[0].marked
        and any(char.isalpha() for char in one.lines[0].text)
    ]
    largest = max(first, key=lambda one: one.size, default=None)
    if largest is None or largest.size < _HEADLINE * size:
        return None
    words = _line(" ".join(line.plain.partition("\t")[0] for line in largest.lines))
    return words if len(words) <= _LONGEST else None


def address_in(lines: Iterable[str]) -> str | None:
    """Return the address that a browser printed at the head or foot of pages."""
    found = (_ADDRESS.match(line) for line in lines)
    return next((one[1] for one in found if one), None)


def _is_person(author: str, text: str) -> bool:
    return not _NOBODY.match(author) and (" " in author or author in text)


def _said(document: PdfDocument, key: bytes) -> str:
    """Return what the file says of itself, on one line; pypdfium2's own way fails on odd bytes."""
    ask = pdfium.FPDF_GetMetaText
    return _line(told(lambda buffer, size: ask(document.raw, key, buffer, size)))


def _language(document: PdfDocument) -> str:
    return told(lambda buffer, size: pdfium.FPDFCatalog_GetLanguage(document.raw, buffer, size))


def _line(text: str) -> str:
    return " ".join(text.replace("\0", "").split())
