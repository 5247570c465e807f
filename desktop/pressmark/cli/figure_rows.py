"""Figures as JSON and as the rows of a table."""

from collections.abc import Iterable, Iterator

from pressmark.analysis.figures import Figure, Row
from pressmark.analysis.statistics import Statistics
from pressmark.model.project import Project

TableRow = tuple[object, str, str]
"""How many there are, of what kind, and which."""


def plain_figures(drawn: Iterable[Figure]) -> dict[str, list[dict[str, object]]]:
    """Return figures as JSON: rows by the figure's id, each with its counts by label."""
    return {one.id: [_plain(row) for row in one.rows] for one in drawn}


def _plain(row: Row) -> dict[str, object]:
    counts = {part: len(ids) for part, ids in row.parts.items()}
    plain = {**row.who._asdict(), "counts": counts, "total": row.total}
    return {**plain, "whom": row.whom._asdict()} if row.whom is not None else plain


def figure_rows(
    project: Project, counted: Statistics, drawn: Iterable[Figure]
) -> Iterator[TableRow]:
    """Yield the rows of a table: the sums first, then what each of them is made of."""
    yield counted.articles, "", "articles"
    yield counted.annotations, "", "annotations"
    yield counted.relations, "", "relations"
    yield counted.entities, "", "entities"
    for figure in drawn:
        match figure.id:
            case "labels" | "articles" | "annotators":
                kind = figure.id.removesuffix("s")
            case "progress":
                yield from ((number, "state", state) for state, number in counted.by_state.items())
                continue
            case "days":
                kind = "published"
            case "events":
                kind = "date"
            case "denials":
                kind = "who denies whom"
            case _:
                kind = _role(project, figure)
        yield from ((row.total, kind, _name(row)) for row in figure.rows)


def _role(project: Project, figure: Figure) -> str:
    label = project.label_set.label(figure.label)
    attribute = label.attribute(figure.attribute) if label else None
    titles = (label.title, attribute.title) if label and attribute else (figure.id,)
    return " ".join(titles).lower()


def _name(row: Row) -> str:
    who = row.who.name or row.who.key or "not known"
    return who if row.whom is None else f"{who} -> {row.whom.name or 'not known'}"
