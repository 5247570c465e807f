"""What closed articles say of their annotations without being opened."""

import re

from pressmark.errors import ProjectFileError
from pressmark.model.article import Shelved
from pressmark.store.shelf import KeptArticle

_CHANGED = re.compile(rb'"changed": "([0-9][^"\\]*)"')
_FLAGGED = re.compile(rb'"flag": true')


def is_damaged(shelved: Shelved) -> bool:
    """Say whether an article is known to be one that cannot be opened."""
    return isinstance(shelved, KeptArticle) and shelved.damage is not None


def last_change(shelved: Shelved) -> str:
    """Return when an annotation of an article changed last, as ISO 8601 in UTC; "" without one.

    Of a closed article the bytes are looked through: a thousand of them are read in the time in
    which one is opened.
    """
    if isinstance(shelved, KeptArticle):
        times = _CHANGED.findall(shelved.kept)
        return max(times).decode() if times else ""
    return max((one.changed for one in shelved.open().annotations), default="")


def has_flagged(shelved: Shelved) -> bool:
    """Say whether an annotation of an article is flagged; a closed one is opened where it may."""
    if isinstance(shelved, KeptArticle) and _FLAGGED.search(shelved.kept) is None:
        return False
    try:
        return any(one.flag for one in shelved.open().annotations)
    except ProjectFileError:
        return False
