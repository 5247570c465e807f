"""How much there is of what: counts of a project's annotations."""

from collections import Counter
from dataclasses import dataclass, field

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
    labels = Counter({label.id: 0 for label in project.label_set.labels})
    articles: Counter[str] = Counter()
    annotators: Counter[str] = Counter()
    states: Counter[str] = Counter()
    current = project.current()
    for article in (one.open() for one in current):
        counted = [one for one in article.annotations if zones or not article.is_zone(one.span)]
        labels.update(one.label for one in counted)
        articles[article.head.id] = len(counted)
        annotators.update(one.annotator for one in counted)
        states.update(article.head.states.values() or ("new",))
    return Statistics(
        articles=len(current),
        annotations=articles.total(),
        relations=len(project.relations),
        entities=len(project.entities),
        by_label=dict(labels),
        by_article=dict(articles),
        by_annotator=dict(annotators),
        by_state=dict(states),
    )
