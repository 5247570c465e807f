"""The body of a Word document: what stands there once all tracked changes are accepted.

Word's own libraries for Python lose insertions and show what is hidden as if it were not, so
the elements are followed one by one. Names are those of `names.shorten`: bare in Word's own space.
"""

import re
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from pressmark.articles.office.blocks import HIDDEN, NAVIGATION, Block, Paragraph, Run, Table
from pressmark.articles.office.document import Document, one_line
from pressmark.articles.office.equations import linear
from pressmark.articles.office.symbols import symbol, with_signs
from pressmark.articles.office.word_forms import form_value
from pressmark.articles.office.word_lists import Lists
from pressmark.articles.office.word_styles import Styles, is_on

_DELETED = frozenset({"del", "moveFrom"})
_INSERTED = frozenset({"ins", "moveTo"})
_WRAPPERS = frozenset(
    {"sdt", "sdtContent", "customXml", "smartTag", "hyperlink", "fldSimple", "dir", "bdo"}
)
_PICTURES = frozenset({"pic:pic", "v:imagedata", "c:chart"})
_SIGNS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_MOST_COLUMNS = 63  # Word allows no more
_LINE_ENDS = re.compile(r"[\r\n]+")


class WordBody:
    """Reads blocks into a document; `references` are the notes referred to so far, in order.

    `part` returns the blocks of a part of its own by its kind, "aFChunk" or "diagramData", and the
    id that the body has for it.
    """

    def __init__(
        self,
        document: Document,
        styles: Styles,
        lists: Lists,
        part: Callable[[str, str], list[Block]],
    ) -> None:
        self.references: dict[tuple[str, str], int] = {}
        self._document = document
        self._styles = styles
        self._lists = lists
        self._part = part
        self._runs: list[Run] = []
        self._boxes: list[Block] = []
        self._fields: list[bool] = []  # of each open field, whether its result has begun
        self._form_value = ""  # of the field of a form that was begun last
        self._paragraph_hides = False
        self._row_hides = False
        self._zone = ""

    def blocks(self, container: Element) -> list[Block]:
        """Return the blocks in an element: a body, a cell, a text box, a note."""
        found: list[Block] = []
        goes_on = False
        for element in self._unwrapped(container):
            if element.tag == "p":
                paragraph, boxes, ended = self._paragraph(element)
                if goes_on and found and isinstance(found[-1], Paragraph):
                    found[-1].runs.extend(paragraph.runs)
                else:
                    found.append(paragraph)
                found += boxes
                goes_on = not ended
            elif element.tag == "tbl":
                found.append(self._table(element))
            elif element.tag == "m:oMathPara":
                found.append(Paragraph([Run(linear(element))]))
            elif element.tag == "altChunk":
                found += self._part("aFChunk", element.get("r:id", ""))
        return found

    def _unwrapped(self, container: Element) -> Iterator[Element]:
        """Yield the elements in a container as if nothing had wrapped or changed them."""
        for element in container:
            tag = element.tag
            if tag in _DELETED:
                self._changed(tag)
            elif tag in _INSERTED:
                self._changed(tag)
                yield from self._unwrapped(element)
            elif tag in _WRAPPERS:
                yield from self._unwrapped(element)
            elif tag == "mc:AlternateContent":
                yield from self._unwrapped(_chosen(element))
            else:
                yield element

    def _changed(self, tag: str) -> None:
        """Count a change; a move is one, though it stands in two places."""
        self._document.remarks["tracked-changes"] += tag != "moveFrom"

    def _table(self, table: Element) -> Table:
        rows = []
        for row in self._unwrapped(table):
            properties = row.find("trPr")
            if row.tag != "tr" or self._mark_deleted(properties):
                continue
            outside, self._row_hides = (
                self._row_hides,
                self._row_hides or bool(is_on(properties, "hidden")),
            )
            cells = [cell for cell in self._unwrapped(row) if cell.tag == "tc"]
            left = [self.blocks(one) for one in cells if one.find("tcPr/cellDel") is None]
            rows.append(_begun_late(row) + left)
            self._row_hides = outside
        return Table(rows)

    def _mark_deleted(self, properties: Element | None) -> bool:
        """Say whether the mark of a paragraph or row was deleted; count what was done to it."""
        if properties is None:
            return False
        deleted = properties.find("del") is not None or properties.find("moveFrom") is not None
        if deleted or properties.find("ins") is not None:
            self._changed("mark")
        return deleted

    def _paragraph(self, element: Element) -> tuple[Paragraph, list[Block], bool]:
        """Return a paragraph, the text boxes anchored in it, and whether its end still stands."""
        properties = element.find("pPr")
        named = None if properties is None else properties.find("pStyle")
        style = self._styles.normal if named is None else named.get("val", "")
        name = self._styles.name_of(style)
        outside = self._runs, self._boxes, self._paragraph_hides, self._zone
        self._runs, self._boxes = [], []
        self._paragraph_hides = self._styles.hidden_by(style)
        self._zone = NAVIGATION if name.startswith(("toc ", "table of figures")) else ""
        self._inline(element)
        runs, boxes = self._runs, self._boxes
        self._runs, self._boxes, self._paragraph_hides, self._zone = outside
        ended = not self._mark_deleted(None if properties is None else properties.find("rPr"))
        numbering = self._styles.numbering_of(style, properties)
        text = "".join(run.text for run in runs)
        if numbering and (text or ended):
            prefix = self._lists.next_prefix(numbering)
            if prefix and text.strip():
                runs.insert(0, Run(prefix, runs[0].zone))
        if name == "title" or name.startswith("heading"):
            self._document.heading = self._document.heading or one_line(text)
        return Paragraph(runs), boxes, ended

    def _inline(self, container: Element) -> None:
        """Read the runs in a paragraph."""
        for element in self._unwrapped(container):
            if element.tag == "r":
                self._run(element)
            elif element.tag == "subDoc":
                self._document.remarks["left-out-parts"] += 1
            elif element.tag in ("m:oMath", "m:oMathPara") and all(self._fields):
                self._runs.append(Run(linear(element), self._zone))

    def _run(self, run: Element) -> None:
        zone = self._zone_of(run.find("rPr"))
        for element in self._unwrapped(run):
            if element.tag == "fldChar":
                self._field(element, zone)
            elif not all(self._fields):
                continue
            elif element.tag in ("drawing", "pict", "object"):
                self._drawing(element)
            elif element.tag == "ruby":
                self._ruby(element, zone)
            elif text := self._text(element, run):
                self._runs.append(Run(text, zone))

    def _ruby(self, ruby: Element, zone: str) -> None:
        """Read words with their reading behind them, which stands over them in print."""
        for tag, before, after in (("rubyBase", "", ""), ("rt", "(", ")")):
            for part in ruby.iterfind(tag):
                self._runs.append(Run(before, zone))
                self._inline(part)
                self._runs.append(Run(after, zone))

    def _zone_of(self, properties: Element | None) -> str:
        hides = is_on(properties, "vanish")
        if hides is None:
            named = None if properties is None else properties.find("rStyle")
            by_style = named is not None and self._styles.hidden_by(named.get("val", ""))
            hides = by_style != self._paragraph_hides or self._styles.hides  # styles toggle
        return HIDDEN if hides or self._row_hides else self._zone

    def _text(self, element: Element, run: Element) -> str:
        tag = element.tag
        if tag == "t":
            text = element.text or ""
            if element.get("xml:space") != "preserve":
                text = text.strip(" \t\r\n")
            text = _LINE_ENDS.sub(" ", text)
            fonts = run.find("rPr/rFonts")
            return text if fonts is None else with_signs(text, fonts.get("ascii", ""))
        if tag == "sym":
            return _sign(element.get("char", ""), element.get("font", ""))
        if tag in _NOTES:
            note = _NOTES[tag], element.get("id", "")
            return f"[{self.references.setdefault(note, len(self.references) + 1)}]"
        return _SIGNS.get(tag, "")

    def _field(self, sign: Element, zone: str) -> None:
        """Follow a field: only its result is text, not the code that it comes from."""
        kind = sign.get("fldCharType", "")
        if kind == "begin":
            self._fields.append(False)
            self._form_value = form_value(sign)
        elif self._fields and kind == "separate":
            self._fields[-1] = True
            self._form_value = ""
        elif self._fields and kind == "end":
            self._fields.pop()
            if self._form_value and all(self._fields):
                self._runs.append(Run(self._form_value, zone))
            self._form_value = ""

    def _drawing(self, drawing: Element) -> None:
        if drawing.tag == "object":
            self._document.remarks["left-out-objects"] += 1
            return
        fields, self._fields = self._fields, []
        self._drawn(drawing)
        self._fields = fields

    def _drawn(self, container: Element) -> None:
        for element in self._unwrapped(container):
            if element.tag == "txbxContent":
                self._boxes += self.blocks(element)
                continue
            if element.tag == "dgm:relIds":
                said = self._part("diagramData", element.get("r:dm", ""))
                self._boxes += said
                self._document.remarks["left-out-pictures"] += not said
            if element.tag == "v:textpath":  # letters bent to a shape
                self._boxes.append(Paragraph([Run(element.get("?:string", ""), self._zone)]))
            self._document.remarks["left-out-pictures"] += element.tag in _PICTURES
            self._drawn(element)


def _begun_late(row: Element) -> list[list[Block]]:
    """Return an empty cell for each column that a row begins after."""
    before = row.find("trPr/gridBefore")
    said = "" if before is None else before.get("val", "")
    return [[]] * (min(int(said), _MOST_COLUMNS) if said.isdecimal() and len(said) < 9 else 0)


def _chosen(alternatives: Element) -> Element:
    """Return the first of several ways to say the same: the others say it to older programs."""
    return next(iter(alternatives), alternatives)


def _sign(code: str, font: str) -> str:
    try:
        return symbol(int(code, 16), font)
    except ValueError:
        return ""
