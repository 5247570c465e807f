"""The bytes of a project file as a project: strictly, whatever the layout, articles closed."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import MappingProxyType

from immutables import Map

from pressmark.errors import ProjectFileError, RecordError
from pressmark.model.json import Json
from pressmark.model.links import Links
from pressmark.model.project import Project
from pressmark.model.relations import Relations
from pressmark.store import lineage
from pressmark.store.brackets import listed
from pressmark.store.checking import Finding, check_frame
from pressmark.store.frame import FORMAT, VERSION, Frame, begins_as_project, check_ids
from pressmark.store.layout import MAX_SIZE, laid_out, objects, project_bytes, project_chunks
from pressmark.store.records import from_json
from pressmark.store.scan import Sections, Shelf, sections
from pressmark.store.strict_json import MAX_SIZE as MAX_PARSED
from pressmark.store.strict_json import read_json

__all__ = ["MAX_SIZE", "ParsedProject", "parse_project", "project_bytes", "project_chunks"]

MAX_RECORDS = 2_500_000
"""How many lines, articles counted twice more: each takes some memory, however short it is."""

_BOM = b"\xef\xbb\xbf"
_BEGINNING = b'{"format": "pressmark-project"'


@dataclass(frozen=True, slots=True)
class ParsedProject:
    """A project as its file says it, articles closed, and what is seen to be wrong at once.

    `findings` are of the frame, and of articles that cannot be listed properly; what else there
    is comes to light when articles are opened (`checking.check_articles`). `generator` names the
    program that wrote the file, `lineage` is what it says of its past (`store.lineage`).
    """

    project: Project
    version: int
    generator: str | None
    findings: tuple[Finding, ...]
    lineage: Json = None


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector away while all that is made stays: it would look at it often."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@_uncollected()
def parse_project(data: bytes, *, newer: bool = False, max_size: int = MAX_SIZE) -> ParsedProject:
    """Return the project in the bytes of a file, in whatever way its JSON is laid out.

    ProjectFileError `too-large`, `too-many` (both with a `limit`, of bytes or of records), `empty`,
    `not-a-project`, `truncated`, `damaged` (`reason`, and `line` and `column` or `where`), or
    `newer-version` (`needed`: the version of the format; `generator`) unless `newer` versions are
    to be tried.
    """
    if len(data) > max_size:
        raise ProjectFileError("too-large", size=len(data), limit=max_size)
    data = data.removeprefix(_BOM)
    if not data or data.isspace():
        raise ProjectFileError("empty")
    try:
        found = _taken_apart(data, newer=newer)
        frame = from_json(Frame, _ours(found.document, newer=newer))
    except RecordError as error:
        raise _refusal(data, error) from error
    check_ids(frame)
    shelf = Shelf(found.data, found.sections.articles, numbered=found.data is data)
    project = Project(
        id=frame.id,
        title=frame.title,
        label_set=frame.label_set,
        handling=frame.handling,
        summary=frame.summary,
        annotators=Map((one.id, one) for one in frame.annotators),
        entities=Map((one.id, one) for one in frame.entities),
        articles=Map(shelf.articles),
        relations=Relations.of(frame.relations),
        judgements=Map((one.id, one) for one in frame.judgements),
        disputes=Map((one.id, one) for one in frame.disputes),
        places=Map(shelf.places),
        links=Links.of(one.head for one in shelf.articles.values()),
        unknown=MappingProxyType({k: v for k, v in frame.unknown.items() if k != lineage.KEY}),
    )
    damaged = (one.damage for one in shelf.articles.values() if one.damage)
    findings = (*damaged, *check_frame(project))
    past = frame.unknown.get(lineage.KEY)
    return ParsedProject(project, frame.version, frame.generator, findings, past)


@dataclass(frozen=True, slots=True)
class _Found:
    """A project file's bytes in the layout, where its articles are, and the JSON around them."""

    data: bytes
    sections: Sections
    document: Json


def _taken_apart(data: bytes, *, newer: bool) -> _Found:
    """Take the file apart by its lines if it is laid out so, else by parsing all of it.

    What can be taken apart by its lines alone is damaged, but not all of it.
    """
    by_lines = _by_lines(data)
    if by_lines is not None and by_lines.sections.regular:
        return by_lines
    try:
        return _by_parsing(data, newer=newer)
    except RecordError:
        if by_lines is None:
            raise
        return by_lines


def _by_lines(data: bytes) -> _Found | None:
    """Take the file apart by its lines; None where that cannot be done."""
    parts = sections(data)
    if parts is None:
        return None
    if data.count(b"\n") + 2 * len(parts.articles) > MAX_RECORDS:
        raise ProjectFileError("too-many", limit=MAX_RECORDS)
    try:
        document = read_json(parts.frame)
    except RecordError:
        return None
    # What was cut out must have been the one list of articles, and not within something else.
    whole = isinstance(document, dict) and "relations" in document and "articles" not in document
    return _Found(data, parts, document) if whole else None


def _by_parsing(data: bytes, *, newer: bool) -> _Found:
    """Parse all of the file and lay it out anew; RecordError where it is no JSON or no project.

    It is parsed article by article, which needs little memory. What cannot be taken apart so is
    parsed in one go if it is not too large, which also tells where the fault is.
    """
    try:
        laid = _laid_by_article(data, newer=newer)
    except RecordError:
        if len(data) > MAX_PARSED:
            raise
        laid = _laid_whole(data, newer=newer)
    if len(laid) > MAX_SIZE:  # saved, it could not be opened again
        raise ProjectFileError("too-large", size=len(laid), limit=MAX_SIZE)
    found = _by_lines(laid)
    if found is None:
        raise RecordError(reason="shape", where="articles")
    return found


def _laid_whole(data: bytes, *, newer: bool) -> bytes:
    document = _ours(read_json(data), newer=newer)
    return laid_out(document, objects(document, "articles"))


def _laid_by_article(data: bytes, *, newer: bool) -> bytes:
    parts = listed(data)
    if parts is None:
        raise RecordError(reason="shape", where="articles")
    articles = (_article(data[start:end], at) for at, (start, end) in enumerate(parts.articles))
    return laid_out(_ours(read_json(parts.frame), newer=newer), articles)


def _article(data: bytes, at: int) -> dict[str, Json]:
    try:
        article = read_json(data)
    except RecordError as error:
        raise RecordError(where=f"articles.{at}", reason=error.facts["reason"]) from error
    if not isinstance(article, dict):
        raise RecordError(where=f"articles.{at}", reason="shape")
    return article


def _ours(document: Json, *, newer: bool) -> dict[str, Json]:
    """Return the document if it is a project of a version that can be read."""
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise ProjectFileError("not-a-project")
    version = document.get("version")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise RecordError(reason="version", where="version")
    if version > VERSION and not newer:
        generator = document.get("generator")
        raise ProjectFileError("newer-version", needed=version, generator=generator)
    return document


def _refusal(data: bytes, error: RecordError) -> ProjectFileError:
    """Return what a malformed file is: cut off, damaged, or no project at all."""
    if not begins_as_project(data) and not _BEGINNING.startswith(data.strip()):
        return ProjectFileError("not-a-project")
    code = {"ends-early": "truncated", "too-large": "too-large"}.get(str(error.facts["reason"]))
    return ProjectFileError(code or "damaged", **error.facts)
