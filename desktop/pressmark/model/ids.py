"""Ids: what they may look like, and how they are made."""

import hashlib
import re
import uuid

_PATTERN = re.compile(r"[A-Za-z0-9._-]{1,64}")


def is_id(text: str) -> bool:
    """Say whether `text` is a well-formed id: 1 to 64 of `A-Z a-z 0-9 . _ -`."""
    return _PATTERN.fullmatch(text) is not None


def new_id() -> str:
    """Return a new random id: 32 hexadecimal digits."""
    return uuid.uuid4().hex


def article_id(text: str) -> str:
    """Return the id of an article with this frozen text, so that two imports of one text meet.

    The first 16 hexadecimal digits of the SHA-256 of its UTF-8 form.
    """
    return hashlib.sha256(text.encode()).hexdigest()[:16]
