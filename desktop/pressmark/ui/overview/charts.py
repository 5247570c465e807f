"""Figures as charts: in words of the interface, each with how it is drawn and whom it asks."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QDate, QLocale

from pressmark.analysis.figures import Figure, Named, Row
from pressmark.analysis.notes import actor_of
from pressmark.analysis.periods import periods
from pressmark.formats.plots.bars import bars
from pressmark.formats.plots.columns import columns
from pressmark.formats.plots.drawing import ChartRow, Drawing, Part, Setting
from pressmark.formats.plots.flow import flow
from pressmark.formats.plots.marks import STATE_GLYPHS
from pressmark.formats.review_themes import NEUTRAL
from pressmark.model.label_set import Label
from pressmark.model.project import Project
from pressmark.ui.panels.words import one_line, state_words
from pressmark.ui.words import counted, number_words, translated
from pressmark.ui.words import phrase as _t

Draw = Callable[[Sequence[ChartRow], float, Setting], Drawing]
PROGRESS = "progress"
MANY = 200
"""How many rows a chart has at most."""
_RIBBONS = 40
"""How many ribbons a flow has at most: more cannot be told apart."""
_FIRST = ("labels", PROGRESS, "denials", "articles")
"""The figures that come first; the others follow as they are counted."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure to be drawn: `rows` as people read them, `counted` what is behind each of them.

    Of very many `counted` rows only the first are made into `rows`: nobody looks at more.
    `parts` are the titles of what rows are made of; `empty` teaches where there are no rows, `note`
    tells what the chart leaves out.
    """

    id: str
    title: str
    draw: Draw
    rows: tuple[ChartRow, ...]
    counted: tuple[Row, ...]
    parts: Mapping[str, str]
    empty: str = ""
    note: str = ""

    def row_words(self, row: int) -> str:
        """Return what a row is called: a name, or who and whom."""
        one = self.rows[row]
        return f"{one.name} → {one.whom}" if one.whom else one.name

    def part_words(self, row: int, part: str) -> str:
        """Return what a part of a row is called: "Kim Yo-jong, Denial"."""
        name, title = self.row_words(row), self.parts.get(part, part)
        return name if name == title else f"{name}, {title}"

    def words(self, row: int, part: str) -> str:
        """Return what a part of a row says: "Kim Yo-jong, Denial: 2"."""
        return f"{self.part_words(row, part)}: {number_words(len(self.ids(row, part)))}"

    def ids(self, row: int, part: str) -> tuple[str, ...]:
        """Return what a part of a row counts: annotations, or articles where it is progress."""
        held = self.counted[row].parts
        known = held.get(part)
        return known if known is not None else _unknown(held, self.parts)


def _unknown(held: Mapping[str, tuple[str, ...]], known: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(one for part, ids in held.items() if part not in known for one in ids)


def charts(
    project: Project, figures: Iterable[Figure], title_of: Callable[[str], str]
) -> tuple[Chart, ...]:
    """Return the charts of a project's figures; `title_of` says what an article is called."""
    made = [*_charts(project, figures, title_of)]
    order = {one: at for at, one in enumerate(_FIRST)}
    return tuple(sorted(made, key=lambda one: order.get(one.id, len(order))))


def _charts(
    project: Project, figures: Iterable[Figure], title_of: Callable[[str], str]
) -> Iterator[Chart]:
    labels = project.label_set.labels
    for figure in figures:
        match figure.id:
            case "labels":
                yield _labels(figure, labels)
            case "progress":
                yield _progress(figure)
            case "articles":
                title = translated(_t("By article"))
                yield _chart(figure, title, labels, lambda who: title_of(who.key))
            case "annotators":
                yield _chart(figure, translated(_t("By annotator")), labels)
            case "days":
                days = _days(figure, translated(_t("By day of publication")), labels)
                empty = _t("No article has a date yet. F2 describes the article.")
                yield replace(days, empty=translated(empty))
            case "events" if figure.rows:
                yield _days(figure, translated(_t("By date in the attributes")), labels)
            case "denials":
                flowing = _chart(figure, translated(_t("Who denies whom")), labels)
                empty = _t("Nothing is denied yet. On a denial, L links it to what it denies.")
                yield replace(_flowing(flowing), empty=translated(empty))
            case _ if figure.rows:
                yield _people(project, figure, labels)


def _given(who: Named) -> str:
    return one_line(who.name) or translated(_t("Nobody named"))


def _chart(
    figure: Figure,
    title: str,
    labels: Sequence[Label],
    name: Callable[[Named], str] = _given,
) -> Chart:
    """Return the chart of a figure whose rows are made of labels, as bars."""
    rows = tuple(
        ChartRow(name(row.who), _parts(row, labels), name(row.whom) if row.whom is not None else "")
        for row in figure.rows[:MANY]
    )
    titles = {NEUTRAL: translated(_t("Other")), **{label.id: label.title for label in labels}}
    return Chart(figure.id, title, bars, rows, figure.rows, titles)


def _parts(row: Row, labels: Sequence[Label]) -> tuple[Part, ...]:
    """Return the parts in the order of the labels; of labels that are gone, as one."""
    known = [Part(one.id, len(row.parts.get(one.id, ())), one.glyph or "tag") for one in labels]
    rest = Part(NEUTRAL, row.total - sum(part.number for part in known), "tag")
    return tuple(part for part in (*known, rest) if part.number)


def _labels(figure: Figure, labels: Sequence[Label]) -> Chart:
    chart = _chart(figure, translated(_t("By label")), labels)
    marked = {label.id: Part(label.id, 0, label.glyph or "tag") for label in labels}
    other = Part(NEUTRAL, 0, "tag")
    rows = tuple(
        replace(row, parts=row.parts or (mark,), glyph=mark.glyph)
        for row, mark in (
            (row, marked.get(counted.who.key, other))
            for row, counted in zip(_of_one_label(chart).rows, figure.rows, strict=False)
        )
    )
    return replace(chart, rows=rows)


def _of_one_label(chart: Chart) -> Chart:
    """Return a chart without icons in its bars: it is clear what they are."""
    rows = [
        replace(row, parts=tuple(part._replace(glyph="") for part in row.parts))
        for row in chart.rows
    ]
    return replace(chart, rows=tuple(rows))


def _progress(figure: Figure) -> Chart:
    rows = tuple(
        ChartRow(
            one_line(row.who.name) or translated(_t("Nobody yet")),
            tuple(
                Part(state, len(row.parts.get(state, ())), glyph)
                for state, glyph in STATE_GLYPHS.items()
                if row.parts.get(state)
            ),
        )
        for row in figure.rows
    )
    titles = {state: state_words(state) for state in STATE_GLYPHS}
    return Chart(figure.id, translated(_t("Progress")), bars, rows, figure.rows, titles)


def _days(figure: Figure, title: str, labels: Sequence[Label]) -> Chart:
    spread = periods(figure.rows)
    chart = replace(_chart(Figure(figure.id, spread), title, labels, _day_words), draw=columns)
    without = sum(row.total for row in figure.rows if not row.who.key)
    if not without:
        return chart
    words = counted(
        _t("{n} annotation is in an article without a date."),
        _t("{n} annotations are in articles without a date."),
        without,
    )
    return replace(chart, note=words)


def _day_words(who: Named) -> str:
    form = {10: "d MMM yyyy", 7: "MMM yyyy"}.get(len(who.key), "")
    day = QDate.fromString(who.key + "0001-01-01"[len(who.key) :], "yyyy-MM-dd")
    return QLocale().toString(day, form) if form and day.isValid() else who.key


def _people(project: Project, figure: Figure, labels: Sequence[Label]) -> Chart:
    """Return the chart of who an attribute names, or of who acts against whom."""
    label = project.label_set.label(figure.label)
    attribute = label.attribute(figure.attribute) if label else None
    actor = actor_of(label)
    if label is None or attribute is None or actor is None:
        return _chart(figure, figure.id, labels)
    if figure.rows[0].whom is None:
        return _of_one_label(_chart(figure, f"{label.title}: {attribute.title}", labels))
    title = f"{label.title}: {actor.title} → {attribute.title}"
    return _flowing(_chart(figure, title, labels))


def _flowing(chart: Chart) -> Chart:
    return replace(chart, draw=flow, rows=chart.rows[:_RIBBONS])
