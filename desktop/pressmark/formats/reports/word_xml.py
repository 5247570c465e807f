"""WordprocessingML as text: runs, paragraphs, tables; whatever they say, none of it is markup.

ISO/IEC 29500-1, 17; the children of an element stand in the order that its schema asks for.
"""

from collections.abc import Sequence

from pressmark.formats.xml_text import xml_text
from pressmark.formats.xml_writing import element, told

_TWIPS = 1440 / 25.4
"""Twentieths of a point in a millimetre."""
_SPACES = 'xml:space="preserve"'
_CELL = {"top": 60, "left": 0, "bottom": 40, "right": 140}
"""The room in a cell around its words, in twips."""
_HAIRLINE = {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "D5D8DE"}


def run(  # noqa: PLR0913 -- as many as a run has properties
    text: str,
    *,
    bold: bool = False,
    colour: str = "",
    underline: str = "",
    shade: str = "",
    language: str = "",
) -> str:
    """Return a run; colours are `#rrggbb`, `underline` a kind of line, `language` a BCP 47 tag."""
    found = (
        "<w:b/>" if bold else "",
        _valued("color", colour.removeprefix("#").upper()),
        _valued("u", underline),
        element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": shade.removeprefix("#")})
        if shade
        else "",
        _valued("lang", language),
    )
    return f"<w:r>{_inside('rPr', found)}{_words(text)}</w:r>"


def paragraph(style: str, *inside: str, kept: bool = False) -> str:
    """Return a paragraph of a style's id; it is `kept` on one page with what comes next."""
    properties = (_valued("pStyle", style), "<w:keepNext/>" if kept else "")
    return f"<w:p>{_inside('pPr', properties)}{''.join(inside)}</w:p>"


def link(inside: str, *, key: str = "", anchor: str = "") -> str:
    """Return runs that lead to a relationship of the document, or to a bookmark."""
    return element("w:hyperlink", {"r:id": key or None, "w:anchor": anchor or None}, inside)


def bookmark(name: str, number: int, inside: str) -> str:
    """Return runs with a bookmark round them; `number` is one that no other has."""
    start = element("w:bookmarkStart", {"w:id": str(number), "w:name": name})
    return f"{start}{inside}{element('w:bookmarkEnd', {'w:id': str(number)})}"


def field_start(code: str) -> str:
    """Return how a field begins: what Word works out itself; what it shows until then follows."""
    instruction = f"<w:r><w:instrText {_SPACES}> {code} </w:instrText></w:r>"
    return f"{_field('begin')}{instruction}{_field('separate')}"


def field_end() -> str:
    """Return how a field ends."""
    return _field("end")


def comment_start(number: int) -> str:
    """Return where the words begin that a comment is about."""
    return element("w:commentRangeStart", {"w:id": str(number)})


def comment_end(number: int) -> str:
    """Return where they end."""
    name = {"w:id": str(number)}
    mark = element("w:commentReference", name)
    style = '<w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'
    return f"{element('w:commentRangeEnd', name)}<w:r>{style}{mark}</w:r>"


def comment(number: int, words: str, author: str, initials: str, time: str) -> str:
    """Return a comment; `time` is ISO 8601, or "" where nobody knows."""
    facts = {
        "w:id": str(number),
        "w:author": author,
        "w:initials": initials,
        "w:date": time or None,
    }
    style = '<w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'
    reference = f"<w:r>{style}<w:annotationRef/></w:r>"
    return element("w:comment", facts, paragraph("CommentText", reference, run(words)))


def table(widths: Sequence[float], rows: Sequence[str]) -> str:
    """Return a table with hairlines between its rows; `widths` of its columns in millimetres."""
    lines = "".join(element(f"w:{side}", _HAIRLINE) for side in ("bottom", "insideH"))
    properties = (
        element("w:tblW", {"w:w": str(_twips(sum(widths))), "w:type": "dxa"}),
        f"<w:tblBorders>{lines}</w:tblBorders>",
        '<w:tblLayout w:type="fixed"/>',
        f"<w:tblCellMar>{''.join(_margin(*one) for one in _CELL.items())}</w:tblCellMar>",
        element("w:tblLook", {"w:firstRow": "1", "w:noHBand": "1", "w:noVBand": "1"}),
    )
    columns = (element("w:gridCol", {"w:w": str(_twips(one))}) for one in widths)
    grid = f"<w:tblGrid>{''.join(columns)}</w:tblGrid>"
    return f"<w:tbl>{_inside('tblPr', properties)}{grid}{''.join(rows)}</w:tbl>"


def row(widths: Sequence[float], cells: Sequence[str], *, head: bool = False) -> str:
    """Return a row of cells, each some paragraphs; a `head` is repeated on every page."""
    properties = f"<w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>"
    set_ = (
        f"<w:tc><w:tcPr>{element('w:tcW', {'w:w': str(_twips(width)), 'w:type': 'dxa'})}</w:tcPr>"
        f"{inside}</w:tc>"
        for width, inside in zip(widths, cells, strict=True)
    )
    return f"<w:tr>{properties}{''.join(set_)}</w:tr>"


def _margin(side: str, twips: int) -> str:
    return element(f"w:{side}", {"w:w": str(twips), "w:type": "dxa"})


def _twips(millimetres: float) -> int:
    return round(millimetres * _TWIPS)


def _valued(name: str, value: str) -> str:
    return element(f"w:{name}", {"w:val": value}) if value else ""


def _inside(name: str, parts: Sequence[str]) -> str:
    held = "".join(parts)
    return f"<w:{name}>{held}</w:{name}>" if held else ""


def _field(kind: str) -> str:
    return f"<w:r>{element('w:fldChar', {'w:fldCharType': kind})}</w:r>"


def _words(text: str) -> str:
    """Return a text with its line ends and tabs, which are elements."""
    lines = xml_text(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "<w:br/>".join("<w:tab/>".join(map(_told, one.split("\t"))) for one in lines)


def _told(text: str) -> str:
    return told("w:t", text).replace("<w:t>", f"<w:t {_SPACES}>", 1)
