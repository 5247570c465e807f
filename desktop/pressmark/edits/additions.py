"""New annotations, made whole: with the text, context, times and origin that they store."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from pressmark.edits.annotations import AddAnnotation
from pressmark.edits.edit import Stamp
from pressmark.errors import EditError
from pressmark.model.annotation import Annotation, Origin, quoted
from pressmark.model.attribute import Value
from pressmark.model.ids import new_id
from pressmark.model.project import Project
from pressmark.model.span import Span

_HAND = Origin()


def addition(  # noqa: PLR0913 -- what an annotation is made of, each by name
    project: Project,
    article_id: str,
    label: str,
    fragments: Sequence[Span],
    stamp: Stamp,
    *,
    annotation_id: str | None = None,
    attributes: Mapping[str, Value] | None = None,
    note: str | None = None,
    origin: Origin = _HAND,
) -> AddAnnotation:
    """Return the edit that tags `fragments` (code points, end-exclusive) with `label`.

    EditError where the article or the label is not there. Whether the fragments fit is for
    the edit to say.
    """
    if article_id not in project.articles:
        raise EditError("no-article", id=article_id)
    if project.label_set.label(label) is None:
        raise EditError("no-label", id=label)
    if not fragments:
        raise EditError("no-fragments", id=annotation_id or "")
    spans = tuple(fragments)
    text, prefix, suffix = quoted(project.article(article_id).text, spans)
    annotation = Annotation(
        id=annotation_id or new_id(),
        label=label,
        fragments=spans,
        text=text,
        prefix=prefix,
        suffix=suffix,
        attributes=MappingProxyType(dict(attributes or {})),
        note=note or None,
        annotator=stamp.annotator,
        created=stamp.time,
        changed=stamp.time,
        origin=origin,
    )
    return AddAnnotation(article_id, annotation)
