"""What an article's own words propose for the attributes of an annotation.

Nothing is set by proposing it: somebody takes it with one key. The ids are those of the default
label set; a label without such attributes is proposed nothing.
"""

from collections.abc import Iterator, Mapping, Sequence

from pressmark.analysis.attribution import attributions
from pressmark.analysis.entity_names import EntityNames
from pressmark.analysis.measure_clauses import measure_clause
from pressmark.model.annotation import Annotation
from pressmark.model.attribute import Anchor, Attribute, Value, accepts, anchors
from pressmark.model.label_set import Label
from pressmark.model.span import Span

_MARKS = frozenset('"“”„«»「」『』')
_SPEAKERS = ("claimant", "speaker", "denier")


def proposals(
    text: str, annotation: Annotation, label: Label, names: EntityNames
) -> Mapping[str, Value]:
    """Return values for attributes of `label` that have none yet, by attribute id."""
    offered = {one.id: one for one in label.attributes}
    found = _of_measure(text, annotation) if "issuer" in offered else _of_speech(text, annotation)
    proposed: dict[str, Value] = {}
    for name, value in found:
        attribute = offered.get(name)
        if attribute is None or annotation.attributes.get(name) is not None:
            continue
        whole = anchored(text, value, attribute, names) if isinstance(value, Span) else value
        if accepts(attribute, whole):
            proposed.setdefault(name, whole)
    return proposed


def anchored(text: str, span: Span, attribute: Attribute, names: EntityNames) -> Anchor:
    """Return the anchor at `span`, with the entity that its words name where it may have any."""
    words = text[slice(*span)]
    entity = names.named(words) if attribute.entity else None
    return Anchor(start=span.start, end=span.end, text=words, entities=(entity,) if entity else ())


def _of_speech(text: str, annotation: Annotation) -> Iterator[tuple[str, "Span | Value"]]:
    yield "form", form_of(annotation.text)
    best = next(iter(attributions(text, annotation)), None)
    held = (anchors(annotation.attributes.get(name)) for name in _SPEAKERS)
    spans = {anchor.span for found in held for anchor in found}
    if best is None or (spans and best.speaker not in spans):
        return  # it is somebody else's cue, too
    if best.speaker is not None:
        yield from ((name, best.speaker) for name in _SPEAKERS)
    yield "cue", best.cue


def form_of(fragments: Sequence[str]) -> str:
    """Return how a quote stands there, by the quotation marks at and in its fragments."""
    marks = [sum(sign in _MARKS for sign in words) for words in fragments]
    if not any(marks):
        return "indirect"
    are_whole = (words[:1] in _MARKS and words[-1:] in _MARKS for words in fragments)
    return "direct" if all(are_whole) and set(marks) == {len("“”")} else "mixed"


def _of_measure(text: str, annotation: Annotation) -> Iterator[tuple[str, "Span | Value"]]:
    clause = measure_clause(text, annotation.span)
    if clause is None:
        return
    yield "issuer", clause.issuer
    yield "cue", clause.cue
    yield "target", clause.target
    yield "status", clause.status
    for name, value in (
        ("date_text", clause.date),
        ("reason", clause.reason),
        ("target_count", clause.target_count),
    ):
        if value is not None:
            yield name, value
