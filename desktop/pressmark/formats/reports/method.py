"""How the report was made: labels and their definitions, guidelines, what the words mean."""

from collections.abc import Iterator

from pressmark.formats.reports.blocks import (
    Block,
    Column,
    Fact,
    Heading,
    Legend,
    LegendEntry,
    Paragraph,
    Table,
    line,
)
from pressmark.formats.reports.material import Material
from pressmark.formats.review_rows import Legend as Label
from pressmark.formats.wording import Wording
from pressmark.model.annotation import CONFIDENCES
from pressmark.model.judgement import LIKELIHOODS
from pressmark.phrases import phrase

_MEANINGS = {
    "low": phrase("the grounds are scant, fragmented or questionable"),
    "moderate": phrase("the grounds are credible, but not enough to be surer"),
    "high": phrase("the grounds are good, from more than one source"),
}


def method(material: Material) -> Iterator[Block]:
    """Yield what somebody needs to know to judge the report itself."""
    project, words, say = material.project, material.words, material.say
    yield Heading(1, say.tr("Method"), "method")
    yield Paragraph(line(_how(material)))
    yield Legend(tuple(_explained(one, say) for one in words.legend))
    if project.label_set.guidelines:
        yield Heading(2, say.tr("Guidelines"))
        for paragraph in project.label_set.guidelines.split("\n"):
            if paragraph.strip():
                yield Paragraph(line(paragraph.strip()))
    if project.judgements:
        yield from _words_of_judgements(say)


def _explained(one: Label, say: Wording) -> LegendEntry:
    label = one.label
    found = ((say.tr("Yes"), label.example), (say.tr("No"), label.counter_example))
    examples = tuple(Fact(title, line(said)) for title, said in found if said)
    count = say.number(one.count)
    return LegendEntry(one.mark, label.title, count, label.definition or "", examples)


def _how(material: Material) -> str:
    say = material.say
    names = ", ".join(material.words.annotators)
    said = (
        say.tr(
            "Stretches of the articles were tagged with the labels below; stretches may overlap."
        ),
        say.tr("Tagged by: {names}.", names=names) if names else "",
        say.tr("What lies in boilerplate (headline repeats, teasers, notices) is included.")
        if material.selection.zones
        else say.tr("What lies in boilerplate (headline repeats, teasers, notices) is left out."),
        say.tr("Each annotation has a number of its own in this report."),
        say.tr("Paragraphs are counted from the first line of the text."),
    )
    return " ".join(filter(None, said))


def _words_of_judgements(say: Wording) -> Iterator[Block]:
    yield Heading(2, say.tr("Words of likelihood and of confidence"))
    yield Table(
        (Column(say.tr("Likelihood"), 0.5), Column(say.tr("Stands for"), 0.5)),
        tuple((line(say.likelihood(one)), line(say.span(one))) for one in LIKELIHOODS),
        say.tr("How likely something is (Intelligence Community Directive 203)"),
    )
    yield Table(
        (Column(say.tr("Confidence"), 0.3), Column(say.tr("Means"), 0.7)),
        tuple((line(say.confidence(one)), line(say.tr(_MEANINGS[one]))) for one in CONFIDENCES),
        say.tr("How sure the analyst is: it speaks of the grounds, never of the likelihood"),
    )
