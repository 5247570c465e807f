"""Where words stand in a project, with the text around them."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate

import regex

from pressmark.errors import QueryError
from pressmark.model.article import Article
from pressmark.model.project import Project
from pressmark.model.span import Span

CONTEXT = 40
"""How many code points of text a hit shows on either side."""

PATIENCE = 2.0
"""How many seconds a regular expression may take in one article."""

Matcher = Callable[[str], Iterator[Span]]


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for: literal text, or a regular expression; letter case ignored unless `case`.

    `labels` (ids), where there are any, keep only hits that overlap an annotation with one.
    """

    text: str
    pattern: bool = False
    case: bool = False
    labels: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Hit:
    """One place: the article's id, the code points, and the text before, in and after it."""

    article: str
    span: Span
    before: str
    text: str
    after: str


def find(project: Project, query: Query) -> Iterator[Hit]:
    """Yield the hits article by article, in canonical order, as they are found.

    QueryError `bad-pattern`, or `too-complex` where an article takes longer than `PATIENCE`.
    """
    matches = _matcher(query)
    for article in project.opened():
        yield from _hits(article, matches, query.labels)


def _hits(article: Article, matches: Matcher, labels: frozenset[str]) -> Iterator[Hit]:
    tagged = [one for one in article.annotations if one.label in labels]
    for span in matches(article.text):
        if labels and not any(
            fragment.overlaps(span) for one in tagged for fragment in one.fragments
        ):
            continue
        text = article.text
        yield Hit(
            article.head.id,
            span,
            text[max(0, span.start - CONTEXT) : span.start],
            text[slice(*span)],
            text[span.end : span.end + CONTEXT],
        )


def _matcher(query: Query) -> Matcher:
    if not query.text:
        raise QueryError("empty-query")
    if query.pattern:
        return _by_pattern(query)
    return _by_text(query.text) if query.case else _by_folded_text(query.text.casefold())


def _by_text(wanted: str) -> Matcher:
    def matches(text: str) -> Iterator[Span]:
        at = text.find(wanted)
        while at >= 0:
            yield Span(at, at + len(wanted))
            at = text.find(wanted, at + len(wanted))

    return matches


def _by_folded_text(wanted: str) -> Matcher:
    """Search casefolded copies: twenty times quicker than a pattern that ignores case."""
    literal = _by_text(wanted)

    def matches(text: str) -> Iterator[Span]:
        folded = text.casefold()
        if len(folded) == len(text):  # no letter folds to less than one: each kept its place
            yield from literal(folded)
            return
        ends = list(accumulate(len(char.casefold()) for char in text))
        for start, end in literal(folded):
            yield Span(bisect_right(ends, start), bisect_right(ends, end - 1) + 1)

    return matches


def _by_pattern(query: Query) -> Matcher:
    try:
        pattern = regex.compile(query.text, 0 if query.case else regex.IGNORECASE)
    except regex.error as error:
        raise QueryError("bad-pattern", reason=str(error)) from error

    def matches(text: str) -> Iterator[Span]:
        try:
            for match in pattern.finditer(text, timeout=PATIENCE):
                if match.end() > match.start():
                    yield Span(*match.span())
        except TimeoutError as error:
            raise QueryError("too-complex", seconds=PATIENCE) from error

    return matches
