"""Checks for what cannot be so: days that no calendar has, ends before beginnings, odd forms.

They ask after attributes of the default label set by their ids, where a label offers them.
"""

from calendar import monthrange
from collections.abc import Iterator

from pressmark.analysis.finding import Check, Finding
from pressmark.analysis.proposals import form_of
from pressmark.model.annotation import Annotation
from pressmark.model.article import Article
from pressmark.model.attribute import anchors
from pressmark.model.project import Project
from pressmark.model.span import Span

_OPPOSITE = {("direct", "indirect"), ("indirect", "direct")}
_IN_ORDER = (("listing_date", "end_date"), ("effective_date", "end_date"))
"""Dates of which the second cannot be the earlier one."""
_BY_PUBLICATION = ("quote", "denial")
"""What has been said when an article reports it."""
_BESIDE = ("cue", "hedge")
"""Attributes whose words stand in the paragraph that they are about."""


def _form(project: Project, article: Article, annotation: Annotation) -> Iterator[Finding]:
    """Find a direct quote without quotation marks, and an indirect one within them."""
    del project
    stated = annotation.attributes.get("form")
    if annotation.label == "quote" and (stated, form_of(annotation.text)) in _OPPOSITE:
        yield Finding("form-differs", article.head.id, annotation.id, str(stated), "form")


def _days(project: Project, article: Article, annotation: Annotation) -> Iterator[Finding]:
    """Find a date whose month has no such day."""
    label = project.label_set.label(annotation.label)
    for attribute in label.attributes if label else ():
        value = annotation.attributes.get(attribute.id)
        if attribute.kind == "date" and isinstance(value, str) and not _is_day(value):
            yield Finding("no-such-day", article.head.id, annotation.id, value, attribute.id)


def _order(project: Project, article: Article, annotation: Annotation) -> Iterator[Finding]:
    """Find a measure that ends before it begins."""
    del project
    for names in _IN_ORDER:
        first, last = map(annotation.attributes.get, names)
        if isinstance(first, str) and isinstance(last, str) and _is_before(last, first):
            yield Finding("ends-early", article.head.id, annotation.id, last, names[0])
            return


def _published(project: Project, article: Article, annotation: Annotation) -> Iterator[Finding]:
    """Find words that were said after the article was published."""
    del project
    said, published = annotation.attributes.get("date"), article.head.published
    if annotation.label in _BY_PUBLICATION and isinstance(said, str) and published:
        day = published[: len("2024-05-31")]
        if _is_before(day, said):
            yield Finding("after-publication", article.head.id, annotation.id, said, "date")


def _beside(project: Project, article: Article, annotation: Annotation) -> Iterator[Finding]:
    """Find a cue that stands in another paragraph than what it introduces."""
    label = project.label_set.label(annotation.label)
    near = _paragraphs(article.text, annotation.span)
    for name in _BESIDE:
        offered = label.attribute(name) if label else None
        spans = [one.span for one in anchors(annotation.attributes.get(name)) if one.span]
        if offered and any(not near.contains(span) for span in spans):
            yield Finding("stray-cue", article.head.id, annotation.id, offered.title, name)


def _is_day(date: str) -> bool:
    year, *rest = date.split("-")
    if len(rest) != len(("month", "day")) or not all(map(str.isdecimal, (year, *rest))):
        return True  # less exact than a day, or of another shape, which is told elsewhere
    month, day = map(int, rest)
    return not 1 <= month <= 12 or int(year) == 0 or day <= monthrange(int(year), month)[1]


def _is_before(one: str, other: str) -> bool:
    """Say whether a date is surely before another, as far as both are known."""
    are_dates = one[:4].isdecimal() and other[:4].isdecimal()
    return are_dates and one < other and not other.startswith(one)


def _paragraphs(text: str, span: Span) -> Span:
    end = text.find("\n", max(span.start, span.end - 1))
    return Span(text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end)


CONTRADICTIONS: tuple[Check, ...] = (_form, _days, _order, _published, _beside)
