"""PDFium, as pypdfium2 wraps it: the only door to it, since it ships without types."""

import ctypes
import logging
from typing import TypeAlias

import pypdfium2  # type: ignore[import-untyped] # it has no py.typed
from pypdfium2 import raw

# What it lacks for forms of Adobe is no matter: only their plain fields are asked for.
logging.getLogger("pypdfium2").setLevel(logging.ERROR)

PdfDocument = pypdfium2.PdfDocument
PdfPage = pypdfium2.PdfPage
PdfiumError = pypdfium2.PdfiumError
pdfium = raw
"""Its functions in C, named as in PDFium's own headers."""

Drawn: TypeAlias = "ctypes._Pointer[ctypes.Structure]"  # noqa: SLF001 -- its only name
"""Something that a page draws: text, a path, a picture, or a form that holds such things."""


def address_of(drawn: Drawn) -> int:
    """Return what tells one drawn thing from another."""
    return ctypes.addressof(drawn.contents)
