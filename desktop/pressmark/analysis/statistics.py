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


def count(project: Project) -> Statistics:
    """Count a project; labels of the set that nobody used and empty articles count 0."""
    labels = Counter({label.id: 0 for label in project.label_set.labels})
    articles: Counter[str] = Counter()
    annotators: Counter[str] = Counter()
    states: Counter[str] = Counter()
    for article in project.opened():
        labels.update(article.counts)
        articles[article.head.id] = len(article.annotations)
        annotators.update(one.annotator for one in article.annotations)
        states.update(article.head.states.values() or ("new",))
    return Statistics(
        articles=len(project.articles),
        annotations=project.annotation_count(),
        relations=len(project.relations),
        entities=len(project.entities),
        by_label=dict(labels),
        by_article=dict(articles),
        by_annotator=dict(annotators),
        by_state=dict(states),
    )
