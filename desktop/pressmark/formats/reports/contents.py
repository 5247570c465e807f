"""A report: which sections it has, and its blocks one after the other."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields

from pressmark.errors import FormatError
from pressmark.formats.reports import front, records, statements
from pressmark.formats.reports.blocks import Block, Heading
from pressmark.formats.reports.material import Material
from pressmark.formats.reports.method import method
from pressmark.formats.selection import Selection


def _part(about: str) -> bool:
    chosen: bool = field(default=True, metadata={"about": about})
    return chosen


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """Which parts a report has, in their order."""

    assessment: bool = _part("summary and judgements")
    figures: bool = _part("key figures with charts")
    claims: bool = _part("table of claims")
    quotes: bool = _part("quotes by speaker")
    denials: bool = _part("denials beside what they deny")
    sanctions: bool = _part("sanctions as records")
    others: bool = _part("what carries labels of the project's own")
    relations: bool = _part("relations across articles")
    articles: bool = _part("articles with their marks")
    sources: bool = _part("sources and their grades")
    method: bool = _part("labels, guidelines, what the words mean")


LONGEST = 2_000
"""How many annotations a report in pages may have: some 400 pages, and a gigabyte to set them."""


def blocks_in_pages(selection: Selection, options: ReportOptions) -> Iterator[Block]:
    """Yield the blocks of a report that is set as a whole; FormatError `too-long-report`."""
    count = len(selection.annotation_ids())
    if count > LONGEST:
        raise FormatError("too-long-report", count=count, limit=LONGEST)
    yield from blocks(Material(selection, has_articles=options.articles), options)


def blocks(material: Material, options: ReportOptions) -> Iterator[Block]:
    """Yield the blocks of a report, as they are made; an article is opened when its turn comes."""
    yield from front.title(material)
    for part in fields(options):
        if getattr(options, part.name):
            yield from _PARTS[part.name](material)


def _articles(material: Material) -> Iterator[Block]:
    yield Heading(1, "Articles", "articles")
    yield from map(material.marked, material.selection.opened())


_PARTS: dict[str, Callable[[Material], Iterator[Block]]] = {
    "assessment": front.assessment,
    "figures": front.key_figures,
    "claims": statements.claims,
    "quotes": statements.quotes,
    "denials": statements.denials,
    "sanctions": records.sanctions,
    "others": statements.others,
    "relations": records.relations,
    "articles": _articles,
    "sources": records.sources,
    "method": method,
}
