"""Finding the articles in the bytes of a project file by its lines, without parsing them."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from typing import NamedTuple

from pressmark.errors import ProjectFileError, RecordError
from pressmark.model.article import ArticleHead
from pressmark.model.ids import is_id
from pressmark.model.json import Json
from pressmark.store.first_line import AFTER_TEXT, BEFORE_TEXT, is_text_alone
from pressmark.store.layout import AFTER_ARTICLES, ARTICLE_END, BEFORE_ARTICLES
from pressmark.store.records import from_json
from pressmark.store.shelf import KeptArticle, Recent
from pressmark.store.strict_json import read_json

_ANNOTATION = re.compile(rb'\n\{"id": "([A-Za-z0-9._-]{1,64})", "label": "([^"\\]*)", ')
_FRAGMENTS = b'"fragments"'
"""What every annotation has once, however many of them somebody wrote on one line."""


class Sections(NamedTuple):
    """The JSON of everything but the articles, and where in the file each article is.

    They are `regular` where each begins as the layout has it, and holds no other; else somebody
    may have written them otherwise.
    """

    frame: bytes
    articles: list[tuple[int, int]]
    regular: bool


def sections(data: bytes) -> Sections | None:
    """Take a project file apart; None where it is not in the layout."""
    start, end = data.find(BEFORE_ARTICLES + b"\n"), data.rfind(AFTER_ARTICLES)
    if not 0 <= start < end:
        return None
    articles: list[tuple[int, int]] = []
    at = start + len(BEFORE_ARTICLES)
    while at < end:
        close = data.find(ARTICLE_END, at + 1, end)
        if close < 0:
            return None
        after = close + len(ARTICLE_END)
        articles.append((at + 1, after))
        goes_on = data.startswith(b",\n", after) and after + 1 < end
        if after != end and not goes_on:
            return None
        at = after + goes_on
    begun = all(data.endswith(AFTER_TEXT, at, data.find(b"\n", at)) for at, _ in articles)
    regular = begun and data.count(AFTER_TEXT, start, end) == len(articles)
    return Sections(data[: start + 1] + data[end + len(b"\n],\n") :], articles, regular)


class Shelf:
    """The articles of a project file, closed, by id; `places` maps annotations to them.

    `numbered` says that the lines are those of the file, so that errors can name them.
    ProjectFileError `damaged` where an article or annotation has the id of another.
    """

    def __init__(self, data: bytes, articles: list[tuple[int, int]], *, numbered: bool) -> None:
        self.articles: dict[str, KeptArticle] = {}
        self.places: dict[str, str] = {}
        self._data = data
        self._view = memoryview(data)
        self._recent = Recent()
        line = data.count(b"\n", 0, articles[0][0]) + 1 if articles else 1
        for start, end in articles:
            self._take(start, end, line if numbered else None)
            line += data.count(b"\n", start, end) + 1

    def _take(self, start: int, end: int, line: int | None) -> None:
        """Put the article with these bytes on the shelf."""
        damage: Mapping[str, object] = {}
        first_end, close = self._data.find(b"\n", start, end), end - len(ARTICLE_END)
        try:
            head = _head(self._data[start:first_end])
        except RecordError as error:
            head = ArticleHead(id="damaged-" + sha256(self._view[start:end]).hexdigest()[:16])
            damage = error.facts
        names: list[tuple[str, str]] = [
            (one.decode(), label.decode(errors="replace"))
            for one, label in _ANNOTATION.findall(self._data, first_end, close)
        ]
        counted = (self._data.count(one, first_end, close) for one in (b"\n", _FRAGMENTS))
        if {len(names)} != set(counted):
            names, unreadable = _names(self._data[start:end])
            damage = damage or unreadable
        counts = Counter(label for _, label in names)
        article = KeptArticle(head, counts, self._view[start:end], line, self._recent)
        if damage:
            article.declare_damaged(damage)
        self._place(article, [one for one, _ in names])

    def _place(self, article: KeptArticle, annotation_ids: list[str]) -> None:
        article_id = article.head.id
        ids = set(annotation_ids)
        if article_id in self.articles:
            raise _duplicate(article_id, article.line)
        if len(ids) < len(annotation_ids) or not self.places.keys().isdisjoint(ids):
            twice = next(
                one
                for one, times in Counter(annotation_ids).items()
                if times > 1 or one in self.places
            )
            raise _duplicate(twice, article.line)
        self.articles[article_id] = article
        self.places.update(dict.fromkeys(annotation_ids, article_id))


def _duplicate(record_id: str, line: int | None) -> ProjectFileError:
    return ProjectFileError("damaged", reason="duplicate-id", id=record_id, line=line)


def _head(line: bytes) -> ArticleHead:
    """Return the head that an article's first line says; its text is not parsed."""
    before, _, behind = line.rpartition(BEFORE_TEXT)
    if not line.endswith(AFTER_TEXT):
        raise RecordError(where="text", reason="layout")
    if is_text_alone(behind):
        head = from_json(ArticleHead, read_json(before + b"}"))
    else:
        head = from_json(ArticleHead, _around_text(line, before))
    if not is_id(head.id):
        raise RecordError(where="id", reason="bad-id")
    return head


def _around_text(line: bytes, before: bytes) -> Json:
    """Return the keys of an article's first line, but those of text and annotations.

    Where the line cannot be read, only what stands `before` the text: opening the article tells.
    """
    with suppress(RecordError):
        document = read_json(line + b"]}")
        if isinstance(document, dict):
            return {key: document[key] for key in document if key not in {"text", "annotations"}}
    return read_json(before + b"}")


def _names(article: bytes) -> tuple[list[tuple[str, str]], dict[str, object]]:
    """Return id and label of each annotation that can be read, and where one cannot."""
    names: list[tuple[str, str]] = []
    damage: dict[str, object] = {}
    for at, record in enumerate(_records(article)):
        match record:
            case {"id": str(one), "label": str(label)} if is_id(one):
                names.append((one, label))
            case _:
                reason = record.facts["reason"] if isinstance(record, RecordError) else "shape"
                damage = damage or {"reason": reason, "where": f"annotations.{at}"}
    return names, damage


def _records(article: bytes) -> "Sequence[Json | RecordError]":
    """Return an article's annotations, however laid out; by line where not all can be read."""
    whole = _read(article)
    if isinstance(whole, dict) and isinstance(listed := whole.get("annotations"), list):
        return listed
    return [_read(line.removesuffix(b",")) for line in article.split(b"\n")[1:-1]]


def _read(line: bytes) -> "Json | RecordError":
    try:
        return read_json(line)
    except RecordError as error:
        return error
