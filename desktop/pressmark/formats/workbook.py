"""XLSX: a workbook with annotations, articles, relations, entities, figures and judgements."""

from collections.abc import Iterable, Iterator

from pressmark.formats.annotation_table import BETWEEN, AnnotationTable
from pressmark.formats.format import EVERYTHING, Format, Lost, NoOptions
from pressmark.formats.reports.material import Material, quoted_words
from pressmark.formats.selection import Selection

_LARGEST_CELL = 32_767
_WIDTHS = {"text": 60, "context": 60, "title": 40, "statement": 60, "url": 30, "name": 40}
_USUAL = 16
_NUMBERS = frozenset({"start", "end"})

Rows = Iterable[list[str | int]]


def _write(selection: Selection, options: NoOptions) -> Iterator[bytes]:
    del options
    from pressmark.formats.sheets import Sheets  # noqa: PLC0415 -- its library takes 0.1 s

    sheets = Sheets(_WIDTHS, _USUAL)
    table = AnnotationTable(selection)
    sheets.add("Annotations", table.head, _numbered(table))
    material = Material(selection, has_articles=False)
    for name, (head, rows) in {
        "Articles": _articles(material),
        "Relations": _relations(material),
        "Entities": _entities(material),
        "Figures": _figures(material),
        "Judgements": _judgements(material),
    }.items():
        sheets.add(name, head.split(), rows)
    yield from sheets.saved()


def _numbered(table: AnnotationTable) -> Rows:
    numbers = [name in _NUMBERS for name in table.head]
    for rows in table.rows():
        for row in rows:
            yield [
                int(cell) if is_number else cell
                for cell, is_number in zip(row, numbers, strict=True)
            ]


def _articles(material: Material) -> tuple[str, Rows]:
    def rows() -> Rows:
        for one in material.sources:
            head = one.head
            known = (head.source, head.published, head.url, head.language, head.grade, head.byline)
            states = ", ".join(sorted(set(head.states.values())))
            yield [head.id, one.title, *(each or "" for each in known), states, one.annotations]

    return "doc_id title source published url language grade byline state annotations", rows()


def _relations(material: Material) -> tuple[str, Rows]:
    entities = material.project.entities

    def rows() -> Rows:
        for one in material.relations:
            start = material.selection.annotation(one.from_)
            if one.to is not None:
                end = quoted_words(material.selection.annotation(one.to))
            else:
                known = entities.get(one.entity or "")
                end = known.name if known else one.entity or ""
            inferred = "yes" if one.inferred else ""
            yield [
                *(one.id, one.type, one.from_, quoted_words(start)),
                *(one.to or one.entity or "", end, inferred, one.match or "", one.note or ""),
            ]

    return "relation type from from_text to to_text inferred match note", rows()


def _entities(material: Material) -> tuple[str, Rows]:
    rows: Rows = (
        [one.id, one.name, one.type or "", ", ".join(one.aliases), one.country or ""]
        for one in sorted(material.project.entities.values(), key=lambda one: one.name)
    )
    return "entity name type aliases country", rows


def _figures(material: Material) -> tuple[str, Rows]:
    rows: Rows = (
        [figure.id, row.who.name or row.who.key, row.whom.name if row.whom else "", row.total]
        for figure in material.figures.values()
        for row in figure.rows
    )
    return "figure name whom total", rows


def _judgements(material: Material) -> tuple[str, Rows]:
    project = material.project
    judgements = sorted(project.judgements.values(), key=lambda one: one.place)

    def rows() -> Rows:
        if project.summary:
            yield ["summary", project.summary, "", "", ""]
        for one in judgements:
            grounds = " ".join(one.relies_on)
            likelihood = (one.likelihood or "").replace("-", " ")
            yield [one.id, one.statement, likelihood, one.confidence or "", grounds]

    return "judgement statement likelihood confidence relies_on", rows()


def _find_lost(selection: Selection, options: NoOptions) -> tuple[Lost, ...]:
    """Return the annotations whose words are longer than a cell."""
    del options
    return tuple(
        Lost(article.head.id, one.id, "long")
        for article in selection.opened()
        for one in article.annotations
        if len(BETWEEN.join(one.text).encode("utf-16-le", "surrogatepass")) > 2 * _LARGEST_CELL
    )


XLSX = Format(
    id="xlsx",
    name="Excel workbook",
    about="Sheets of annotations, articles, relations, entities, figures and judgements.",
    suffix=".xlsx",
    group="reading",
    holds=EVERYTHING - {"text", "zones"},
    options=NoOptions,
    write=_write,
    find_lost=_find_lost,
)
