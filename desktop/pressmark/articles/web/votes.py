"""What others take for the article of a page: trafilatura, in two moods, and the page itself."""

import copy
import logging
from collections.abc import Iterable, Sequence
from typing import Literal

from lxml.etree import LxmlError
from lxml.html import HtmlElement

from pressmark.articles.web.blocks import Block, key_of

_SHINGLE = 12
"""How many letters in a row tell where a stretch of text is from."""
_SHARE = 0.6
"""How much of a block a vote must hold for the block to be meant."""

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it cannot read, we say ourselves
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


class Vote:
    """A text that somebody holds to be the article, to be found again in the blocks of the page."""

    def __init__(self, text: str) -> None:
        keys = [key for line in text.split("\n") if (key := key_of(line))]
        self.letters = sum(map(len, keys))
        self._lines = frozenset(keys)
        self._shingles = _shingles("\n".join(keys))

    def holds(self, block: Block) -> bool:
        """Say whether a block is in the text, as laid out there."""
        if len(block.key) <= 2 * _SHINGLE:
            return block.key in self._lines
        return self.share(block.key) > _SHARE

    def share(self, key: str) -> float:
        """Return how much of some letters are in the text, in rows of a dozen."""
        shingles = _shingles(key)
        return len(shingles & self._shingles) / max(1, len(shingles))

    def found(self, blocks: Iterable[Block]) -> float:
        """Return how much of the text the blocks have."""
        there = _shingles("\n".join(block.key for block in blocks))
        return len(there & self._shingles) / max(1, len(self._shingles))


def trafilatura_vote(tree: HtmlElement, mood: Literal["precise", "balanced"]) -> Vote:
    """Ask trafilatura; it changes trees, so it gets one of its own."""
    from trafilatura import bare_extraction  # noqa: PLC0415 -- half a second that only pages need

    try:
        found = bare_extraction(
            copy.deepcopy(tree),
            favor_precision=mood == "precise",
            include_comments=False,
            include_tables=True,
            include_formatting=False,
        )
    except (ValueError, TypeError, LxmlError):  # of trees that even browsers would not make
        return Vote("")
    return Vote((found.text if found and not isinstance(found, dict) else None) or "")


def _shingles(key: str) -> set[str]:
    if len(key) < _SHINGLE:
        return {key} if key else set()
    return {key[at : at + _SHINGLE] for at in range(len(key) - _SHINGLE + 1)}


def letters(blocks: Sequence[Block]) -> int:
    """Return how many letters and digits blocks have together."""
    return sum(len(block.key) for block in blocks)
