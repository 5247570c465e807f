"""The frame of a project file: everything in it but the articles."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pressmark.errors import ProjectFileError
from pressmark.model.ids import is_id
from pressmark.model.json import Unknown, nothing
from pressmark.model.judgement import Judgement
from pressmark.model.label_set import LabelSet
from pressmark.model.project import Project
from pressmark.model.records import Annotator, Dispute, Entity, Relation
from pressmark.version import __version__

FORMAT = "pressmark-project"
VERSION = 1
"""The major version of the format that is written."""


_FIRST = 1024


def begins_as_project(data: bytes) -> bool:
    """Say whether these bytes are, or were, those of a project file: its beginning tells."""
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:_FIRST]
    return start.startswith(b"{") and b'"%s"' % FORMAT.encode() in start


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The keys of a project file, but for its articles; `generator` names who wrote it."""

    format: str = FORMAT
    version: int = VERSION
    id: str
    title: str
    handling: str | None = None
    generator: str | None = f"Pressmark {__version__}"
    label_set: LabelSet
    annotators: tuple[Annotator, ...] = ()
    entities: tuple[Entity, ...] = ()
    relations: tuple[Relation, ...] = ()
    summary: str = ""
    judgements: tuple[Judgement, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    unknown: Unknown = field(default_factory=nothing)


def frame_of(project: Project) -> Frame:
    """Return the frame that a project is written with: records by id."""
    return Frame(
        id=project.id,
        title=project.title,
        handling=project.handling,
        label_set=project.label_set,
        annotators=tuple(project.annotators[one] for one in sorted(project.annotators)),
        entities=tuple(project.entities[one] for one in sorted(project.entities)),
        relations=tuple(project.relations),
        summary=project.summary,
        judgements=project.ranked(),
        disputes=tuple(project.disputes[one] for one in sorted(project.disputes)),
        unknown=project.unknown,
    )


def check_ids(frame: Frame) -> None:
    """Raise ProjectFileError `damaged` for an id that is malformed or stands twice."""
    for where, records in (
        ("annotators", frame.annotators),
        ("entities", frame.entities),
        ("relations", frame.relations),
        ("judgements", frame.judgements),
        ("disputes", frame.disputes),
    ):
        _check([one.id for one in records], where)
    _check([frame.id], "id")


def shared_ids(frame: Frame) -> Iterator[tuple[str, str]]:
    """Yield kind and id of the records of which a file has all of a kind on one line."""
    yield from (("annotator", one.id) for one in frame.annotators)
    yield from (("dispute", one.id) for one in frame.disputes)


def _check(ids: Iterable[str], where: str) -> None:
    for one, times in Counter(ids).items():
        if times > 1 or not is_id(one):
            reason = "duplicate-id" if times > 1 else "bad-id"
            raise ProjectFileError("damaged", reason=reason, where=where, id=one)
