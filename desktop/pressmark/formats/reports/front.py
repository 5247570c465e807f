"""The first page: what the analyst concludes, and the key figures."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from pressmark.analysis.figures import Figure, Row
from pressmark.analysis.notes import TARGET, actor_of
from pressmark.formats.plots.bars import bars
from pressmark.formats.plots.drawing import ChartRow, Part
from pressmark.formats.plots.flow import flow
from pressmark.formats.plots.svg import estimated
from pressmark.formats.reports.blocks import (
    Block,
    Chart,
    Fact,
    Facts,
    Heading,
    Judged,
    Legend,
    LegendEntry,
    Paragraph,
    Title,
    line,
)
from pressmark.formats.reports.material import Material
from pressmark.formats.review_themes import NEUTRAL
from pressmark.formats.wording import Wording
from pressmark.model.judgement import LIKELIHOODS, Judgement
from pressmark.model.label_set import LabelSet
from pressmark.phrases import phrases

_RANGES = {one.id: one for one in LIKELIHOODS}
_WIDTH = 640.0
_MOST_ROWS = 12


def title(material: Material) -> Iterator[Block]:
    """Yield the title, and who read how much."""
    words, say = material.words, material.say
    articles = say.counted(phrases("{n} article", "{n} articles"), words.article_count)
    annotations = say.counted(phrases("{n} annotation", "{n} annotations"), words.annotation_count)
    much = f"{articles}, {annotations}"
    by = ", ".join(words.annotators)
    subtitle = say.tr("{annotations}, by {names}", annotations=much, names=by) if by else much
    yield Title(material.project.title, subtitle, material.project.handling or "")


def assessment(material: Material) -> Iterator[Block]:
    """Yield the summary and the judgements, likelihood and confidence kept apart."""
    project = material.project
    judgements = sorted(project.judgements.values(), key=lambda one: one.place)
    if not (project.summary or judgements):
        return
    yield Heading(1, material.say.tr("Assessment"), "assessment")
    for paragraph in (project.summary or "").split("\n"):
        if paragraph.strip():
            yield Paragraph(line(paragraph.strip()), "lead")
    for number, one in enumerate(judgements, start=1):
        yield Judged(number, one.statement, tuple(_judged(material, one)))


def _judged(material: Material, one: Judgement) -> Iterator[Fact]:
    """Yield how likely it is, with the range of that word, how sure, and what it relies on."""
    say = material.say
    likelihood = _RANGES.get(one.likelihood or "")
    if likelihood is not None:
        words = f"{say.likelihood(likelihood)} ({say.span(likelihood)})"
        yield Fact(say.tr("Likelihood"), line(words))
    if one.confidence:
        yield Fact(say.tr("Confidence"), line(say.confidence(one.confidence)))
    if grounds := material.tags(one.relies_on):
        yield Fact(say.tr("Relies on"), grounds)


def key_figures(material: Material) -> Iterator[Block]:
    """Yield the sums and the charts that say most."""
    say = material.say
    yield Heading(1, say.tr("Key figures"), "figures")
    yield Facts(tuple(_sums(material)))
    yield Legend(
        tuple(
            LegendEntry(one.mark, one.label.title, say.number(one.count))
            for one in material.words.legend
            if one.count
        )
    )
    for figure in material.figures.values():
        yield from _chart(material, figure)


def _sums(material: Material) -> Iterator[Fact]:
    say = material.say
    days = sorted(one.head.published[:10] for one in material.sources if one.head.published)
    period = dict.fromkeys(map(say.date, (days[0], days[-1]))) if days else {}
    outlets = {one.head.source for one in material.sources if one.head.source}
    relations = len(material.relations)
    found = (
        (say.tr("Articles"), say.number(len(material.sources))),
        (say.tr("Published"), " – ".join(period)),
        (say.tr("Outlets"), ", ".join(sorted(outlets))),
        (say.tr("Annotations"), say.number(material.words.annotation_count)),
        (say.tr("Relations"), say.number(relations) if relations else ""),
    )
    return (Fact(name, line(words)) for name, words in found if words)


def _chart(material: Material, figure: Figure) -> Iterator[Block]:
    """Yield a chart of a figure, if it has something to show."""
    if figure.id in {"labels", "progress", "days", "events", "annotators"}:
        return
    titles = {one.head.id: one.title for one in material.sources}
    known = [
        replace(row, who=row.who._replace(name=row.who.name or titles.get(row.who.key, "")))
        for row in figure.rows
        if row.who.key and (row.whom is None or row.whom.key)
    ]
    if not known or (figure.id == "articles" and len(known) > _MOST_ROWS):
        return
    name = _figure_title(material, figure)
    rows = [_row(row, material.project.label_set) for row in known[:_MOST_ROWS]]
    draw = flow if known[0].whom is not None else bars
    say = material.say
    told = "; ".join(_told(row, say) for row in known[:_MOST_ROWS])
    shown, total = say.number(_MOST_ROWS), say.number(len(known))
    first = say.tr("The first {shown} of {total}.", shown=shown, total=total)
    rest = first if len(known) > _MOST_ROWS else ""
    setting = replace(estimated(), number=say.number)
    yield Chart(name, draw(rows, _WIDTH, setting), f"{told}. {rest}".rstrip(), rest)


def _figure_title(material: Material, figure: Figure) -> str:
    say = material.say
    if figure.id == "articles":
        return say.tr("Annotations by article")
    if figure.id == "denials":
        return say.tr("Who denies whom")
    label = material.project.label_set.label(figure.label)
    attribute = label.attribute(figure.attribute) if label else None
    what = label.title if label else figure.label
    by = attribute.title if attribute else figure.attribute
    if figure.attribute == TARGET and label is not None and (actor := actor_of(label)):
        by = say.tr("{one} and {other}", one=actor.title, other=by[:1].lower() + by[1:])
    return say.tr("{label} by {attribute}", label=what, attribute=by[:1].lower() + by[1:])


def _row(row: Row, labels: LabelSet) -> ChartRow:
    counts: Counter[str] = Counter()
    for key, ids in row.parts.items():
        counts[key if labels.label(key) else NEUTRAL] += len(ids)
    parts = tuple(Part(key, count) for key, count in counts.items() if count)
    return ChartRow(row.who.name, parts, row.whom.name if row.whom else "")


def _told(row: Row, say: Wording) -> str:
    whom = f" – {row.whom.name}" if row.whom else ""
    return f"{row.who.name}{whom}: {say.number(row.total)}"
