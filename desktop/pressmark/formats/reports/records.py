"""Sanctions as records, relations across articles, and the sources with their grades."""

from collections.abc import Iterator

from pressmark.analysis.figures import DENIES
from pressmark.formats.reports.blocks import (
    Block,
    Column,
    Fact,
    Facts,
    Heading,
    Line,
    Paragraph,
    Words,
    line,
    table,
)
from pressmark.formats.reports.dates import long_date
from pressmark.formats.reports.material import (
    Material,
    address,
    quoted_words,
    short_citation,
)
from pressmark.formats.review_rows import Source
from pressmark.model.records import Relation

GRADES = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
"""The Admiralty grades of a source."""


def sanctions(material: Material) -> Iterator[Block]:
    """Yield each sanction as a record, with the words that are its evidence."""
    found = material.labelled("sanction")
    if not found:
        return
    yield Heading(1, "Sanctions", "sanctions")
    for entry in map(material.entry, found):
        annotation = entry.annotation
        issuer = material.value(annotation, "issuer") or "Issuer not named"
        target = material.value(annotation, "target") or "target not named"
        yield Heading(2, f"{issuer} → {target}")
        yield material.quotation(entry, facts=False)
        denied = _denied_by(material, annotation.id)
        facts = (Fact("Denied by", denied), *material.facts(annotation))
        yield Facts(tuple(one for one in facts if one.words))


def _denied_by(material: Material, annotation_id: str) -> Line:
    touching = material.relations.touching(annotation_id)
    return material.tags(one.from_ for one in touching if one.type == DENIES)


def relations(material: Material) -> Iterator[Block]:
    """Yield the relations that lead from one article to another."""
    places = material.project.places
    rows = [
        _relation(material, relation, relation.to)
        for relation in material.relations
        if relation.to is not None and places[relation.from_] != places[relation.to]
    ]
    if rows:
        yield Heading(1, "Relations across articles", "relations")
        yield table((Column("From", 0.4), Column("Relation", 0.2), Column("To", 0.4)), tuple(rows))


def _relation(material: Material, relation: Relation, to: str) -> tuple[Line, Line, Line]:
    kind = material.project.label_set.relation_type(relation.type)
    asides = filter(None, (relation.match, "inferred" if relation.inferred else ""))
    aside = ", ".join(asides)
    name = kind.title if kind else relation.type
    middle = line(name, Words(f" ({aside})" if aside else "", "muted"))
    return _end(material, relation.from_), middle, _end(material, to)


def _end(material: Material, annotation_id: str) -> Line:
    entry = material.entry(annotation_id)
    words = quoted_words(entry.annotation)
    where = short_citation(entry)[0].text
    return line(material.tag(entry.annotation), f" {words} ", Words(f"({where})", "muted"))


def sources(material: Material) -> Iterator[Block]:
    """Yield the articles with their addresses and the grades of their sources."""
    yield Heading(1, "Sources", "sources")
    yield table(
        (
            Column("No.", 0.06),
            Column("Outlet", 0.16),
            Column("Article", 0.5),
            Column("Published", 0.14),
            Column("Grade", 0.14),
        ),
        tuple(map(_source, material.sources)),
    )
    given = {one.head.grade for one in material.sources}
    graded = [grade for grade in GRADES if grade in given]
    if graded:
        told = "; ".join(f"{grade}: {GRADES[grade]}" for grade in graded)
        yield Paragraph(line(f"Grades of sources (Admiralty code): {told}."), "muted")


def _source(source: Source) -> tuple[Line, ...]:
    head = source.head
    web = address(head.url)
    return (
        line(str(source.number)),
        line(head.source or ""),
        line(source.title, *((Words(" "), *web) if web else ())),
        line(long_date(head.published or "")),
        line(head.grade or ""),
    )
