"""PDFs made for tests: set by Typst from paragraphs, or written by hand where it must be odd."""

import zlib
from collections.abc import Sequence

import typst


def typeset(source: str, *, settings: str = "") -> bytes:
    """Set Typst markup, in a font that has Hebrew, Arabic and Cyrillic letters."""
    preamble = (
        "#set page(width: 420pt, height: 595pt, margin: 50pt)\n"
        '#set text(font: "DejaVu Sans", size: 10pt)\n'
        "#set par(spacing: 1.2em)\n"
    )
    made = typst.compile((preamble + settings + "\n" + source).encode())
    assert isinstance(made, bytes)
    return made


def escaped(text: str) -> str:
    """Return text as Typst markup for it."""
    return "".join(f"\\{char}" if char in "\\#$*_`<>@[]=-+/~'\"" else char for char in text)


def drawn(content: str, *, pages: int = 1, catalog: str = "", objects: Sequence[str] = ()) -> bytes:
    """Write a PDF by hand: `content` draws each page, with Helvetica as /F1 and a picture /P1.

    `objects` come after the ones that are always there, from number 6 on.
    """
    stream = f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"
    image = zlib.compress(b"\xff\xff\xff").hex() + ">"
    kids = " ".join(["3 0 R"] * pages)
    bodies = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>",
        (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 4 0 R /Resources"
            " << /Font << /F1 5 0 R >> /XObject << /P1 6 0 R >> >> >>"
        ),
        stream,
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        (
            "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceRGB"
            f" /BitsPerComponent 8 /Filter [/ASCIIHexDecode /FlateDecode] /Length {len(image)} >>\n"
            f"stream\n{image}\nendstream"
        ),
        *objects,
    ]
    text, places = "%PDF-1.7\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(text))
        text += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        f"{text}xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}"
        f"trailer << /Size {len(bodies) + 1} /Root 1 0 R >>\nstartxref\n{len(text)}\n%%EOF\n"
    ).encode("latin-1")
