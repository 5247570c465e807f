"""The layout of a project file: one valid JSON document that reads, diffs and merges by line.

    {"format": "pressmark-project", "version": 1, "id": ..., "title": ..., ...,
    "label_set": {...},
    "annotators": [...],
    "entities": [
    {...}
    ],
    "articles": [
    {"id": ..., ..., "text": "...", "annotations": [
    {...},
    {...}
    ]}
    ],
    "relations": [
    {...}
    ],
    "judgements": [
    {...}
    ]}

Keys that nobody knows stand last: those of an article before its text, so that a head can be read
without it; those of the project after the relations, each on its own line, and so do the keys that
only some projects have: summary, judgements, disputes.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from io import BytesIO

from pressmark.errors import ProjectFileError, RecordError
from pressmark.model.article import Article
from pressmark.model.json import Json
from pressmark.model.project import Project
from pressmark.store.first_line import AFTER_TEXT, BEFORE_TEXT
from pressmark.store.frame import Frame, frame_of
from pressmark.store.records import to_json
from pressmark.store.shelf import KeptArticle
from pressmark.store.strict_json import json_bytes

MAX_SIZE = 256 * 1024 * 1024
"""How many bytes a project file may have: its articles are parsed one by one."""

BEFORE_ARTICLES = b'\n"articles": ['
AFTER_ARTICLES = b'\n],\n"relations": ['
ARTICLE_END = b"\n]}"

_FIRST_LINE = ("format", "version", "id", "title", "handling", "generator")
_ABOVE = {field.name for field in fields(Frame)} - {"summary", "judgements", "disputes", "unknown"}
_SLICE = 1024 * 1024
_FRESH_SLICE = 64 * 1024


def article_bytes(article: Article) -> bytes:
    """Return an article as its lines in a project file."""
    annotations = map(to_json, article.annotations)
    return b"".join(_article_lines(to_json(article.head), article.text, annotations))


def project_chunks(
    project: Project,
    *,
    anew: bool = False,
    lines: Callable[[Article], bytes | memoryview] = article_bytes,
) -> Iterator[bytes]:
    """Yield a project file's bytes in order, in chunks of about 1 MB.

    Articles that no edit touched are the bytes they were read from, unless all is to be written
    `anew`, in the canonical form, whatever the file looked like; the others are what `lines` makes
    of them. What is written anew comes in chunks of 64 KB: it takes longer, and other threads may
    want a turn. What `lines` has kept from before it returns as a memoryview. ProjectFileError
    `too-full` (`limit`, in bytes) where it would be more than can be opened again.
    """
    articles = _articles(project, lines, anew=anew)
    size = 0
    for chunk in _gathered(_document(to_json(frame_of(project)), articles)):
        size += len(chunk)
        if size > MAX_SIZE:
            raise ProjectFileError("too-full", limit=MAX_SIZE)
        yield chunk


def _gathered(pieces: Iterable[bytes | memoryview]) -> Iterator[bytes]:
    held: list[bytes | memoryview] = []
    kept = fresh = 0
    for piece in pieces:
        held.append(piece)
        if isinstance(piece, memoryview):
            kept += len(piece)
        else:
            fresh += len(piece)
        if kept >= _SLICE or fresh >= _FRESH_SLICE:
            yield b"".join(held)
            held.clear()
            kept = fresh = 0
    yield b"".join(held)


def project_bytes(project: Project) -> bytes:
    """Return a project as the bytes of its file, all of it in the canonical form."""
    return b"".join(project_chunks(project, anew=True))


def laid_out(document: dict[str, Json], articles: Iterable[dict[str, Json]]) -> bytes:
    """Return a project file's JSON in the layout, its values as they are.

    The `articles` are those of the `document`, which may come one by one. RecordError where
    entities, annotations, relations or judgements are no lists of objects.
    """
    frame = {key: value for key, value in document.items() if key != "articles"}
    lines = (_loose_article(article, at) for at, article in enumerate(articles))
    written = BytesIO()  # which gives away what it holds without a copy
    written.writelines(_document(frame, lines))
    return written.getvalue()


def _articles(
    project: Project, lines: Callable[[Article], bytes | memoryview], *, anew: bool
) -> Iterator[Iterable[bytes | memoryview]]:
    for shelved in project.shelf():
        if isinstance(shelved, KeptArticle) and shelved.is_as_kept(anew=anew):
            yield (shelved.kept,)
        else:
            yield (lines(shelved.open()),)


def _loose_article(article: dict[str, Json], at: int) -> Iterator[bytes]:
    head = {key: value for key, value in article.items() if key not in {"text", "annotations"}}
    annotations = objects(article, "annotations", f"articles.{at}.")
    return _article_lines(head, article.get("text"), annotations)


def objects(record: dict[str, Json], key: str, before: str = "") -> list[dict[str, Json]]:
    """Return the objects that a record lists under `key`; `before` is where the record is."""
    listed = record.get(key, [])
    objects = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    if objects != listed:
        raise RecordError(where=before + key, reason="shape")
    return objects


def _document(
    frame: dict[str, Json], articles: Iterable[Iterable[bytes | memoryview]]
) -> Iterator[bytes | memoryview]:
    first = {key: frame[key] for key in _FIRST_LINE if key in frame}
    yield json_bytes(first)[:-1] + b",\n"
    for key in ("label_set", "annotators"):
        if key in frame:
            yield b'"%s": %s,\n' % (key.encode(), json_bytes(frame[key]))
    yield b'"entities": ['
    yield from _lines(objects(frame, "entities"))
    yield b"\n]," + BEFORE_ARTICLES
    for at, pieces in enumerate(articles):
        yield b",\n" if at else b"\n"
        yield from pieces
    yield AFTER_ARTICLES
    yield from _lines(objects(frame, "relations"))
    yield b"\n]"
    for key in sorted(frame.keys() - _ABOVE):
        if key == "judgements":
            yield b',\n"judgements": ['
            yield from _lines(objects(frame, key))
            yield b"\n]"
        else:
            yield b",\n%s: %s" % (json_bytes(key), json_bytes(frame[key]))
    yield b"}\n"


def _article_lines(
    head: dict[str, Json], text: Json, annotations: Iterable[Json]
) -> Iterator[bytes]:
    yield json_bytes(head)[:-1] + BEFORE_TEXT + json_bytes(text) + AFTER_TEXT
    yield from _lines(annotations)
    yield ARTICLE_END


def _lines(records: Iterable[Json]) -> Iterator[bytes]:
    for at, record in enumerate(records):
        yield (b",\n" if at else b"\n") + json_bytes(record)
