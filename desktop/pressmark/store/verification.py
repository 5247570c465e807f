"""Whether an article's annotations fit its text: checked, repaired where that is certain, told."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

from pressmark.analysis.misplaced import fits, places, stands
from pressmark.errors import RecordError
from pressmark.model.annotation import Annotation, quoted
from pressmark.model.attribute import Anchor, Value, anchors
from pressmark.store.records import to_json

Kind = Literal[
    "damaged", "repaired", "text-differs", "anchor-differs", "no-end", "no-entity", "no-annotator"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something about one record of a project file that somebody should know.

    `damaged`: the article cannot be read (`where`, `line`, `reason`), its bytes are kept.
    `repaired`: its text or anchor stood elsewhere than it said, and was found there. The others
    are left as they are: a `text` or `anchor` that is not what its offsets say and is found
    nowhere else; a relation without one of its ends; an entity or annotator that nobody declares.
    `article` and `record` (annotation or relation) are ids, "" where there is none.
    """

    kind: Kind
    article: str = ""
    record: str = ""
    where: str = ""
    line: int | None = None
    reason: str = ""


def verified(
    article_id: str, text: str, annotations: Iterable[Annotation]
) -> tuple[list[Annotation], tuple[Finding, ...]]:
    """Return the annotations as they stand in `text`, and what was found about them.

    Every fragment and anchor of the result lies within the text. RecordError where one cannot.
    """
    fitting: list[Annotation] = []
    findings: list[Finding] = []
    for at, annotation in enumerate(annotations):
        one = annotation
        if not stands(text, annotation):
            one, kind = _placed(text, annotation, at)
            findings.append(Finding(kind=kind, article=article_id, record=one.id))
        if not all(_anchor_matches(text, anchor) for anchor in _all_anchors(one)):
            one, found = _reanchored(article_id, text, one, one.span.start - annotation.span.start)
            findings += found
        fitting.append(one)
    return fitting, tuple(findings)


def _placed(text: str, annotation: Annotation, at: int) -> tuple[Annotation, Kind]:
    """Return the annotation at the one place of its text, or as it is; and which it was."""
    found = places(text, annotation, most=2)
    if len(found) != 1:
        if not fits(text, annotation.fragments):
            where = f"annotations.{at}.fragments"
            raise RecordError(id=annotation.id, where=where, reason="bad-span")
        return annotation, "text-differs"
    pieces, prefix, suffix = quoted(text, found[0])
    moved = replace(annotation, fragments=found[0], text=pieces, prefix=prefix, suffix=suffix)
    return moved, "repaired"


def _all_anchors(annotation: Annotation) -> Iterator[Anchor]:
    for value in annotation.attributes.values():
        yield from anchors(value)


def _anchor_matches(text: str, anchor: Anchor) -> bool:
    span = anchor.span
    return span is None or (span.fits(len(text)) and text[span.start : span.end] == anchor.text)


def _reanchored(
    article_id: str, text: str, annotation: Annotation, shift: int
) -> tuple[Annotation, list[Finding]]:
    """Return the annotation with its anchors where their text is found, and what was found."""
    values = dict(annotation.attributes)
    findings = []
    for name, value in annotation.attributes.items():
        if all(_anchor_matches(text, one) for one in anchors(value)):
            continue
        values[name], kind = _value_placed(text, value, shift)
        findings.append(Finding(kind=kind, article=article_id, record=annotation.id, where=name))
    return replace(annotation, attributes=MappingProxyType(values)), findings


def _value_placed(text: str, value: Value, shift: int) -> tuple[Value, Kind]:
    """Return the value with its anchors placed, and whether that could be done.

    Where one of them is not even within the text, the value becomes the plain JSON it was, so
    that nobody need expect such an anchor.
    """
    placed = tuple(_anchor_placed(text, one, shift) for one in anchors(value))
    if all(_anchor_matches(text, one) for one in placed):
        return placed if isinstance(value, tuple) else placed[0], "repaired"
    if all(one.span is None or one.span.fits(len(text)) for one in placed):
        return value, "anchor-differs"
    plain: Value = to_json(value)
    return plain, "anchor-differs"


def _anchor_placed(text: str, anchor: Anchor, shift: int) -> Anchor:
    """Return the anchor moved along with its annotation, or where alone its text stands."""
    if anchor.span is None or not anchor.text or _anchor_matches(text, anchor):
        return anchor
    moved = replace(anchor, start=anchor.span.start + shift, end=anchor.span.end + shift)
    if _anchor_matches(text, moved):
        return moved
    at = text.find(anchor.text)
    if at < 0 or text.find(anchor.text, at + 1) >= 0:
        return anchor
    return replace(anchor, start=at, end=at + len(anchor.text))
