"""A report: which sections it has, and its blocks one after the other."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from pressmark.catalogue import languages
from pressmark.formats.reports import front, records, statements
from pressmark.formats.reports.blocks import Block, Heading
from pressmark.formats.reports.material import Material
from pressmark.formats.reports.method import method
from pressmark.formats.selection import Selection
from pressmark.formats.wording import Wording


def _part(about: str) -> bool:
    chosen: bool = field(default=True, metadata={"about": about})
    return chosen


LANGUAGE = "language"
"""The name of the option that every report has."""


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """In which language a report is, and which parts it has, in their order."""

    language: str = field(
        default="en", metadata={"about": "language of the report", "choices": languages()}
    )
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


def material_of(selection: Selection, options: ReportOptions) -> Material:
    """Return what a report is made from."""
    wording = Wording(options.language)
    return Material(selection, has_articles=options.articles, wording=wording)


def blocks(material: Material, options: ReportOptions) -> Iterator[Block]:
    """Yield the blocks of a report, as they are made; an article is opened when its turn comes."""
    yield from front.title(material)
    for name, part in PARTS.items():
        if getattr(options, name):
            yield from part(material)


def _articles(material: Material) -> Iterator[Block]:
    yield Heading(1, material.say.tr("Articles"), "articles")
    yield from map(material.marked, material.selection.opened())


PARTS: dict[str, Callable[[Material], Iterator[Block]]] = {
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
"""Who makes which part, by the name of its option, in the order of a report."""
