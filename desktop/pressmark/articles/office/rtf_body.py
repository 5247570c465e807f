"""The body of an RTF file: what stands there once all tracked changes are accepted.

A reader of its own: the library there is, striprtf, takes hidden and deleted text for text, drops
notes, text boxes and titles, and tears letters of two bytes and surrogate pairs apart.
"""

import re

from pressmark.articles.office.blocks import HIDDEN, NAVIGATION, Paragraph, Run
from pressmark.articles.office.counting import BULLET
from pressmark.articles.office.document import Document, one_line
from pressmark.articles.office.rtf_flow import Flow
from pressmark.articles.office.rtf_letters import FAMILIES, Letters, codec_of_page
from pressmark.articles.office.rtf_state import Group, Layout
from pressmark.articles.office.rtf_tokens import Token, Tokens
from pressmark.articles.office.symbols import with_signs

_ENDS = frozenset({"par", "sect", "cell", "row", "nestcell", "nestrow"})
_LETTERS = {
    "tab": "\t",
    "line": "\n",
    "page": "\n",
    "column": "\n",
    "emdash": "—",
    "endash": "–",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "ltrmark": "\u200e",
    "rtlmark": "\u200f",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "zwbo": "\u200b",
    "zwnbo": "\u2060",
}
_COUNTED = {
    "pict": "left-out-pictures",
    "object": "left-out-objects",
    "annotation": "left-out-comments",
}
_SKIPPED = frozenset(
    {
        "fldinst",
        "nonshppict",
        "shprslt",
        "nonesttables",
        "colortbl",
        "tc",
        "tcn",
        "xe",
        "rxe",
        "txe",
        "mmathPict",
    }
)
_QUIET = frozenset({"info", "shpinst", "shpgrp", "shp", "do", "upr"})
"""Groups that are no text themselves and have some in groups of theirs."""
_EQUATION = re.compile(r"m\w*Pr$")
"""Properties of equations and of their parts."""
_TABLES = {"fonttbl": "fonts", "stylesheet": "styles"}
_HEADERS = frozenset(
    {"header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"}
)
_BOXES = frozenset({"shptxt", "dptxbxtext"})
_LABELS = frozenset({"pntext", "listtext"})
_SAID = frozenset({"title", "author", "keywords"})
_CAPTURED = _HEADERS | _BOXES | _LABELS | {"footnote"}
_DESPITE_STARS = (
    {"ud", "nesttableprops", "shppict", "moMath", "moMathPara"}
    | (_COUNTED.keys() | _SKIPPED | _QUIET | _CAPTURED | _SAID)
)  # fmt: skip
"""What is followed though a star says that it may be passed over."""


class RtfBody:
    """Reads a file into a document; `said` are the properties it gives itself."""

    def __init__(self, document: Document) -> None:
        self.said: dict[str, str] = {}
        self.is_cut_off = False
        self._document = document
        self._letters = Letters()
        self._styles: dict[int, str] = {}
        self._groups: list[Group] = []
        self._now = Group()
        self._flows = [Flow()]
        self._change = ""

    def read(self, data: bytes) -> None:
        """Follow the file to the end of its outermost group."""
        for token in Tokens(data):
            self._take(token)
            if not self._groups:
                break
        self.is_cut_off = bool(self._groups)
        while self._groups:
            self._close()
        self._document.blocks = self._flows[0].finish()

    def _take(self, token: Token) -> None:
        if token.kind == "open":
            self._groups.append(self._now)
            self._now = self._now.inner()
        elif token.kind == "close":
            self._close()
        elif self._now.target == "skip":
            pass
        elif token.kind == "bytes":
            self._write(self._letters.read(token.data, self._now.face))
        elif token.kind == "letters":
            self._write(with_signs(token.word, self._letters.font(self._now.face).name))
        elif token.kind == "star":
            self._now.starred = True
        elif not self._begins_destination(token.word):
            self._word(token.word, token.number)

    def _write(self, text: str) -> None:
        now = self._now
        if now.target == "fonts":
            self._letters.name(text)
        elif now.target == "styles":
            self._styles[self._now.layout.style] = text.partition(";")[0].strip().lower()
        elif now.target == "text":
            change = "deleted" if now.deleted else "inserted" if now.inserted else ""
            self._document.remarks["tracked-changes"] += change not in ("", self._change)
            self._change = change
            if not now.deleted:
                self._flows[-1].write(text, self._zone)

    @property
    def _zone(self) -> str:
        if self._now.hidden:
            return HIDDEN
        return NAVIGATION if self._style.startswith("toc ") else ""

    @property
    def _style(self) -> str:
        return self._styles.get(self._now.layout.style, "")

    def _close(self) -> None:
        closed, self._now = self._now, self._groups.pop() if self._groups else Group()
        if closed.captured:
            self._deliver(closed.captured, self._flows.pop())

    def _begins_destination(self, word: str) -> bool:
        """Say whether a word tells what its group is for, and let the group be that."""
        now = self._now
        starred, now.starred = now.starred, False
        if word in _COUNTED and now.target != "fonts":
            self._document.remarks[_COUNTED[word]] += not now.deleted
            now.target = "skip"
        elif word in _SKIPPED or (starred and word not in _DESPITE_STARS) or _EQUATION.match(word):
            now.target = "skip"
        elif word in _TABLES:
            now.target = _TABLES[word]
        elif word in _QUIET:
            now.outside, now.target = now.target, "quiet"
        elif word == "ud":
            now.target = now.outside
        elif word in _CAPTURED or (word in _SAID and now.target == "quiet"):
            self._capture(word)
        else:
            return False
        return True

    def _capture(self, word: str) -> None:
        """Let the group be a flow of its own."""
        now = self._now
        if now.captured or now.deleted:
            now.target = "skip"
            return
        if word == "footnote":
            self._document.notes.append([])
            self._flows[-1].write(f"[{len(self._document.notes)}]", self._zone)
        now.target, now.captured, now.layout = "text", word, Layout()
        self._flows.append(Flow())

    def _deliver(self, word: str, flow: Flow) -> None:
        """Put a flow that has ended where it belongs."""
        blocks = flow.finish()
        text = "\n".join(block.text for block in blocks if isinstance(block, Paragraph)).strip()
        if word == "footnote":
            self._document.notes[self._document.notes.index([])] = blocks or [Paragraph()]
        elif word in _BOXES:
            self._flows[-1].put_after(blocks)
        elif word in _HEADERS:
            self._document.remarks["left-out-headers"] += bool(text)
        elif word in _LABELS and text:
            is_bullet = len(text) == 1 and (text == "o" or not text.isalnum())
            self._flows[-1].prefix = Run(BULLET if is_bullet else f"{text} ", self._zone)
        elif word in _SAID:
            self.said[word] = text

    def _word(self, word: str, number: int | None) -> None:
        now = self._now
        if word in _LETTERS:
            self._write(_LETTERS[word])
        elif now.target == "fonts":
            self._letters.define(word, number or 0)
        elif word in FAMILIES:
            self._letters.codec = FAMILIES[word]
        elif word == "ansicpg":
            self._letters.codec = codec_of_page(number or 0)
        elif word == "deff":
            self._letters.default = number
        elif word in _ENDS:
            if now.target == "text" and not now.deleted:
                self._end(word)
        else:
            now.say(word, number)

    def _end(self, word: str) -> None:
        """End a paragraph, a cell or a row."""
        flow, layout = self._flows[-1], self._now.layout
        depth = max(2, layout.nested) if word.startswith("nest") else 1
        if word in ("row", "nestrow"):
            flow.end_row(depth)
        elif word in ("cell", "nestcell"):
            flow.end_cell(depth)
        else:
            text = flow.end_paragraph(layout.depth)
            if layout.is_heading or self._style.startswith(("title", "heading")):
                document = self._document
                document.heading = document.heading or one_line(text)
