"""The parts of a Word document that its library has no words for: links, fields, shading."""

from typing import cast

from docx.comments import Comment
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

_AFTER_SHADE = ("w:fitText", "w:vertAlign", "w:rtl", "w:cs", "w:em", "w:lang")
"""What may follow the shading among the properties of a run."""

_FONTS = {
    "Normal": ("Inter", 9.5),
    "Title": ("Source Serif 4", 24),
    "Heading 1": ("Source Serif 4", 16),
    "Heading 2": ("Source Serif 4", 12.5),
    "Quote": ("Source Serif 4", 11),
    "Body Text": ("Source Serif 4", 11),
}
"""The font and the size (pt) of each style."""


def element(tag: str, **attributes: str) -> BaseOxmlElement:
    """Return an element of the `w` namespace with attributes of it."""
    made = cast("BaseOxmlElement", OxmlElement(f"w:{tag}"))  # which lxml's types know less of
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def linked(paragraph: Paragraph, run: Run, *, url: str = "", anchor: str = "") -> None:
    """Let a run of a paragraph lead to an address, or to a bookmark of the document."""
    link = element("hyperlink", **({"anchor": anchor} if anchor else {}))
    if url:
        key = paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link.set(qn("r:id"), key)
    run._r.addprevious(link)  # noqa: SLF001 -- the library gives no other way to its elements
    link.append(run._r)  # noqa: SLF001


def bookmarked(paragraph: Paragraph, name: str, number: int) -> None:
    """Put a bookmark round a paragraph; `number` is one that no other has."""
    start = element("bookmarkStart", id=str(number), name=name)
    end = element("bookmarkEnd", id=str(number))
    inside = paragraph._p  # noqa: SLF001
    inside.insert(1 if inside.pPr is not None else 0, start)
    inside.append(end)


def field(paragraph: Paragraph, code: str, shown: str = "") -> None:
    """Add a field: what Word works out itself, a page number say, and what it shows until then."""
    instruction = element("instrText")
    instruction.text = f" {code} "
    for part in (_mark("begin"), instruction, _mark("separate")):
        paragraph.add_run()._r.append(part)  # noqa: SLF001
    if shown:
        paragraph.add_run(shown)
    paragraph.add_run()._r.append(_mark("end"))  # noqa: SLF001


def _mark(kind: str) -> BaseOxmlElement:
    return element("fldChar", fldCharType=kind)


def shaded(run: Run, colour: str) -> None:
    """Lay a colour, `#rrggbb`, behind a run."""
    properties = run._r.get_or_add_rPr()  # noqa: SLF001
    shade = element("shd", val="clear", color="auto", fill=colour.removeprefix("#"))
    properties.insert_element_before(shade, *_AFTER_SHADE)


def head_repeated(table: Table) -> None:
    """Let the first row of a table stand on every page, for eyes and for screen readers."""
    row = table.rows[0]._tr  # noqa: SLF001
    row.get_or_add_trPr().append(element("tblHeader"))


def dated(comment: Comment, time: str) -> None:
    """Say when a comment was made, by an ISO 8601 time; "" takes the date away."""
    inside = comment._comment_elm  # noqa: SLF001
    name = qn("w:date")
    if time:
        inside.set(name, time)
    else:
        del inside.attrib[name]


def described(document: Document, words: str) -> None:
    """Say in words what the last picture of a document shows."""
    pictures = document.element.body.iter(qn("wp:docPr"))
    *_, last = pictures
    last.set("descr", words)


def styled(document: Document) -> None:
    """Set the paper and the styles of a document as the reports of Pressmark have them."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(21)
    for name, (font, size) in _FONTS.items():
        style = document.styles[name]
        style.font.name, style.font.size = font, Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.font.italic = False
    document.styles["Normal"].paragraph_format.space_after = Pt(4)
