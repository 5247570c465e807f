"""The body of an OpenDocument text: what stands there once all tracked changes are accepted.

Names are those of `names.shorten`: bare in the space of text.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from pressmark.articles.office.blocks import HIDDEN, NAVIGATION, Block, Paragraph, Run, Table
from pressmark.articles.office.document import Document, one_line
from pressmark.articles.office.odf_lists import Lists, OpenList
from pressmark.articles.office.odf_styles import Styles, whole_number
from pressmark.articles.office.symbols import with_signs

_SIGNS = {"s": " ", "tab": "\t", "line-break": "\n"}
_BLANKS = re.compile(r"[ \t\r\n]+")
_MOST_BLANKS = 1000
_MOST_REPEATED = 50
_SECTIONS = frozenset({"section", "index-title", "numbered-paragraph"})
_INDEXES = frozenset(
    {
        "table-of-content",
        "alphabetical-index",
        "illustration-index",
        "table-index",
        "object-index",
        "user-index",
    }
)
_ROWS = frozenset({"table:table-header-rows", "table:table-rows", "table:table-row-group"})
_NO_TEXT = frozenset(
    {"number", "script", "office:annotation-end", "office:event-listeners", "office:forms"}
)
_MARKS = frozenset({"change-start", "change-end", "office:annotation"})


class OdfBody:
    """Reads blocks into a document."""

    def __init__(self, document: Document, styles: Styles) -> None:
        self._document = document
        self._styles = styles
        self._lists = Lists(styles)
        self._runs: list[Run] = []
        self._boxes: list[Block] = []
        self._after_blank = True
        self._zone = ""
        self._font = ""
        self._deletions: set[str] = set()
        self._open_deletions: set[str] = set()

    def blocks(self, container: Element, within: OpenList | None = None) -> list[Block]:
        """Return the blocks in an element: a body, a cell, a text box, a note."""
        found: list[Block] = []
        for element in container:
            goes_on = bool(self._open_deletions)  # a paragraph's end was deleted too
            blocks = self._block(element, within)
            if goes_on and blocks and found:
                first, last = blocks[0], found[-1]
                if isinstance(first, Paragraph) and isinstance(last, Paragraph):
                    last.runs.extend(first.runs)
                    del blocks[0]
            found += blocks
        return found

    def _block(self, element: Element, within: OpenList | None) -> list[Block]:
        tag = element.tag
        if tag in ("p", "h"):
            return self._paragraph(element, in_list=within is not None)
        if tag == "list":
            return self._list(element, within)
        if tag == "table:table":
            return [self._table(element)]
        if tag in _SECTIONS or tag in _INDEXES or tag in ("index-body", "bibliography"):
            return self._section(element, within)
        if tag.startswith("draw:"):
            return self._drawing(element)
        if tag == "tracked-changes":
            self._changes(element)
        else:
            self._mark(element)
        return []

    def _changes(self, element: Element) -> None:
        """Count changes; in flat files what was deleted stands in the text, between marks."""
        for change in element.iterfind("changed-region"):
            self._document.remarks["tracked-changes"] += 1
            if change.find("deletion") is not None:
                self._deletions.add(change.get("id", change.get("xml:id", "")))

    def _mark(self, element: Element) -> None:
        """Take what is no text, but says something of it."""
        change = element.get("change-id", "")
        if element.tag == "office:annotation":
            self._document.remarks["left-out-comments"] += 1
        elif element.tag == "change-start" and change in self._deletions:
            self._open_deletions.add(change)
        elif element.tag == "change-end":
            self._open_deletions.discard(change)

    def _section(self, element: Element, within: OpenList | None) -> list[Block]:
        outside = self._zone
        if element.get("display") == "none" or element.get("is-hidden") == "true":
            self._zone = HIDDEN
        elif element.tag in _INDEXES:
            self._zone = self._zone or NAVIGATION
        found = self.blocks(element, within)
        self._zone = outside
        return found

    def _list(self, element: Element, outer: OpenList | None) -> list[Block]:
        opened = self._lists.open(element, outer)
        found: list[Block] = []
        for item in element:
            if item.tag not in ("list-item", "list-header"):
                continue
            first = next((one for one in item if one.tag in ("p", "h", "list")), None)
            prefix = ""
            if item.tag == "list-item" and first is not None and first.tag != "list":
                prefix = self._lists.next_prefix(item, opened, first.get("style-name", ""))
            blocks = self.blocks(item, opened)
            _put_before(blocks, prefix)
            found += blocks
        return found

    def _table(self, table: Element) -> Table:
        rows: list[list[list[Block]]] = []
        for row in _rows(table):
            outside = self._zone
            if row.get("table:visibility") in ("collapse", "filter"):
                self._zone = HIDDEN
            cells = self._cells(row)
            times = row.get("table:number-rows-repeated")
            rows += [cells] * whole_number(times, 1, _MOST_REPEATED)
            self._zone = outside
        return Table(rows)

    def _cells(self, row: Element) -> list[list[Block]]:
        """Return the cells of a row, empty ones where a cell of a row above reaches down."""
        cells: list[list[Block]] = []
        spanned = 0
        for cell in row:
            times = whole_number(cell.get("table:number-columns-repeated"), 1, _MOST_REPEATED)
            if cell.tag == "table:table-cell":
                cells += [self.blocks(cell)] * times
                spanned = whole_number(cell.get("table:number-columns-spanned"), 1, 1000) - 1
            elif cell.tag == "table:covered-table-cell":
                cells += [[]] * max(0, times - spanned)
                spanned = max(0, spanned - times)
        return cells

    def _paragraph(self, element: Element, *, in_list: bool) -> list[Block]:
        """Return a paragraph and the text boxes anchored in it."""
        style = element.get("style-name", "")
        outside = self._runs, self._boxes, self._after_blank, self._zone, self._font
        self._runs, self._boxes, self._after_blank = [], [], True
        self._font = self._styles.font("paragraph", style)
        concealed = any(one.get("is-hidden") == "true" for one in element.iter("hidden-paragraph"))
        if concealed or self._styles.hides("paragraph", style):
            self._zone = HIDDEN
        self._inline(element)
        paragraph, boxes = Paragraph(self._runs), self._boxes
        self._runs, self._boxes, self._after_blank, self._zone, self._font = outside
        text = paragraph.text
        if element.tag == "h" or self._styles.is_title(style):
            self._document.heading = self._document.heading or one_line(text)
        if element.tag == "h" and not in_list and element.get("is-list-header") != "true":
            level = whole_number(element.get("outline-level"), 1, 10)
            _put_before([paragraph], self._lists.next_chapter(level) if text.strip() else "")
        return [paragraph, *boxes]

    def _inline(self, container: Element) -> None:
        """Read the text in an element and after those in it."""
        self._text(container.text)
        for element in container:
            self._element(element)
            self._text(element.tail)

    def _text(self, text: str | None) -> None:
        text = _BLANKS.sub(" ", text or "")
        if self._after_blank:
            text = text.removeprefix(" ")
        if text:
            self._after_blank = text.endswith(" ")
            if not self._open_deletions:
                self._runs.append(Run(with_signs(text, self._font), self._zone))

    def _sign(self, text: str) -> None:
        self._runs.append(Run(text, self._zone))
        self._after_blank = False

    def _element(self, element: Element) -> None:
        tag = element.tag
        if tag in _MARKS:
            self._mark(element)
        elif self._open_deletions:
            self._inline(element)  # the end of the deletion may be in it
        elif tag in _SIGNS:
            self._sign(_SIGNS[tag] * whole_number(element.get("c"), 1, _MOST_BLANKS))
        elif tag == "span":
            self._span(element)
        elif tag == "note":
            self._note(element)
        elif tag == "hidden-text":
            self._concealed(element)
        elif tag.startswith("draw:"):
            self._boxes += self._drawing(element)
        elif tag == "ruby-text":  # over the words in print, behind them here
            self._sign("(")
            self._inline(element)
            self._sign(")")
        elif tag not in _NO_TEXT:
            self._inline(element)

    def _span(self, element: Element) -> None:
        outside = self._zone, self._font
        style = element.get("style-name", "")
        self._font = self._styles.font("text", style) or self._font
        hides = self._styles.hides("text", style)
        if hides:
            self._zone = HIDDEN
        elif hides is False and self._zone == HIDDEN:
            self._zone = ""
        self._inline(element)
        self._zone, self._font = outside

    def _concealed(self, element: Element) -> None:
        """Read a field that hides its text under some condition."""
        if element.get("is-hidden") == "true":
            said = element.get("string-value") or element.text or ""
            self._runs.append(Run(said, HIDDEN))
            self._after_blank = False
        else:
            self._inline(element)

    def _note(self, element: Element) -> None:
        notes = self._document.notes
        notes.append([])
        number = len(notes)
        self._sign(f"[{number}]")
        body = element.find("note-body")
        notes[number - 1] = [] if body is None else self.blocks(body)

    def _drawing(self, element: Element) -> list[Block]:
        """Return the text in a frame or a shape; count the pictures and objects in it."""
        if element.find("draw:object") is not None or element.find("draw:object-ole") is not None:
            self._document.remarks["left-out-objects"] += 1
            return []
        self._document.remarks["left-out-pictures"] += element.find("draw:image") is not None
        return self.blocks(element)


def _rows(container: Element) -> Iterator[Element]:
    for element in container:
        if element.tag == "table:table-row":
            yield element
        elif element.tag in _ROWS:
            yield from _rows(element)


def _put_before(blocks: list[Block], prefix: str) -> None:
    """Put a number before the first paragraph, if there is text in it."""
    first = blocks[0] if blocks else None
    if prefix and isinstance(first, Paragraph) and first.text.strip():
        first.runs.insert(0, Run(prefix, first.runs[0].zone))
