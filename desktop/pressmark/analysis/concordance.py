"""Where words stand in a project, with the text around them and what is tagged there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pressmark.analysis.conditions import Condition
from pressmark.analysis.matching import Matcher, matcher
from pressmark.model.annotation import Annotation
from pressmark.model.article import Article
from pressmark.model.project import Project
from pressmark.model.span import Span

CONTEXT = 100
"""How many code points of text a hit shows on either side."""


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for, and where.

    `text` is literal or, if `pattern`, a regular expression. Letter case counts if `case`, kinds
    of quotation marks, apostrophes, dashes and spaces if `marks`; what cuts a word is no hit if
    `words`. A hit must touch an annotation with one of the `labels` (ids), where there are any,
    and one for each of the `conditions`. What lies in the zones of an article is left out unless
    `zones`. Without a text, and with conditions, the annotations that meet the first of them are
    the hits.
    """

    text: str = ""
    pattern: bool = False
    case: bool = False
    marks: bool = False
    words: bool = False
    labels: frozenset[str] = frozenset()
    conditions: tuple[Condition, ...] = ()
    zones: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """One place: the article's id, the code points, and the text before, in and after it.

    `annotations` are the ids of those it touches, the longest first.
    """

    article: str
    span: Span
    before: str
    text: str
    after: str
    annotations: tuple[str, ...] = ()


def find(project: Project, query: Query) -> Iterator[Hit]:
    """Yield the hits article by article, in canonical order, as they are found.

    Earlier texts of articles are passed over. QueryError `empty-query`, `bad-pattern`, or
    `too-complex`, as `matcher` says.
    """
    return find_in((one.open() for one in project.current()), query)


def find_in(articles: Iterable[Article], query: Query) -> Iterator[Hit]:
    """Yield the hits in some articles, as `find` does."""
    if not query.text and query.conditions:
        return (hit for one in articles for hit in _tagged_hits(one, query))
    match = matcher(
        query.text, pattern=query.pattern, case=query.case, marks=query.marks, words=query.words
    )
    return (hit for one in articles for hit in _hits(one, match, query))


def _hits(article: Article, match: Matcher, query: Query) -> Iterator[Hit]:
    spans = (span for span in match(article.text) if query.zones or not article.is_zone(span))
    for span, touching in _with_touching(article, spans):
        if _suits(touching, query):
            yield _hit(article, span, touching)


def _tagged_hits(article: Article, query: Query) -> Iterator[Hit]:
    wanted = [one for one in article.annotations if query.conditions[0].is_met_by(one)]
    spans = (one.span for one in wanted if query.zones or not article.is_zone(one.span))
    for span, touching in _with_touching(article, spans):
        if _suits(touching, query):
            yield _hit(article, span, touching)


def _suits(touching: list[Annotation], query: Query) -> bool:
    if query.labels and not any(one.label in query.labels for one in touching):
        return False
    return all(any(asked.is_met_by(one) for one in touching) for asked in query.conditions)


def _with_touching(
    article: Article, spans: Iterable[Span]
) -> Iterator[tuple[Span, list[Annotation]]]:
    """Yield each span with the annotations it touches; the spans come by their starts."""
    waiting = iter(article.annotations)
    coming = next(waiting, None)
    near: list[Annotation] = []
    for span in spans:
        while coming is not None and coming.span.start < span.end:
            near.append(coming)
            coming = next(waiting, None)
        near = [one for one in near if one.span.end > span.start]
        yield span, [one for one in near if any(span.overlaps(part) for part in one.fragments)]


def hit_at(article: Article, span: Span) -> Hit:
    """Return what a hit at a stretch of an article would be."""
    ((_, touching),) = _with_touching(article, (span,))
    return _hit(article, span, touching)


def _hit(article: Article, span: Span, touching: list[Annotation]) -> Hit:
    text = article.text
    return Hit(
        article.head.id,
        span,
        text[max(0, span.start - CONTEXT) : span.start],
        text[slice(*span)],
        text[span.end : span.end + CONTEXT],
        tuple(one.id for one in sorted(touching, key=lambda one: -one.span.length)),
    )
