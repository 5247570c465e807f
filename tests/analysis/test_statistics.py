from types import MappingProxyType

from pressmark.analysis.statistics import count
from pressmark.model.annotation import Annotation
from pressmark.model.annotations import Annotations
from pressmark.model.article import Article, ArticleHead, Zone
from pressmark.model.label_set import Label, LabelSet
from pressmark.model.project import Project, assemble
from pressmark.model.span import Span
from tests.amended import corrected


def tag(name: str, label: str, annotator: str) -> Annotation:
    return Annotation(
        id=name, label=label, annotator=annotator, fragments=(Span(0, 1),), text=("x",)
    )


def test_counts_by_label_article_annotator_and_state() -> None:
    labels = LabelSet(
        name="news", labels=(Label(id="claim", title="Claim"), Label(id="denial", title="Denial"))
    )
    done = ArticleHead(id="a", states=MappingProxyType({"anna": "done"}))
    tags = Annotations.of([tag("1", "claim", "anna"), tag("2", "claim", "bo")])
    project = assemble(
        Project(id="p", title="t", label_set=labels),
        [Article(done, "xyz", tags), Article(ArticleHead(id="b"), "nothing")],
    )
    counted = count(project)
    assert (counted.articles, counted.annotations) == (2, 2)
    assert counted.by_label == {"claim": 2, "denial": 0}
    assert counted.by_article == {"a": 2, "b": 0}
    assert counted.by_annotator == {"anna": 1, "bo": 1}
    assert counted.by_state == {"done": 1, "new": 1}


def test_what_is_tagged_in_a_zone_counts_only_when_asked() -> None:
    head = ArticleHead(id="a", zones=(Zone(start=0, end=2, kind="teaser"),))
    project = assemble(
        Project(id="p", title="t", label_set=LabelSet(name="news")),
        [Article(head, "xyz", Annotations.of([tag("1", "claim", "anna")]))],
    )
    assert count(project).annotations == 0
    assert count(project, zones=True).by_label == {"claim": 1}


def test_an_earlier_text_of_an_article_does_not_count() -> None:
    project = assemble(
        Project(id="p", title="t", label_set=LabelSet(name="news")),
        [Article(ArticleHead(id="a"), "xyz", Annotations.of([tag("1", "claim", "anna")]))],
    )
    counted = count(corrected(project, "a", "An entirely different text."))
    assert (counted.articles, counted.annotations) == (1, 0)
