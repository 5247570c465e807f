"""What stands around the words of a Word document: styles, running head and foot, pictures, links.

This is its library's work; what grows with a report is streamed into it.
"""

import io
from collections.abc import Iterable, Iterator
from itertools import count

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from pressmark.formats.reports.word_xml import field_end, field_start, run
from pressmark.formats.xml_text import xml_text
from pressmark.formats.xml_writing import DECLARATION
from pressmark.formats.zipping import repacked

WIDTH = 168.0
"""Millimetres of the text, on A4."""

_BODY, _COMMENTS = "word/document.xml", "word/comments.xml"
_END = b"<w:sectPr"
"""What comes after the last paragraph."""
_SERIF, _SANS = "Cambria", "Calibri"
"""Fonts that are where Word is: a report goes to people who have not got those of the program."""
_STYLES = {
    "Normal": (_SANS, 10, 0, 4),
    "Title": (_SERIF, 24, 0, 2),
    "Heading 1": (_SERIF, 16, 24, 8),
    "Heading 2": (_SERIF, 12.5, 16, 4),
    "Subtitle": (_SANS, 10, 0, 14),
    "Caption": (_SANS, 10, 12, 3),
    "Quote": (_SERIF, 11, 8, 2),
    "Body Text": (_SERIF, 11, 0, 6),
}
"""Font, size, and the room above and below (pt) of each style."""
_KEPT = ("Caption", "Quote")
"""Styles whose paragraphs stay on a page with what comes next."""


class WordFrame:
    """A document without its words; `language` is a BCP 47 tag."""

    def __init__(self, language: str) -> None:
        self._document = Document()
        self._keys: dict[str, str] = {}
        self._pictures = count(1)
        section = self._document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(21)
        self._set_styles(language)
        self.styles = {one.name: one.style_id for one in self._document.styles}

    def _set_styles(self, language: str) -> None:
        styles = self._document.styles
        for one in styles.element.xpath("w:docDefaults//w:lang"):
            one.set(qn("w:val"), language)
        for name, (font, size, above, below) in _STYLES.items():
            style = styles[name]
            style.font.name, style.font.size = font, Pt(size)
            style.font.color.rgb = RGBColor(0, 0, 0)
            style.font.italic = False
            shape = style.paragraph_format
            shape.space_before, shape.space_after = Pt(above), Pt(below)
            shape.widow_control = True
            if name in _KEPT:
                shape.keep_with_next = True
            for fonts in style.element.xpath("w:rPr/w:rFonts"):
                for key in [one for one in fonts.attrib if "Theme" in one or "theme" in one]:
                    del fonts.attrib[key]  # they would go before the name
                fonts.set(qn("w:cs"), font)
        for border in styles["Title"].element.xpath("w:pPr/w:pBdr"):
            border.getparent().remove(border)

    def entitle(self, title: str, authors: Iterable[str], handling: str) -> None:
        """Say what the document is, and repeat on every page how it is to be handled."""
        properties = self._document.core_properties
        properties.title = xml_text(title)[:255]
        properties.author = xml_text(", ".join(authors))[:255]
        properties.comments = ""
        section = self._document.sections[0]
        if handling:
            head = section.header.paragraphs[0]
            head.alignment = WD_ALIGN_PARAGRAPH.CENTER
            head.add_run(xml_text(handling)).bold = True
        foot = section.footer.paragraphs[0]
        foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        number = f"{field_start('PAGE')}{run('1')}{field_end()}"
        for one in parse_xml(f"<w:p {nsdecls('w')}>{number}</w:p>"):
            foot._p.append(one)  # noqa: SLF001 -- the library has no fields

    def key(self, url: str) -> str:
        """Return the key of the relationship to an address."""
        if url not in self._keys:
            kind = RELATIONSHIP_TYPE.HYPERLINK
            self._keys[url] = self._document.part.relate_to(url, kind, is_external=True)
        return self._keys[url]

    def picture(self, png: bytes, description: str) -> str:
        """Return a run with a picture as wide as the text, which its description tells in words."""
        inline = self._document.part.new_pic_inline(io.BytesIO(png), width=Mm(WIDTH))
        inline.docPr.set("id", str(next(self._pictures)))  # the library counts what it holds
        inline.docPr.set("descr", xml_text(description))
        return f"<w:r><w:drawing>{inline.xml}</w:drawing></w:r>"

    def around(self, body: Iterable[bytes], comments: Iterable[bytes]) -> Iterator[bytes]:
        """Yield the document with these paragraphs and comments."""
        _ = self._document.comments  # so that there is a place for them
        file = io.BytesIO()
        self._document.save(file)
        yield from repacked(
            file.getvalue(),
            {
                _BODY: lambda frame: _within(frame, body),
                _COMMENTS: lambda _: _told(comments),
            },
        )


def _within(frame: bytes, body: Iterable[bytes]) -> Iterator[bytes]:
    before, end, after = frame.rpartition(_END)
    yield before
    yield from body
    yield end + after


def _told(comments: Iterable[bytes]) -> Iterator[bytes]:
    yield f"{DECLARATION}<w:comments {nsdecls('w')}>".encode()
    yield from comments
    yield b"</w:comments>"
