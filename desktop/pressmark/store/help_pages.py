"""The help pages that ship: text files with a title, headings, items and a few marks inside lines.

    # Title                  ## Heading              - An item
    *stress*  **strong**  `typed`  [key undo]  [cap Esc]  [do export]  [page checks]

A key or a deed is named by the id of its action, another page by its own id.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from pressmark.paths import resource

PAGES = (
    "start",
    "reading",
    "correcting",
    "fragments",
    "attributes",
    "entities",
    "relations",
    "zones",
    "finding",
    "checks",
    "overview",
    "assessment",
    "history",
    "merging",
    "exchange",
    "label-sets",
    "preferences",
    "keys",
    "headless",
    "privacy",
)
"""The ids of all pages, in the order in which they are listed."""

_ENGLISH = "en"

BlockKind = Literal["heading", "paragraph", "item"]
PieceKind = Literal["text", "stress", "strong", "typed", "key", "cap", "do", "page"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one kind; of "key" and "do" the id of an action, of "page" that of a page."""

    kind: PieceKind
    words: str


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph or an item of a list."""

    kind: BlockKind
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the help."""

    id: str
    title: str
    blocks: tuple[Block, ...]

    @property
    def words(self) -> str:
        """All that can be searched for, in lower case."""
        told = (piece.words for block in self.blocks for piece in block.pieces)
        return f"{self.title} {''.join(told)}".casefold()


@cache
def help_pages(language: str) -> tuple[Page, ...]:
    """Return all pages in a language ("uk"); those it lacks in English."""
    return tuple(_read(page_id, _path(page_id, language)) for page_id in PAGES)


def _path(page_id: str, language: str) -> Path:
    own = resource("help", language, f"{page_id}.md")
    return own if own.is_file() else resource("help", _ENGLISH, f"{page_id}.md")


def _read(page_id: str, path: Path) -> Page:
    title, *rest = path.read_text(encoding="utf-8").split("\n")
    blocks = tuple(_block(line) for line in rest if line.strip())
    return Page(page_id, title.removeprefix("# "), blocks)


def _block(line: str) -> Block:
    for sign, kind in _SIGNS.items():
        if line.startswith(sign):
            return Block(kind, tuple(_pieces(line.removeprefix(sign))))
    return Block("paragraph", tuple(_pieces(line)))


def _pieces(line: str) -> Iterator[Piece]:
    at = 0
    for found in _MARKED.finditer(line):
        if found.start() > at:
            yield Piece("text", line[at : found.start()])
        kind = next(one for one in get_args(PieceKind) if found.groupdict().get(one) is not None)
        yield Piece(kind, found.group(kind))
        at = found.end()
    if at < len(line):
        yield Piece("text", line[at:])


_SIGNS: dict[str, BlockKind] = {"## ": "heading", "- ": "item"}
_MARKED = re.compile(
    r"\[key (?P<key>[^\]]+)\]|\[cap (?P<cap>[^\]]+)\]|\[do (?P<do>[^\]]+)\]"
    r"|\[page (?P<page>[^\]]+)\]|`(?P<typed>[^`]+)`"
    r"|\*\*(?P<strong>[^*]+)\*\*|\*(?P<stress>[^*]+)\*"
)
