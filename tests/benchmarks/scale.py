"""Projects of any number of articles, the same on every machine."""

from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from immutables import Map

from pressmark.model.annotation import Annotation, quoted
from pressmark.model.annotations import Annotations
from pressmark.model.article import Article, ArticleHead
from pressmark.model.project import Project
from pressmark.model.span import Span
from pressmark.store.label_sets import default_label_set
from pressmark.store.open_project import write_copy
from tests.benchmarks.measuring import Text, make_news

TIME = "2024-05-31T14:05:00Z"


def write_project(path: Path, count: int, *, longest: int | None = None) -> None:
    """Write a project of `count` articles, each cut to `longest` characters where that is given."""
    articles = {one.head.id: one for one in _articles(count, longest)}
    project = Project(
        id=f"scale-{count}",
        title="Scale",
        label_set=default_label_set(),
        articles=Map(articles),
        places=Map({one.id: key for key, made in articles.items() for one in made.annotations}),
    )
    write_copy(project, path)


def _articles(count: int, longest: int | None) -> Iterator[Article]:
    """Deal `count` articles; where they are to be short, a thousand of them again and again."""
    dealt = make_news(count) if longest is None else cycle([*make_news(min(count, 1000))])
    for number, (title, sample) in enumerate(islice(dealt, count)):
        head = ArticleHead(id=f"a{number:07}", title=title, source="Reuters", added=TIME)
        text = sample.text[:longest]
        yield Article(head, text, Annotations.of(_annotations(f"n{number:07}", text, sample)))


def _annotations(prefix: str, text: str, sample: Text) -> Iterator[Annotation]:
    for number, (label, start, end) in enumerate(sample.spans):
        if end <= len(text):
            fragments = (Span(start, end),)
            pieces, before, after = quoted(text, fragments)
            yield Annotation(
                id=f"{prefix}-{number:02}",
                label=label,
                fragments=fragments,
                text=pieces,
                prefix=before,
                suffix=after,
                created=TIME,
                changed=TIME,
            )
