"""An annotation as a foreign line of JSON says it, checked against the text it belongs to."""

import hashlib
from dataclasses import replace
from typing import Any

from pressmark.errors import RecordError
from pressmark.formats.folding import Folded
from pressmark.formats.format import ReadRequest
from pressmark.model.annotation import Annotation, quoted
from pressmark.model.attribute import Anchor, anchors
from pressmark.model.ids import is_id
from pressmark.model.span import Span
from pressmark.store.records import from_json


def read_annotation(
    raw: object, where: str, article: str, folded: Folded, request: ReadRequest
) -> Annotation:
    """Return the annotation of article (id) `article` that a JSON object says.

    Its offsets count code points of the unfolded text; what it does not say (id, text, annotator,
    times, origin) is made, the id always the same one. RecordError at `where` if it does not fit.
    """
    if not isinstance(raw, dict):
        raise RecordError(where=where, reason="not-an-object")
    fragments = _fragments(raw, where, folded)
    text, prefix, suffix = quoted(folded.text, fragments)
    said = raw.get("text")
    if said is not None and _folded_text(said) != "".join(text):
        raise RecordError(where=f"{where}.text", reason="text-differs")
    stamp = request.stamp
    made = {
        "id": _made_id(article, str(raw.get("label")), fragments),
        "annotator": stamp.annotator,
        "created": stamp.time,
        "changed": stamp.time,
        "origin": {"by": "import", "source": request.name},
    }
    given = {key: held for key, held in raw.items() if key not in ("start", "end")}
    known = {
        "label": request.labels.get(str(raw.get("label")), raw.get("label")),
        "fragments": [list(one) for one in fragments],
        "text": list(text),
        "prefix": prefix,
        "suffix": suffix,
    }
    whole = _with_good_id(made | given | known, article, fragments)
    return _with_anchors(from_json(Annotation, whole), folded, where)


def _with_good_id(
    whole: dict[str, Any], article: str, fragments: tuple[Span, ...]
) -> dict[str, Any]:
    """Replace an id that does not fit, and keep it in the origin."""
    given = str(whole["id"])
    if is_id(given):
        return whole | {"id": given}
    origin = whole["origin"] if isinstance(whole["origin"], dict) else {}
    return whole | {"id": _made_id(article, given, fragments), "origin": {**origin, "id": given}}


def _with_anchors(annotation: Annotation, folded: Folded, where: str) -> Annotation:
    moved = {name: _moved(value, folded) for name, value in annotation.attributes.items()}
    for name, value in moved.items():
        for anchor in anchors(value):
            span = anchor.span
            if span and folded.text[slice(*span)] != anchor.text:
                raise RecordError(where=f"{where}.attributes.{name}", reason="text-differs")
    return replace(annotation, attributes=moved)


def _fragments(raw: dict[str, Any], where: str, folded: Folded) -> tuple[Span, ...]:
    pairs = raw.get("fragments", [[raw.get("start"), raw.get("end")]])
    spans: list[Span] = []
    for pair in pairs if isinstance(pairs, list) and pairs else [None]:
        if not isinstance(pair, list) or [type(one) for one in pair] != [int, int]:
            raise RecordError(where=f"{where}.fragments", reason="bad-span")
        span = Span(folded.offset(pair[0]), folded.offset(pair[1]))
        if not span.fits(len(folded.text)) or (spans and span.start < spans[-1].end):
            raise RecordError(where=f"{where}.fragments", reason="bad-span")
        spans.append(span)
    return tuple(spans)


def _folded_text(said: Any) -> str | None:  # noqa: ANN401 -- JSON
    """Return the text that an annotation says it has: one string, or one a fragment."""
    pieces = said if isinstance(said, list) else [said]
    if not all(isinstance(piece, str) for piece in pieces):
        return None
    return "".join(pieces).replace("\r\n", "\n").replace("\r", "\n")


def _made_id(article: str, name: str, fragments: tuple[Span, ...]) -> str:
    """Return an id that the same annotation gets each time it is read."""
    said = f"{article} {name} {[list(one) for one in fragments]}"
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def _moved(value: Any, folded: Folded) -> Any:  # noqa: ANN401 -- an attribute's value
    if isinstance(value, tuple):
        return tuple(_moved(one, folded) for one in value)
    if isinstance(value, Anchor) and value.span is not None:
        start, end = folded.offset(value.span.start), folded.offset(value.span.end)
        return replace(value, start=start, end=end, text=_folded_text(value.text))
    return value
