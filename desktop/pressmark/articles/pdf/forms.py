"""What is written onto a page: the values of form fields and typed notes; comments are counted."""

from collections.abc import Iterator

from pressmark.articles.pdf.engine import pdfium
from pressmark.articles.pdf.glyphs import Glyph
from pressmark.articles.pdf.pieces import Piece
from pressmark.articles.pdf.strings import told

_COMMENTS = (
    pdfium.FPDF_ANNOT_TEXT,
    pdfium.FPDF_ANNOT_HIGHLIGHT,
    pdfium.FPDF_ANNOT_UNDERLINE,
    pdfium.FPDF_ANNOT_STRIKEOUT,
    pdfium.FPDF_ANNOT_SQUIGGLY,
    pdfium.FPDF_ANNOT_CARET,
    pdfium.FPDF_ANNOT_STAMP,
    pdfium.FPDF_ANNOT_INK,
    pdfium.FPDF_ANNOT_LINE,
    pdfium.FPDF_ANNOT_SQUARE,
    pdfium.FPDF_ANNOT_CIRCLE,
    pdfium.FPDF_ANNOT_POLYGON,
    pdfium.FPDF_ANNOT_POLYLINE,
    pdfium.FPDF_ANNOT_REDACT,
)
_WRITTEN = (
    pdfium.FPDF_FORMFIELD_TEXTFIELD,
    pdfium.FPDF_FORMFIELD_COMBOBOX,
    pdfium.FPDF_FORMFIELD_LISTBOX,
)
_TICKED = (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON)
_MOST = 5000
"""How many annotations of a page are looked at."""
_HIGHEST = 14.0
_WIDTH = 0.4


class Annotations:
    """The annotations of a page: what is typed there as pieces, the rest counted or named.

    `attached` are the names of files that are pinned to the page.
    """

    def __init__(self, page: object, form: object | None) -> None:
        self.pieces: list[Piece] = []
        self.comments = 0
        self.attached: list[str] = []
        self._form = form
        for index in range(min(_MOST, max(0, pdfium.FPDFPage_GetAnnotCount(page)))):
            annotation = pdfium.FPDFPage_GetAnnot(page, index)
            if annotation:
                self._take(annotation)
                pdfium.FPDFPage_CloseAnnot(annotation)

    def _take(self, annotation: object) -> None:
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        text = _contents(annotation)
        if kind == pdfium.FPDF_ANNOT_WIDGET and self._form is not None:
            self.pieces += _pieces(annotation, self._value(annotation))
        elif kind == pdfium.FPDF_ANNOT_FREETEXT:
            self.pieces += _pieces(annotation, text)
        elif kind == pdfium.FPDF_ANNOT_FILEATTACHMENT:
            self.attached.append(_file_name(annotation) or text.strip() or "?")
        elif kind in _COMMENTS and text.strip():
            self.comments += 1

    def _value(self, annotation: object) -> str:
        form, kind = self._form, pdfium.FPDFAnnot_GetFormFieldType(self._form, annotation)
        if kind in _TICKED:
            return "[x]" if pdfium.FPDFAnnot_IsChecked(form, annotation) else ""
        if kind not in _WRITTEN:
            return ""
        return told(
            lambda buffer, size: pdfium.FPDFAnnot_GetFormFieldValue(form, annotation, buffer, size)
        )


def _file_name(annotation: object) -> str:
    attachment = pdfium.FPDFAnnot_GetFileAttachment(annotation)
    if not attachment:
        return ""
    return told(lambda buffer, size: pdfium.FPDFAttachment_GetName(attachment, buffer, size))


def _contents(annotation: object) -> str:
    return told(
        lambda buffer, size: pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, size)
    )


def _pieces(annotation: object, text: str) -> Iterator[Piece]:
    """Yield the lines of a typed text where its box is; each letter gets a place of its own."""
    rect = pdfium.FS_RECTF()
    lines = [line.strip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    if not any(lines) or not pdfium.FPDFAnnot_GetRect(annotation, rect):
        return
    high = abs(rect.top - rect.bottom) / len(lines)
    size = min(high, _HIGHEST)
    for at, line in enumerate(lines):
        if not line:
            continue
        base = -max(rect.top, rect.bottom) + (at + 0.5) * high + 0.3 * size
        width = _WIDTH * size
        glyphs = [
            Glyph(char, rect.left + n * width, rect.left + (n + 1) * width, base, size)
            for n, char in enumerate(line)
        ]
        yield Piece(glyphs, rect.left, rect.left + len(line) * width, base, size)
