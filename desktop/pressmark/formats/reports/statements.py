"""What was claimed, said and denied: claims, quotes by speaker, denials beside what they deny."""

from collections.abc import Iterator

from pressmark.analysis.figures import DENIES
from pressmark.analysis.notes import actor_of
from pressmark.formats.reports.blocks import (
    Beside,
    Block,
    Column,
    Heading,
    Line,
    Paragraph,
    Quotation,
    line,
    table,
)
from pressmark.formats.reports.material import Entry, Material, quoted_words
from pressmark.model.attribute import anchors


def claims(material: Material) -> Iterator[Block]:
    """Yield a table of claims: in whose words, how certain to them, and how credible."""
    found = material.labelled("claim")
    if not found:
        return
    say = material.say
    yield Heading(1, say.tr("Claims"), "claims")
    yield table(
        (
            Column(say.tr("#"), 0.07),
            Column(say.tr("Claim"), 0.34),
            Column(say.tr("Claimant"), 0.24),
            Column(say.tr("Held to be"), 0.12),
            Column(say.tr("Source"), 0.23),
        ),
        tuple(_claim(material, material.entry(one)) for one in found),
    )


def _claim(material: Material, entry: Entry) -> tuple[Line, ...]:
    annotation = entry.annotation
    summary = material.value(annotation, "summary")
    grade = material.value(annotation, "information_grade")
    graded = material.say.tr("grade {grade}", grade=grade) if grade else ""
    told = (material.value(annotation, "factuality"), graded)
    return (
        line(material.tag(annotation)),
        line(summary or quoted_words(annotation)),
        line(material.value(annotation, "claimant")),
        line(", ".join(filter(None, told))),
        material.short_citation(entry),
    )


def quotes(material: Material) -> Iterator[Block]:
    """Yield the quotes speaker by speaker, those of most words first."""
    label = material.project.label_set.label("quote")
    actor = actor_of(label)
    found = material.labelled("quote")
    if not found:
        return
    say = material.say
    yield Heading(1, say.tr("Quotes by speaker"), "quotes")
    figure = material.figures.get(f"quote.{actor.id}") if actor else None
    shown: set[str] = set()
    for row in figure.rows if figure else ():
        ids = [one for ids in row.parts.values() for one in ids]
        shown.update(ids)
        yield Heading(2, row.who.name or say.tr("Speaker not named"))
        yield from (material.quotation(material.entry(one)) for one in ids)
    yield from (material.quotation(material.entry(one)) for one in found if one not in shown)


def denials(material: Material) -> Iterator[Block]:
    """Yield each denial beside what it denies."""
    found = material.labelled("denial")
    if not found:
        return
    say = material.say
    yield Heading(1, say.tr("Denials"), "denials")
    for entry in map(material.entry, found):
        yield Beside(
            (say.tr("Denial"), say.tr("What it denies")),
            (material.quotation(entry),),
            tuple(_denied(material, entry)),
            say.tr("What it denies is not among these annotations."),
        )


def _denied(material: Material, entry: Entry) -> Iterator[Quotation]:
    annotation = entry.annotation
    for relation in material.relations.touching(annotation.id):
        if relation.type == DENIES and relation.from_ == annotation.id and relation.to:
            yield material.quotation(material.entry(relation.to), facts=False)
    for anchor in anchors(annotation.attributes.get("denied_content")):
        if anchor.text:
            words = " ".join(anchor.text.split())
            aside = line(material.say.tr("As the denial itself puts it"))
            yield Quotation(material.tag(annotation), words, aside)


def others(material: Material) -> Iterator[Block]:
    """Yield what carries labels that the project added."""
    known = {"claim", "quote", "sanction", "denial"}
    for one in material.words.legend:
        if one.label.id in known or not one.count:
            continue
        yield Heading(1, one.label.title)
        if one.label.definition:
            yield Paragraph(line(one.label.definition), "muted")
        found = map(material.entry, material.labelled(one.label.id))
        yield from map(material.quotation, found)
