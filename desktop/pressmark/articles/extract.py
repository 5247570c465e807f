"""What a reader takes out of a foreign file, before it is an article: plain values.

Readers run in a process of their own (`child`), so all of this travels as JSON. Offsets are code
points, end-exclusive, into the extract's own text.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from pressmark.model.article import Zone
from pressmark.model.span import Span

Boilerplate = Literal["zones", "left-out"]


@dataclass(frozen=True, slots=True)
class RunnerUp:
    """Another encoding that the bytes could be in, and how the text would begin."""

    encoding: str
    preview: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something a person should know of what was taken: a code, how many or what, and where.

    `spans` are stretches of the extract's text; `fact` is a name or a sample of it. The words for
    each code are in `ui` and `cli`.
    """

    code: str
    count: int = 0
    fact: str = ""
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """One article as it was found in a file: frozen text, what is known of it, what to tell.

    `part` says where in the file it stood: an entry of a zip, a row of a table, an item of a feed;
    empty where the file is the article. `encoding` is a Python codec, empty where the kind of file
    leaves no choice; `certain` says that it leaves no doubt. `published` is a date or time as far
    as it is known (ISO 8601), `language` a BCP 47 tag.
    """

    text: str
    zones: tuple[Zone, ...] = ()
    title: str | None = None
    byline: str | None = None
    source: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    keywords: tuple[str, ...] = ()
    part: str = ""
    kind: str = ""
    encoding: str = ""
    certain: bool = True
    runners_up: tuple[RunnerUp, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRefused:
    """A part of a file that did not come in: where it stood, and the case and facts of the error.

    The cases are those of `ArticleFileError`.
    """

    part: str
    case: str
    facts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """How a file is to be read: what is empty is found out.

    `name` is the file's own name (its suffix is a hint), `kind` the id of an article kind.
    `columns` says for a table which column holds which field: `{"text": "Body", "title": "Head"}`.
    `boilerplate` says whether what surrounds the article comes along as zones.
    """

    name: str = ""
    kind: str = ""
    encoding: str = ""
    columns: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    boilerplate: Boilerplate = "zones"


AS_FOUND = Wishes()
"""Where nobody wishes anything."""

Found = Extract | PartRefused
Reader = Callable[[bytes, Wishes], Iterator[Found]]
"""Reads a file's bytes. ArticleFileError where nothing of it can come in; opens nothing itself."""
