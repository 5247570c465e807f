"""A document of JSON with spans, in whichever of the usual words: a line of Pressmark JSONL."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import product

from pressmark.errors import RecordError
from pressmark.formats import along
from pressmark.formats.folding import fold
from pressmark.formats.foreign_annotation import usable_id
from pressmark.formats.foreign_annotators import annotator_named
from pressmark.formats.foreign_json import given_id, given_list
from pressmark.model.ids import article_id
from pressmark.model.json import Json
from pressmark.model.project import Project

_TEXTS = ("text", "data", "content")
_SPANS = ("spans", "entities", "annotations", "labels", "label", "ents")
_STARTS = ("start", "start_offset", "begin")
_ENDS = ("end", "end_offset")
_LABELS = ("label", "type", "tag", "category")
_ALSO = {"date": "published", "lang": "language", "author": "byline"}
_KNOWN = frozenset({"id", "annotator", "relations", *_TEXTS, *_SPANS, *_ALSO})
_OF_A_SPAN = frozenset({"id", "text", "note", "attributes", *_STARTS, *_ENDS, *_LABELS})

Document = Mapping[str, Json]


def as_document(value: Json) -> Json:
    """Return the document that a pair of a text and an object is; anything else as it is."""
    match value:
        case [str(text), dict(said)]:
            return {**said, "text": text}
    return value


def is_tagged(value: Json) -> bool:
    """Say whether this is a document with spans."""
    if not isinstance(value, dict) or (_text(value) is None and given_id(value) is None):
        return False
    listed = _spans(value)[1]
    return bool(listed) and all(_place(one) is not None for one in listed)


def documents_within(value: Json) -> tuple[str, list[Json]] | None:
    """Return the list of documents that an object holds, and its key; None where there is none."""
    if not isinstance(value, dict) or _text(value) is not None:
        return None
    held = ((key, one) for key, one in value.items() if isinstance(one, list))
    return next(
        ((key, one) for key, one in held if any(map(is_tagged, map(as_document, one)))), None
    )


def line_of(document: Document, known: "KnownTexts", left: Counter[str]) -> dict[str, Json] | None:
    """Return a line in the shape of Pressmark JSONL; None where nobody has its text.

    What is left out is counted. RecordError where the document does not fit.
    """
    own, text, key = given_id(document), _text(document), _spans(document)[0]
    name = usable_id(own)
    if text is None:
        name, text = known.of(own)
    if text is None:
        left["no-article"] += len(_spans(document)[1])
        return None
    who = document.get("annotator")
    annotators = [annotator_named(who, known.project)] if isinstance(who, str) and who else []
    if name is None or annotators:  # several may speak of one text, each under another id
        name = article_id(fold(text))
    scope = f"{annotators[0]['id']}." if annotators else ""
    mine: dict[str, Json] = {"annotator": annotators[0]["id"]} if annotators else {}
    listed = given_list(document, key) if key else []
    shown = {**{new: document[old] for old, new in _ALSO.items() if old in document}, **document}
    return {
        **along.head(shown, _KNOWN),
        **({"origin": {"id": own}} if own not in (None, name) else {}),
        "id": name,
        "text": text,
        "annotators": [*annotators],
        "annotations": [
            {**_annotation(one, f"{key}.{at}", scope), **mine} for at, one in enumerate(listed)
        ],
        "relations": [*_relations(document, scope, left)],
    }


class KnownTexts:
    """The texts of a project, for documents that leave theirs to another file."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._names: dict[str, str] | None = None

    def of(self, own: str | None) -> tuple[str | None, str | None]:
        """Return the id and the text of the article that has this id, here or where it is from."""
        if self._names is None:
            heads = [one.head for one in self.project.shelf()]
            origins = {str(_origin(one.unknown)): one.id for one in reversed(heads)}
            self._names = {**origins, **{one.id: one.id for one in heads}}
        name = self._names.get(own) if own is not None else None
        return name, None if name is None else self.project.article(name).text


def _origin(unknown: Document) -> Json:
    origin = unknown.get("origin")
    return origin.get("id") if isinstance(origin, dict) else None


def _text(document: Document) -> str | None:
    return next((text for key in _TEXTS if isinstance(text := document.get(key), str)), None)


def _spans(document: Document) -> tuple[str, list[Json]]:
    """Return the spans and their key, an empty one where there are none."""
    held = ((key, one) for key in _SPANS if isinstance(one := document.get(key), list))
    return next(held, ("", []))


def _place(span: Json) -> tuple[Json, Json, Json] | None:
    """Return start, end and label of a span; None where it is none."""
    if isinstance(span, list):
        return (span[0], span[1], span[2]) if len(span) == 3 else None
    if isinstance(span, dict):
        for keys in product(_STARTS, _ENDS, _LABELS):
            if all(key in span for key in keys):
                return (span[keys[0]], span[keys[1]], span[keys[2]])
    return None


def _annotation(span: Json, where: str, scope: str) -> dict[str, Json]:
    place = _place(span)
    if place is None or isinstance(place[2], list | dict | None):
        raise RecordError(where=where, reason="shape")
    start, end, label = place
    made: dict[str, Json] = {"start": start, "end": end, "label": str(label)}
    if not isinstance(span, dict):
        return made
    given, said = given_id(span), span.get("attributes")
    attributes = {key: one for key, one in span.items() if key not in _OF_A_SPAN}
    attributes |= said if isinstance(said, dict) else {}
    pieces = attributes.pop("fragments", None)
    if pieces:
        made["fragments"] = pieces
    elif isinstance(span.get("text"), str):
        made["text"] = span["text"]
    if isinstance(span.get("note"), str):
        made["note"] = span["note"]
    kept: Json = {key: one for key, one in attributes.items() if one is not None}
    if given:
        made["id"] = f"{scope}{given}"
    return {**made, "attributes": kept}


def _relations(document: Document, scope: str, left: Counter[str]) -> Iterator[dict[str, Json]]:
    for at, one in enumerate(given_list(document, "relations")):
        said = one if isinstance(one, dict) else {}
        kind, roles = said.get("type", said.get("label")), said.get("args")
        start, end = (said.get(key, said.get(f"{key}_id")) for key in ("from", "to"))
        if not isinstance(kind, str) or not (isinstance(roles, dict) or (start and end)):
            raise RecordError(where=f"relations.{at}", reason="shape")
        joined = [*_joined(kind, roles)] if isinstance(roles, dict) else [(kind, start, end)]
        left["no-place"] += not joined
        for name, first, other in joined:
            yield {"type": name, "from": f"{scope}{first}", "to": f"{scope}{other}"}


def _joined(kind: str, roles: Document) -> Iterator[tuple[str, Json, Json]]:
    """Yield what joins the first role to each other one, called by that unless it is plain."""
    named = [(role, one if isinstance(one, list) else [one]) for role, one in roles.items()]
    for (_, firsts), (role, others) in product(named[:1], named[1:]):
        for first, other in product(firsts, others):
            yield kind if role in {"to", "target", "Arg2"} else role, first, other
