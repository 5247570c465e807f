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
from pressmark.formats.reports.material import (
    Material,
    address,
    quoted_words,
)
from pressmark.formats.review_rows import Source
from pressmark.model.records import Relation
from pressmark.phrases import phrase

GRADES = {
    "A": phrase("completely reliable"),
    "B": phrase("usually reliable"),
    "C": phrase("fairly reliable"),
    "D": phrase("not usually reliable"),
    "E": phrase("unreliable"),
    "F": phrase("reliability cannot be judged"),
}
"""The Admiralty grades of a source."""


def sanctions(material: Material) -> Iterator[Block]:
    """Yield each sanction as a record, with the words that are its evidence."""
    found = material.labelled("sanction")
    if not found:
        return
    say = material.say
    yield Heading(1, say.tr("Sanctions"), "sanctions")
    for entry in map(material.entry, found):
        annotation = entry.annotation
        issuer = material.value(annotation, "issuer") or say.tr("Issuer not named")
        target = material.value(annotation, "target") or say.tr("target not named")
        yield Heading(2, f"{issuer} → {target}")
        yield material.quotation(entry, facts=False)
        denied = _denied_by(material, annotation.id)
        facts = (Fact(say.tr("Denied by"), denied), *material.facts(annotation))
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
        say = material.say
        yield Heading(1, say.tr("Relations across articles"), "relations")
        columns = (
            Column(say.tr("From"), 0.4),
            Column(say.tr("Relation"), 0.2),
            Column(say.tr("To"), 0.4),
        )
        yield table(columns, tuple(rows))


def _relation(material: Material, relation: Relation, to: str) -> tuple[Line, Line, Line]:
    kind = material.project.label_set.relation_type(relation.type)
    aside = ", ".join(material.words.asides(relation))
    name = kind.title if kind else relation.type
    middle = line(name, Words(f" ({aside})" if aside else "", "muted"))
    return _end(material, relation.from_), middle, _end(material, to)


def _end(material: Material, annotation_id: str) -> Line:
    entry = material.entry(annotation_id)
    words = quoted_words(entry.annotation)
    where = material.short_citation(entry)[0].text
    return line(material.tag(entry.annotation), f" {words} ", Words(f"({where})", "muted"))


def sources(material: Material) -> Iterator[Block]:
    """Yield the articles with their addresses and the grades of their sources."""
    say = material.say
    yield Heading(1, say.tr("Sources"), "sources")
    yield table(
        (
            Column(say.tr("#"), 0.06),
            Column(say.tr("Outlet"), 0.16),
            Column(say.tr("Article"), 0.5),
            Column(say.tr("Published"), 0.14),
            Column(say.tr("Grade"), 0.14),
        ),
        tuple(_source(one, material) for one in material.sources),
    )
    given = {one.head.grade for one in material.sources}
    graded = [grade for grade in GRADES if grade in given]
    if graded:
        told = "; ".join(f"{grade}: {say.tr(GRADES[grade])}" for grade in graded)
        yield Paragraph(
            line(say.tr("Grades of sources (Admiralty code): {grades}.", grades=told)), "muted"
        )


def _source(source: Source, material: Material) -> tuple[Line, ...]:
    head = source.head
    web = address(head.url)
    return (
        line(str(source.number)),
        line(head.source or ""),
        line(source.title, *((Words(" "), *web) if web else ())),
        line(material.say.date(head.published or "")),
        line(head.grade or ""),
    )
