"""How sources are to be read, as it is said on the command line: wrong words are wrong usage."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, cast, get_args

import typer

from pressmark.articles.decoding import decode
from pressmark.articles.extract import Boilerplate, Wishes
from pressmark.articles.kinds import KINDS, kind_by_id
from pressmark.articles.tables.headers import FIELDS
from pressmark.cli.choosing import pairs
from pressmark.cli.messages import sentence
from pressmark.edits.edit import Stamp
from pressmark.errors import ArticleFileError
from pressmark.formats.counting import Counting, Unit
from pressmark.formats.format import Format
from pressmark.formats.registry import FORMATS, format_by_id
from pressmark.model.records import Annotator

_ARTICLES = "articles"
"""The name for files of articles of any kind, which are no annotation sets."""
_BOILERPLATE = ("zones", "left-out")
_COUNTINGS: Mapping[str, Counting] = MappingProxyType(
    {"-".join(unit.lower().split()): Counting(unit) for unit in get_args(Unit)}
)
"""What offsets may count, as `--offsets` takes it."""


@dataclass(frozen=True, slots=True)
class ImportWishes:
    """How sources are to be read: as a format, as articles (of a kind), or as they are found.

    `is_article` says that no source is an annotation set. `labels` are of the sets, and stand for
    others here; `counting` is what their offsets count, where it is not to be found out. `links`
    says that reprints are linked to what they are reprints of.
    """

    form: Format[Any] | None
    is_article: bool
    article: Wishes
    labels: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    links: bool = True
    counting: Counting | None = None


@dataclass(frozen=True, slots=True)
class Importer:
    """Who imports, and when."""

    annotator: Annotator
    time: str

    @property
    def stamp(self) -> Stamp:
        """What the steps are signed with."""
        return Stamp(self.annotator.id, self.time)


def wishes_for(
    format_id: str | None,
    encoding: str | None,
    columns: Sequence[str],
    boilerplate: str,
    labels: Sequence[str],
) -> ImportWishes:
    """Return what the options of a command say; wrong usage where they say nothing sensible."""
    _check_encoding(encoding)
    if boilerplate not in _BOILERPLATE:
        said = f"{boilerplate} is none of {', '.join(_BOILERPLATE)}"
        raise typer.BadParameter(said, param_hint="--boilerplate")
    article = Wishes(
        encoding=encoding or "",
        columns=_columns(columns),
        boilerplate=cast("Boilerplate", boilerplate),
    )
    form = format_by_id(format_id or "")
    if form is not None and form.read is not None:
        return ImportWishes(form, is_article=False, article=article, labels=pairs(labels, "--map"))
    kind = kind_by_id(format_id or "")
    if format_id not in (None, _ARTICLES) and kind not in KINDS:
        known = ", ".join([_ARTICLES, *(one.id for one in KINDS), *_readable()])
        raise typer.BadParameter(f"{format_id} is none of {known}", param_hint="--format")
    return ImportWishes(
        None,
        is_article=format_id is not None or bool(columns),
        article=replace(article, kind=kind.id if kind else ""),
        labels=pairs(labels, "--map"),
    )


def counting_named(name: str) -> Counting | None:
    """Return what offsets count, None where it is to be found out; else wrong usage."""
    if name and name not in _COUNTINGS:
        raise typer.BadParameter(
            f"{name} is none of {', '.join(_COUNTINGS)}", param_hint="--offsets"
        )
    return _COUNTINGS.get(name)


def name_of(counting: Counting) -> str:
    """Return how `--offsets` calls what offsets count."""
    return next((name for name, one in _COUNTINGS.items() if one == counting), counting.words)


def _readable() -> list[str]:
    return [one.id for one in FORMATS if one.read]


def _columns(given: Sequence[str]) -> Mapping[str, str]:
    columns = pairs(given, "--column")
    for name in columns:
        if name not in FIELDS:
            said = f"{name} is none of {', '.join(FIELDS)}"
            raise typer.BadParameter(said, param_hint="--column")
    return MappingProxyType(columns)


def _check_encoding(name: str | None) -> None:
    """Refuse an encoding that nobody knows before any source is read in it."""
    try:
        decode(b"text", name)
    except ArticleFileError as error:
        if error.case == "unknown-encoding":
            raise typer.BadParameter(sentence(error), param_hint="--encoding") from error
