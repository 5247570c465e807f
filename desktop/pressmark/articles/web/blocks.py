"""A page's tree as the blocks that a reader sees: paragraphs, headings, items, rows, captions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import regex
from lxml import etree
from lxml.html import HtmlElement

from pressmark.articles.web import footnotes, tables
from pressmark.articles.web.hidden import is_hidden

_SPACE = re.compile(r"[ \t\n\r\f]+")
"""What HTML collapses: a no-break space is none of it."""
_BREAKS = re.compile("[ \xa0\u3000]*\n[ \xa0\u3000]*")
_GAP = re.compile(r"\n{2,}")
_EDGES = " \t\n\r\f\xa0\u3000"
_SENTENCE = regex.compile(r"[.!?…。！？؟۔।။][\"'”’»)\]]*(?:\[\d+\])?\s*$")
_LETTER = re.compile(r"[\W_]+")

_UNREAD = (
    "script style noscript template head svg math select datalist option textarea button input"
    " iframe object embed audio video canvas map applet frameset rp"
)
_STANDING = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav"
    " ol p pre search section summary table tbody td tfoot th thead tr ul"
)
_SKIPPED, _BREAKING = frozenset(_UNREAD.split()), frozenset(_STANDING.split())
_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    "li": "item",
    "blockquote": "quote",
}


@dataclass(slots=True, eq=False)
class Block:
    """A stretch of a page that stands by itself, and the innermost element it is in.

    `text` has no mark of a list in it, `mark` has ("• ", "2. "); `linked` counts the code points
    of `text` that are links; a block that is `tight` is the next line of what stands before it.
    """

    text: str
    kind: str
    element: HtmlElement
    mark: str = ""
    linked: int = 0
    hidden: bool = False
    tight: bool = False
    key: str = field(init=False)

    def __post_init__(self) -> None:
        self.key = key_of(self.text)

    @property
    def whole(self) -> str:
        """The text behind its mark."""
        return self.mark + self.text


def key_of(text: str) -> str:
    """Return the letters and digits of a text: what is left when it is laid out in another way."""
    return _LETTER.sub("", text).casefold()


def ends_as_sentence(text: str) -> bool:
    """Say whether a text ends as a sentence does, a reference to a note behind it or not."""
    return _SENTENCE.search(text) is not None


def blocks_of(root: HtmlElement) -> list[Block]:
    """Return what can be read of a tree, in order; scripts, forms and pictures say nothing."""
    return list(_Walk(root).blocks())


@dataclass(slots=True)
class _Walk:
    """One way through a tree, without calling itself: pages may be deep."""

    root: HtmlElement
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    links: int = 0
    raw: int = 0
    mark: str = ""
    hidden: HtmlElement | None = None
    numbers: dict[HtmlElement, int] = field(default_factory=dict)

    def blocks(self) -> Iterator[Block]:
        notes = footnotes.targets(self.root)
        walk = etree.iterwalk(self.root, events=("start", "end"))
        skipped: HtmlElement | None = None
        for event, element in walk:
            if event == "end":
                if element is not skipped:
                    yield from self._left(element)
                self._read(element.tail)
                continue
            yield from self._before(element)
            skipped = element
            if element.tag == "table" and tables.holds_facts(element):
                yield from self._rows(element)
            elif (number := footnotes.reference(element)) is not None:
                self._read(f"[{number}]")
            elif element.tag not in _SKIPPED and not footnotes.leads_back(element, notes):
                skipped = None
                self._entered(element, notes)
                continue
            walk.skip_subtree()
        yield from self._flushed(self.root)

    def _before(self, element: HtmlElement) -> Iterator[Block]:
        if _breaks(element) or (self.hidden is None and is_hidden(element)):
            yield from self._flushed(element.getparent())

    def _entered(self, element: HtmlElement, notes: footnotes.Targets) -> None:
        if self.hidden is None and is_hidden(element):
            self.hidden = element
        self.links += element.tag == "a"
        self.raw += element.tag == "pre"
        if element.tag == "li":
            self.mark = _mark(element, self.numbers)
        self.mark = footnotes.mark(element, notes) or self.mark
        if element.tag == "q":
            self.pieces.append("“")
        elif element.tag == "rt":
            self.pieces.append("(")
        elif element.tag == "br":
            self.pieces.append("\n")
        self._read(element.text)

    def _left(self, element: HtmlElement) -> Iterator[Block]:
        if element.tag == "q":
            self.pieces.append("”")
        elif element.tag == "rt":
            self.pieces.append(")")
        if _breaks(element) or element is self.hidden:
            yield from self._flushed(element)
        if element.tag == "li":
            self.mark = ""
        if element is self.hidden:
            self.hidden = None
        self.links -= element.tag == "a"
        self.raw -= element.tag == "pre"

    def _read(self, text: str | None) -> None:
        if not text:
            return
        self.pieces.append(text if self.raw else _SPACE.sub(" ", text))
        if self.links:
            self.linked += len(text.strip())

    def _flushed(self, element: HtmlElement | None) -> Iterator[Block]:
        """Yield what was read since the last block: paragraphs, where lines are left empty."""
        text, linked = "".join(self.pieces), self.linked
        self.pieces, self.linked = [], 0
        if not text.strip(_EDGES) or element is None:
            return
        if not self.raw:
            text = _BREAKS.sub("\n", _SPACE_RUN.sub(" ", text))
        kind = next((_KINDS[one.tag] for one in _up(element) if one.tag in _KINDS), "paragraph")
        for part in _GAP.split(text):
            if stripped := part.strip("\n").rstrip() if self.raw else part.strip(_EDGES):
                hidden = self.hidden is not None
                yield Block(stripped, kind, element, self.mark, min(linked, len(stripped)), hidden)
                self.mark = ""

    def _rows(self, table: HtmlElement) -> Iterator[Block]:
        hidden = self.hidden is not None or is_hidden(table)
        for number, row in enumerate(tables.rows(table)):
            cells = [" ".join(one.text.replace("\n", " ") for one in blocks_of(c)) for c in row]
            if any(cells):
                yield Block(
                    "\t".join(cells).rstrip("\t"), "row", table, hidden=hidden, tight=number > 0
                )


_LONG = 100
_SPACE_RUN = re.compile(" {2,}")


def _up(element: HtmlElement) -> Iterator[HtmlElement]:
    """Yield an element and the few around it that tell what kind of block it makes."""
    for _ in range(4):
        yield element
        parent = element.getparent()
        if parent is None:
            return
        element = parent


def _breaks(element: HtmlElement) -> bool:
    if element.tag in _BREAKING:
        return True
    if "-" in element.tag and len(str(element.text_content())) > _LONG:
        return True  # elements of a page's own: those with much in them stand by themselves
    style = element.get("style")
    return style is not None and "display" in style and "block" in style and "inline" not in style


def _mark(item: HtmlElement, numbers: dict[HtmlElement, int]) -> str:
    """Return what stands before an item of a list, and count it."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "• "
    first = parent.get("start", "1")
    numbers[parent] = numbers.get(parent, int(first) - 1 if first.isdecimal() else 0) + 1
    return f"{numbers[parent]}. "
