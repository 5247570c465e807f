"""Checks of where annotations begin and end: words, quotation marks, zones, doubles."""

from collections.abc import Iterator

from pressmark.analysis.finding import Check, Finding
from pressmark.analysis.fragments import joined
from pressmark.analysis.quotations import quotations
from pressmark.analysis.twins import near_twins
from pressmark.analysis.words import trimmed, words_of
from pressmark.model.annotation import Annotation
from pressmark.model.article import Article
from pressmark.model.project import Project
from pressmark.model.span import Span

_MARKS = frozenset('"“”„«»')
_FAR = 4096
"""How far round an annotation quotations are looked for, in code points."""


def whole(text: str, span: Span) -> Span:
    """Return a stretch that cuts no word, and has no white space at its edges."""
    return trimmed(text, words_of(text, trimmed(text, span) or span)) or span


def balanced(text: str, span: Span) -> Span:
    """Return a stretch with the quotation marks that its own ones belong to.

    A quotation of which the stretch has one mark, at its edge, comes in whole where only the other
    mark is missing; else the lonely mark is left out.
    """
    start, end = span
    for quotation in _near(text, span):
        opens, closes = span.holds(quotation.start), span.holds(quotation.end - 1)
        if opens and not closes:
            rest = text[end : quotation.end - 1]
            start, end = (start, quotation.end) if not rest.strip(".,;:!?… ") else (start, end)
            if quotation.start == start and end != quotation.end:
                start += 1
        elif closes and not opens:
            rest = text[quotation.start + 1 : start]
            start = quotation.start if not rest.strip() else start
            if quotation.end == end and start != quotation.start:
                end -= 1
    return span if (start, end) == span else trimmed(text, Span(start, end)) or span


def _near(text: str, span: Span) -> list[Span]:
    low = text.rfind("\n", 0, max(0, span.start - _FAR)) + 1
    stretch = Span(low, min(len(text), span.end + _FAR))
    return [one for one in quotations(text, stretch) if one.overlaps(span)]


def _ragged(project: Project, article: Article, annotation: Annotation) -> Iterator[Finding]:
    """Find an edge that cuts a word, or has white space."""
    del project
    if any(whole(article.text, one) != one for one in annotation.fragments):
        yield Finding("ragged", article.head.id, annotation.id)


def _marks(project: Project, article: Article, annotation: Annotation) -> Iterator[Finding]:
    """Find an edge between a quotation mark and the one it belongs to."""
    del project
    if any(balanced(article.text, one) != one for one in annotation.fragments):
        yield Finding("lonely-mark", article.head.id, annotation.id)


def _open(project: Project, article: Article, annotation: Annotation) -> Iterator[Finding]:
    """Find a quotation mark at an edge whose second is nowhere; `_marks` finds those that have one.

    Two of different kinds, one at each edge, are how the article quotes.
    """
    del project
    text, outer = article.text, annotation.span
    first, last = _near(text, annotation.fragments[0]), _near(text, annotation.fragments[-1])
    begins = text[outer.start] in _MARKS and all(outer.start not in _ends(one) for one in first)
    stops = text[outer.end - 1] in _MARKS and all(outer.end - 1 not in _ends(one) for one in last)
    if begins != stops and outer.length > 1:
        yield Finding("open-mark", article.head.id, annotation.id)


def _ends(quotation: Span) -> tuple[int, int]:
    return quotation.start, quotation.end - 1


def _zone(project: Project, article: Article, annotation: Annotation) -> Iterator[Finding]:
    """Find an annotation that lies in a zone, where nobody counts it, or reaches into one."""
    del project
    if article.is_zone(annotation.span):
        yield Finding("in-zone", article.head.id, annotation.id)
    elif any(
        zone.span.overlaps(one) for zone in article.head.zones for one in annotation.fragments
    ):
        yield Finding("into-zone", article.head.id, annotation.id)


def _twice(project: Project, article: Article, annotation: Annotation) -> Iterator[Finding]:
    """Find what one annotator tagged twice, alike or nearly; the later of the two is told."""
    del project
    for other in near_twins(article, annotation):
        if (other.created, other.id) < (annotation.created, annotation.id):
            code = "twice" if other.fragments == annotation.fragments else "nearly-twice"
            yield Finding(code, article.head.id, annotation.id, other.id, other.id)
            return


def _words(project: Project, article: Article, annotation: Annotation) -> Iterator[Finding]:
    """Find an annotation of signs and space alone."""
    del project
    if not any(map(str.isalnum, "".join(annotation.text))):
        yield Finding("no-words", article.head.id, annotation.id)


def _gaps(project: Project, article: Article, annotation: Annotation) -> Iterator[Finding]:
    """Find fragments that nothing parts."""
    del project
    if joined(article.text, annotation.fragments) != annotation.fragments:
        yield Finding("no-gap", article.head.id, annotation.id)


EDGES: tuple[Check, ...] = (_ragged, _marks, _open, _zone, _twice, _words, _gaps)
