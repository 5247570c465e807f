"""Finding the block of a document at a height, with no more of it laid out than that needs.

Qt's own hitTest answers at random for a point between two blocks while it has not laid out all of
a long text.
"""

from bisect import bisect_right

from PySide6.QtGui import QTextBlock, QTextDocument


def block_at(document: QTextDocument, height: float, near: int) -> QTextBlock:
    """Return the last block that begins at or above `height`, looked for from number `near` on."""
    count = document.blockCount()
    low = near if near < count and _top(document, near) <= height else 0
    step = 1
    while low + step < count and _top(document, low + step) <= height:
        low += step
        step *= 2
    numbers = range(low, min(low + step, count))
    at = bisect_right(numbers, height, key=lambda number: _top(document, number))
    return document.findBlockByNumber(numbers[max(0, at - 1)])


def _top(document: QTextDocument, number: int) -> float:
    block = document.findBlockByNumber(number)
    return document.documentLayout().blockBoundingRect(block).top()
