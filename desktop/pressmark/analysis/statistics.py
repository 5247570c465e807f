"""How much there is of what: counts of a project's annotations."""

from collections import Counter
from dataclasses import dataclass, field

from pressmark.analysis.figures import Figure, Scope, figures
from pressmark.analysis.notes import Notebook
from pressmark.model.project import Project


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts: annotations by label, article and annotator (ids), layers by state."""

    articles: int
    annotations: int
    relations: int
    entities: int
    by_label: dict[str, int] = field(default_factory=dict)
    by_article: dict[str, int] = field(default_factory=dict)
    by_annotator: dict[str, int] = field(default_factory=dict)
    by_state: dict[str, int] = field(default_factory=dict)


def count(project: Project, *, zones: bool = False) -> Statistics:
    """Count a project; labels of the set that nobody used and empty articles count 0.

    Annotations that lie wholly within a zone of their article count only if `zones`, earlier texts
    of articles never.
    """
    return summed_up(project, figures(project, Notebook().read(project), Scope(zones=zones)))


def summed_up(project: Project, drawn: tuple[Figure, ...]) -> Statistics:
    """Return the counts that a project's figures add up to."""
    totals = {one.id: {row.who.key: row.total for row in one.rows} for one in drawn}
    order = [one.head for one in project.current()]
    states = Counter(state for head in order for state in head.states.values() or ("new",))
    return Statistics(
        articles=len(order),
        annotations=sum(totals["articles"].values()),
        relations=len(project.relations),
        entities=len(project.entities),
        by_label=totals["labels"],
        by_article={
            one.id: totals["articles"][one.id] for one in order if one.id in totals["articles"]
        },
        by_annotator=totals["annotators"],
        by_state=dict(states),
    )
