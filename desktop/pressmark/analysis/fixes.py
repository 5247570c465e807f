"""What would mend a finding, as edits: done, the finding is gone. Many have none."""

from collections.abc import Callable, Mapping

from pressmark.analysis.attribution import attributions
from pressmark.analysis.edges import balanced, whole
from pressmark.analysis.finding import Finding
from pressmark.edits.annotations import MoveAnnotation, SetAttributes
from pressmark.edits.articles import SetZones
from pressmark.edits.edit import Edit
from pressmark.edits.unification import unification
from pressmark.edits.zones import toggled
from pressmark.model.annotation import Annotation
from pressmark.model.article import Article
from pressmark.model.attribute import Anchor, Value
from pressmark.model.project import Project
from pressmark.model.span import Span

Fix = Callable[[Project, Article, Annotation, Finding], tuple[Edit, ...]]


def fix(project: Project, finding: Finding) -> tuple[Edit, ...]:
    """Return the edits that mend a finding; none where there is no telling what would.

    KeyError where what was found is not there any more.
    """
    article = project.article(finding.article)
    mend = _FIXES.get(finding.code)
    return mend(project, article, article.annotations[finding.annotation], finding) if mend else ()


def _moved(article: Article, annotation: Annotation, move: Callable[[str, Span], Span]) -> Edit:
    spans = tuple(move(article.text, one) for one in annotation.fragments)
    return MoveAnnotation(article.head.id, annotation.id, spans)


def _whole(_: Project, article: Article, annotation: Annotation, __: Finding) -> tuple[Edit, ...]:
    return (_moved(article, annotation, whole),)


def _balance(_: Project, article: Article, annotation: Annotation, __: Finding) -> tuple[Edit, ...]:
    return (_moved(article, annotation, balanced),)


def _content(_: Project, article: Article, annotation: Annotation, __: Finding) -> tuple[Edit, ...]:
    """Take what is tagged out of the zone it is in: somebody found it worth tagging."""
    zones = toggled(article.head.zones, annotation.span, "other")
    return (SetZones(article.head.id, zones),)


def _unite(
    project: Project, _: Article, annotation: Annotation, finding: Finding
) -> tuple[Edit, ...]:
    return unification(project, finding.fact, annotation.id, annotation.fragments)


def _name_actor(
    project: Project, article: Article, annotation: Annotation, finding: Finding
) -> tuple[Edit, ...]:
    """Take the likeliest guess for the first actor that is asked for."""
    name = finding.fact.split(" / ")[0]
    label = project.label_set.label(annotation.label)
    declared = label.attribute(name) if label else None
    guesses = attributions(article.text, annotation)
    span = next((one.speaker for one in guesses if one.speaker), None)
    if span is None or declared is None or annotation.label == "sanction":
        return ()
    anchor = Anchor(start=span.start, end=span.end, text=article.text[slice(*span)])
    value: Value = (anchor,) if declared.several else anchor
    return (SetAttributes(article.head.id, annotation.id, {name: value}),)


_FIXES: Mapping[str, Fix] = {
    "ragged": _whole,
    "lonely-mark": _balance,
    "in-zone": _content,
    "twice": _unite,
    "no-actor": _name_actor,
}
