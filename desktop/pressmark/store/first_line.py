"""The first line of an article in a project file: its head, then its text, then its annotations."""

from pressmark.model.article import ArticleHead
from pressmark.store.records import to_json
from pressmark.store.strict_json import json_bytes

BEFORE_TEXT = b', "text": '
AFTER_TEXT = b', "annotations": ['

_QUOTES_BEHIND = 4
"""Those of a text, and of the key `annotations` after it."""


def is_text_alone(behind: bytes) -> bool:
    """Say whether no other key stands between the text and the annotations; hardly ever so.

    `behind` is what stands in the line after `BEFORE_TEXT`.
    """
    quotes = behind.count(b'"') - behind.count(b'\\"')
    return quotes == _QUOTES_BEHIND and b'\\\\"' not in behind


def text_start(article: bytes) -> int | None:
    """Return where in an article's lines the head is over; None where no line says so plainly."""
    line = article[: article.find(b"\n")]
    start = line.rfind(BEFORE_TEXT)
    is_plain = line.endswith(AFTER_TEXT) and is_text_alone(line[start + len(BEFORE_TEXT) :])
    return start if start >= 0 and is_plain else None


def head_bytes(head: ArticleHead) -> bytes:
    """Return what stands before the text in the lines of an article with that head."""
    return json_bytes(to_json(head))[:-1]
