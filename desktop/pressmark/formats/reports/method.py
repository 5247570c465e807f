"""How the report was made: labels and their definitions, guidelines, what the words mean."""

from collections.abc import Iterator

from pressmark.formats.reports.blocks import (
    Block,
    Column,
    Heading,
    Legend,
    LegendEntry,
    Paragraph,
    Table,
    line,
)
from pressmark.formats.reports.material import Material
from pressmark.model.judgement import LIKELIHOODS

_CONFIDENCES = (
    ("low", "the grounds are scant, fragmented or questionable"),
    ("moderate", "the grounds are credible, but not enough to be surer"),
    ("high", "the grounds are good, from more than one source"),
)


def method(material: Material) -> Iterator[Block]:
    """Yield what somebody needs to know to judge the report itself."""
    project, words = material.project, material.words
    yield Heading(1, "Method", "method")
    yield Paragraph(line(_how(material)))
    yield Legend(
        tuple(
            LegendEntry(
                one.mark,
                one.label.title,
                one.count,
                one.label.definition or "",
                one.label.example or "",
                one.label.counter_example or "",
            )
            for one in words.legend
        )
    )
    if project.label_set.guidelines:
        yield Heading(2, "Guidelines")
        for paragraph in project.label_set.guidelines.split("\n"):
            if paragraph.strip():
                yield Paragraph(line(paragraph.strip()))
    if project.judgements:
        yield from _words_of_judgements()


def _how(material: Material) -> str:
    selection = material.selection
    by = ", ".join(material.words.annotators) or "nobody yet"
    zones = "is left out" if not selection.zones else "is included"
    return (
        "Stretches of the articles were tagged with the labels below; they may overlap. Tagged by: "
        f"{by}. What lies in boilerplate (headline repeats, teasers, notices) {zones}. Each "
        "annotation has a number of this report. Paragraphs are counted from the first line of "
        "the text."
    )


def _words_of_judgements() -> Iterator[Block]:
    yield Heading(2, "Words of likelihood and of confidence")
    rows = [(one.id.replace("-", " "), f"{one.low}–{one.high} %") for one in LIKELIHOODS]
    yield Table(
        (Column("Likelihood", 0.5), Column("Stands for", 0.5)),
        tuple((line(word), line(span)) for word, span in rows),
        "How likely something is (Intelligence Community Directive 203)",
    )
    yield Table(
        (Column("Confidence", 0.3), Column("Means", 0.7)),
        tuple((line(word), line(meaning)) for word, meaning in _CONFIDENCES),
        "How sure the analyst is: it speaks of the grounds, never of the likelihood",
    )
