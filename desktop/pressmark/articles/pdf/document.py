"""A PDF opened by PDFium, its pages read one by one, and what it carries beside them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from pressmark.articles.pdf.engine import PdfDocument, PdfiumError, pdfium
from pressmark.articles.pdf.page import Page, read_page
from pressmark.articles.pdf.strings import told
from pressmark.errors import ArticleFileError

_LOCKED = (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)


@dataclass(slots=True)
class Carried:
    """What does not come along: names of attached files, scripts, pages that cannot be read.

    `is_dynamic` says that the file is a form that few programs show, and pages that say so.
    """

    attachments: list[str] = field(default_factory=list)
    scripts: int = 0
    broken: list[int] = field(default_factory=list)
    is_dynamic: bool = False


@contextmanager
def opened(data: bytes) -> Iterator[PdfDocument]:
    """Open a PDF; ArticleFileError `encrypted` where it asks for a password, else `damaged`."""
    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        case = "encrypted" if error.err_code in _LOCKED else "damaged"
        raise ArticleFileError(case) from None
    try:
        if document.get_formtype() != pdfium.FORMTYPE_NONE:
            document.init_forms()  # its fields can be asked then; nothing of it runs
        yield document
    except PdfiumError:
        raise ArticleFileError("damaged") from None
    finally:
        document.close()


def read_pages(document: PdfDocument, carried: Carried) -> Iterator[Page]:
    """Yield the pages; those that cannot be read are counted in `carried`."""
    form = document.formenv.raw if document.formenv else None
    for number in range(len(document)):
        try:
            page = document[number]
        except PdfiumError:
            carried.broken.append(number + 1)
            continue
        try:
            yield read_page(page, number, form)
        except PdfiumError:
            carried.broken.append(number + 1)
        finally:
            page.close()


def carried_by(document: PdfDocument) -> Carried:
    """Return what a PDF has beside its pages."""
    return Carried(
        attachments=[
            _name(document, at) or "?" for at in range(max(0, document.count_attachments()))
        ],
        scripts=max(0, pdfium.FPDFDoc_GetJavaScriptActionCount(document.raw)),
        is_dynamic=document.get_formtype() == pdfium.FORMTYPE_XFA_FULL,
    )


def _name(document: PdfDocument, at: int) -> str:
    attachment = pdfium.FPDFDoc_GetAttachment(document.raw, at)
    if not attachment:
        return ""
    return told(lambda buffer, size: pdfium.FPDFAttachment_GetName(attachment, buffer, size))
