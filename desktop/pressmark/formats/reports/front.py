"""The first page: what the analyst concludes, and the key figures."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from pressmark.analysis.figures import Figure, Row
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
from pressmark.formats.reports.dates import long_date
from pressmark.formats.reports.material import Material
from pressmark.formats.review_themes import NEUTRAL
from pressmark.model.judgement import LIKELIHOODS, Likelihood
from pressmark.model.label_set import LabelSet

_RANGES = {one.id: one for one in LIKELIHOODS}
_WIDTH = 640.0
_MOST_ROWS = 12


def title(material: Material) -> Iterator[Block]:
    """Yield the title, and who read how much."""
    words = material.words
    articles = _counted(words.article_count, "article")
    annotations = _counted(words.annotation_count, "annotation")
    by = f", by {', '.join(words.annotators)}" if words.annotators else ""
    yield Title(
        material.project.title, f"{articles}, {annotations}{by}", material.project.handling or ""
    )


def assessment(material: Material) -> Iterator[Block]:
    """Yield the summary and the judgements, likelihood and confidence kept apart."""
    project = material.project
    judgements = sorted(project.judgements.values(), key=lambda one: one.place)
    if not (project.summary or judgements):
        return
    yield Heading(1, "Assessment", "assessment")
    for paragraph in (project.summary or "").split("\n"):
        if paragraph.strip():
            yield Paragraph(line(paragraph.strip()), "lead")
    for number, one in enumerate(judgements, start=1):
        yield Judged(
            number,
            one.statement,
            likelihood_words(_RANGES[one.likelihood]) if one.likelihood in _RANGES else "",
            one.confidence or "",
            material.tags(one.relies_on),
        )


def likelihood_words(one: Likelihood) -> str:
    """Return a likelihood word with the range that it stands for."""
    return f"{one.id.replace('-', ' ')} ({one.low}–{one.high} %)"


def key_figures(material: Material) -> Iterator[Block]:
    """Yield the sums and the charts that say most."""
    yield Heading(1, "Key figures", "figures")
    yield Facts(tuple(_sums(material)))
    yield Legend(
        tuple(
            LegendEntry(one.mark, one.label.title, one.count)
            for one in material.words.legend
            if one.count
        )
    )
    for figure in material.figures.values():
        yield from _chart(material, figure)


def _sums(material: Material) -> Iterator[Fact]:
    days = sorted(one.head.published[:10] for one in material.sources if one.head.published)
    period = dict.fromkeys(map(long_date, (days[0], days[-1]))) if days else {}
    outlets = {one.head.source for one in material.sources if one.head.source}
    relations = len(material.relations)
    found = (
        ("Articles", str(len(material.sources))),
        ("Published", " – ".join(period)),
        ("Outlets", ", ".join(sorted(outlets))),
        ("Annotations", str(material.words.annotation_count)),
        ("Relations", str(relations) if relations else ""),
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
    told = "; ".join(_told(row) for row in known[:_MOST_ROWS])
    more = len(known) - _MOST_ROWS
    rest = f" The first {_MOST_ROWS} of {len(known)}." if more > 0 else ""
    yield Chart(name, draw(rows, _WIDTH, estimated()), f"{told}.{rest}")


def _figure_title(material: Material, figure: Figure) -> str:
    if figure.id == "articles":
        return "Annotations by article"
    if figure.id == "denials":
        return "Who denies whom"
    label = material.project.label_set.label(figure.label)
    attribute = label.attribute(figure.attribute) if label else None
    names = (label.title if label else figure.label, attribute.title if attribute else "")
    joint = "by issuer and" if figure.attribute == "target" else "by"
    return f"{names[0]} {joint} {names[1].lower()}".strip()


def _row(row: Row, labels: LabelSet) -> ChartRow:
    counts: Counter[str] = Counter()
    for key, ids in row.parts.items():
        counts[key if labels.label(key) else NEUTRAL] += len(ids)
    parts = tuple(Part(key, count) for key, count in counts.items() if count)
    return ChartRow(row.who.name, parts, row.whom.name if row.whom else "")


def _told(row: Row) -> str:
    whom = f" – {row.whom.name}" if row.whom else ""
    return f"{row.who.name}{whom}: {row.total}"


def _counted(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"
