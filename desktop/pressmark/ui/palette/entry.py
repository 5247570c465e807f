"""What the palette lists."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to do or to go to: its words, what it is or which keys do it, and its icon."""

    words: str
    aside: str
    icon: str
    do: Callable[[], object]
    also: str = ""
    """Further words that find it, unseen."""
