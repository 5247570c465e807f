"""Article files by somebody who means ill, made on the spot."""

import io
import zipfile
from collections.abc import Iterator, Mapping

KEPT = "words of a file beside it"
"""What stands in the file beside them: no reader may take it along."""

_LAUGHS = "".join(f'<!ENTITY l{number} "{f"&l{number - 1};" * 10}">' for number in range(1, 10))
_RSS = """<rss version='2.0'><channel><title>T</title><item><title>A</title>
<description>Words {}</description></item></channel></rss>"""
_ATOM = """<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry><title>A</title>
<id>1</id><content>Words {}</content></entry></feed>"""
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
_RELATIONS = """<?xml version="1.0"?><Relationships
 xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
 Target="word/document.xml"/></Relationships>"""
_CONTAINER = """<?xml version="1.0"?><container version="1.0"
 xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile
 full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
_BOOK = """<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>T</dc:title></metadata>
<manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="a"/></spine></package>"""


def zipped(entries: Mapping[str, bytes | str]) -> bytes:
    """Return a zip of these entries; the first is stored as it is."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        for number, (name, data) in enumerate(entries.items()):
            how = zipfile.ZIP_STORED if number == 0 else zipfile.ZIP_DEFLATED
            packed.writestr(zipfile.ZipInfo(name), data, how)
    return held.getvalue()


def docx(document: str) -> bytes:
    """Return a Word file with this main part."""
    return zipped(
        {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": document}
    )


def odt(content: str) -> bytes:
    """Return an OpenDocument text with this content."""
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def epub(page: str) -> bytes:
    """Return a book of this one page."""
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": _CONTAINER,
            "book.opf": _BOOK,
            "a.xhtml": page,
        }
    )


def with_entities(doctype: str, reference: str) -> Iterator[tuple[str, bytes]]:
    """Yield a file of each kind that is XML, or like it, that declares and uses an entity."""
    kinds = {
        "page.html": ("html", "<html><body><p>Words {}</p></body></html>"),
        "page.xhtml": ("html", "<html><body><p>Words {}</p></body></html>"),
        "feed.rss": ("rss", _RSS),
        "feed.atom": ("feed", _ATOM),
    }
    for name, (root, words) in kinds.items():
        prolog = f'<?xml version="1.0"?><!DOCTYPE {root} [{doctype}]>'
        yield name, (prolog + words.format(reference)).encode()
    paragraph = f"<w:p><w:r><w:t>Words {reference}</w:t></w:r></w:p>"
    word = f"<w:document {_WORD}><w:body>{paragraph}</w:body></w:document>"
    yield "a.docx", docx(f'<?xml version="1.0"?><!DOCTYPE w:document [{doctype}]>{word}')
    text = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
        f"<text:p>Words {reference}</text:p></office:text></office:body></office:document-content>"
    )
    yield "a.odt", odt(f'<?xml version="1.0"?><!DOCTYPE x [{doctype}]>{text}')
    page = (
        f'<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Words {reference}</p></body></html>'
    )
    yield "a.epub", epub(f'<?xml version="1.0"?><!DOCTYPE html [{doctype}]>{page}')


def external(uri: str) -> Iterator[tuple[str, bytes]]:
    """Yield files whose entity is another file, by its address."""
    yield from with_entities(f'<!ENTITY x SYSTEM "{uri}">', "&x;")


def outside_dtd(uri: str) -> Iterator[tuple[str, bytes]]:
    """Yield files whose rules are another file, by its address."""
    yield from with_entities(f'<!ENTITY % x SYSTEM "{uri}"> %x;', "")


def laughing() -> Iterator[tuple[str, bytes]]:
    """Yield files whose entity is ten thousand million laughs."""
    yield from with_entities(f'<!ENTITY l0 "haha">{_LAUGHS}', "&l9;")


def pdf(*objects: str, trailer: str = "") -> bytes:
    """Return a PDF of these objects, numbered from 1; the first is the catalogue."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{one}\nendobj\n".encode("latin-1")
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for place in places:
        out += f"{place:010} 00000 n \n".encode()
    rest = trailer.replace("TABLE", str(table))
    out += f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R{rest}>>\n".encode()
    return bytes(out + f"startxref\n{table}\n%%EOF\n".encode())


PAGES = "<</Type/Pages/Count 1/Kids[3 0 R]>>"
PAGE = (
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
    "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>/XObject<</X 5 0 R>>>>>>"
)


def stream(words: str, more: str = "") -> str:
    """Return a stream object of a PDF."""
    return f"<</Length {len(words)}{more}>>\nstream\n{words}\nendstream"


SAID = "BT /F 12 Tf 72 700 Td (Plain words of an article that can be read.) Tj ET"
LOOPS = {
    "pages": pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[2 0 R]>>"),
    "two-pages": pdf(
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count 2/Kids[3 0 R 3 0 R]>>",
        "<</Type/Pages/Count 1/Kids[2 0 R]/Parent 2 0 R>>",
    ),
    "many-pages": pdf(
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 2147483647/Kids[3 0 R]>>", PAGE
    ),
    "parents": pdf(
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count 1/Kids[3 0 R]/Parent 2 0 R>>",
        "<</Type/Page/Parent 2 0 R/Contents 4 0 R>>",
        stream(SAID),
    ),
    "xref": pdf("<</Type/Catalog/Pages 2 0 R>>", PAGES, PAGE, stream(SAID), trailer="/Prev TABLE"),
    "reference": pdf("<</Type/Catalog/Pages 2 0 R>>", "2 0 R"),
    "drawing": pdf(
        "<</Type/Catalog/Pages 2 0 R>>",
        PAGES,
        PAGE,
        stream(f"{SAID} /X Do"),
        stream(
            "/X Do", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>"
        ),
    ),
    "outline": pdf(
        "<</Type/Catalog/Pages 2 0 R/Outlines 6 0 R>>",
        PAGES,
        PAGE,
        stream(SAID),
        "null",
        "<</Type/Outlines/First 7 0 R/Last 7 0 R/Count 1>>",
        "<</Title(a)/Parent 6 0 R/Next 7 0 R/First 7 0 R/Last 7 0 R>>",
    ),
    "length": pdf(
        "<</Type/Catalog/Pages 2 0 R>>",
        PAGES,
        PAGE,
        "<</Length 4 0 R>>\nstream\nBT ET\nendstream",
    ),
}
"""PDFs that lead a reader round in a circle, by what leads."""

SCRIPTED = pdf(
    "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.launchURL\\('http://127.0.0.1:9/'\\))>>"
    "/AA<</WC<</S/Launch/F(/bin/true)>>>>>>",
    PAGES,
    PAGE,
    stream(SAID),
    "null",
)
