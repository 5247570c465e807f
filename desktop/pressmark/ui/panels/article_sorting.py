"""In which order articles are listed."""

import re
from typing import Literal, get_args

from pressmark.model.article import STATES, Shelved
from pressmark.store.unopened import last_change
from pressmark.ui.panels.article_facets import state_of
from pressmark.ui.panels.sorted_rows import Key

Sorting = Literal["imported", "title", "source", "date", "annotations", "state", "changed"]
SORTINGS: tuple[Sorting, ...] = get_args(Sorting)

_NO_DIGIT = re.compile(r"[^0-9]")
_RANKS: dict[str, int] = {state: rank for rank, state in enumerate(STATES)}
_DIGITS = 14
"""As many digits as a time has to the second."""


def sort_key(sorting: Sorting, shelved: Shelved, title: str, annotator_id: str) -> Key:
    """Return what an article is sorted by; where that is the same, they stand as imported.

    Dates and numbers go from the latest and largest down; what is not known stands last.
    """
    return *_leading(sorting, shelved, title, annotator_id), *shelved.head.order


def _leading(sorting: Sorting, shelved: Shelved, title: str, annotator_id: str) -> Key:
    key: Key = ()
    match sorting:
        case "title":
            key = (_word_key(title),)
        case "source":
            key = (_word_key(shelved.head.source or ""),)
        case "date":
            key = (-_number(shelved.head.published or ""),)
        case "annotations":
            key = (-sum(shelved.counts.values()),)
        case "state":
            key = (_RANKS.get(state_of(shelved, annotator_id), len(_RANKS)),)
        case "changed":
            key = (-_number(last_change(shelved)),)
    return key


def _word_key(words: str) -> str:
    return words.strip().casefold() or "\U0010ffff"


def _number(time: str) -> int:
    return int(_NO_DIGIT.sub("", time)[:_DIGITS].ljust(_DIGITS, "0"))
