"""What became of the sources of an import, for people and for programs."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pressmark.analysis.words import Length
from pressmark.cli.printing import counted, print_json, printable, say
from pressmark.model.article import ArticleHead

_MANY = 50
"""With more sources than this, those of which there is nothing to say are only counted."""
_SHOWN = 3
"""How many of the same are said one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """An article that comes in: what is known of it, how long it is, from which part of a file."""

    head: ArticleHead
    length: Length
    part: str = ""
    encoding: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What became of one source; `skipped` are pairs of what and why.

    `articles` are ids of those that are in the project now, `known` those of them that were there
    before, `taken` what is known of the others.
    """

    source: str
    format: str = ""
    articles: tuple[str, ...] = ()
    annotations: int = 0
    known: tuple[str, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()
    taken: tuple[Taken, ...] = ()
    failed: bool = False

    @property
    def is_told(self) -> bool:
        """Whether there is more to say of it than that it came in, or is there already."""
        return self.failed or bool(self.warnings) or len(self.skipped) > len(self.known)


def tell(reports: Sequence[Report], *, as_json: bool, in_full: bool) -> None:
    """Print what became of each source; `in_full` describes each article to people."""
    if as_json:
        print_json({"sources": [_plain(report) for report in reports]})
        return
    for report in reports:
        if len(reports) <= _MANY or report.is_told or in_full:
            _tell_one(report, in_full=in_full)
    if len(reports) > 1:
        _sum_up(reports)


def _tell_one(report: Report, *, in_full: bool) -> None:
    if not report.failed or report.articles:
        articles = counted(len(report.articles), "article")
        annotations = counted(report.annotations, "annotation")
        say(f"{printable(report.source)}: {articles}, {annotations} ({report.format}).")
    for line in (_line(one) for one in report.taken if in_full):
        say(f"  {printable(line)}")
    for why in _shortened([why for _, why in report.skipped]):
        say(printable(why))
    for warning in report.warnings:
        say(f"  {printable(warning)}")


def _sum_up(reports: Sequence[Report]) -> None:
    there = sum(len(one.known) for one in reports)
    annotations = sum(one.annotations for one in reports)
    parts = [
        counted(sum(len(one.articles) for one in reports) - there, "new article"),
        *([f"{there} there already"] if there else []),
        *([counted(annotations, "annotation")] if annotations else []),
    ]
    refused = [one for one in reports if one.failed]
    parts += [f"{counted(len(refused), 'source')} refused"] if refused else []
    say(f"{counted(len(reports), 'source')}: {', '.join(parts)}.")


def _line(one: Taken) -> str:
    """Return what an article is, in one line."""
    head = one.head
    zones = Counter(zone.kind for zone in head.zones)
    parts = [
        one.part,
        head.title or "(no title)",
        head.byline,
        head.source,
        head.published,
        head.language,
        counted(one.length.count, "word" if one.length.is_words else "character"),
        ", ".join(f"{counted(count, 'zone')} of {kind}" for kind, count in zones.items()),
    ]
    return " · ".join(filter(None, parts))


def _shortened(lines: Sequence[str]) -> list[str]:
    """Return the first lines, and how many more there are."""
    if len(lines) <= _SHOWN + 1:
        return list(lines)
    return [*lines[:_SHOWN], f"... and {len(lines) - _SHOWN} more like these; --json names all."]


def _plain(report: Report) -> dict[str, object]:
    return {
        "source": report.source,
        "format": report.format,
        "articles": list(report.articles),
        "annotations": report.annotations,
        "skipped": [{"what": what, "why": why} for what, why in report.skipped],
        "warnings": list(report.warnings),
        "taken": [_plain_article(one) for one in report.taken],
    }


def _plain_article(one: Taken) -> dict[str, object]:
    head = one.head
    return {
        "id": head.id,
        "part": one.part,
        "title": head.title,
        "byline": head.byline,
        "source": head.source,
        "published": head.published,
        "url": head.url,
        "language": head.language,
        "keywords": list(head.keywords),
        "words" if one.length.is_words else "characters": one.length.count,
        "encoding": one.encoding,
        "zones": dict(Counter(zone.kind for zone in head.zones)),
    }
