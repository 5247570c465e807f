"""What a line of Prodigy says, as a line of Pressmark JSONL."""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TypeAlias

from pressmark.errors import RecordError
from pressmark.formats import along
from pressmark.formats.folding import fold
from pressmark.formats.foreign_annotators import annotator_named
from pressmark.formats.foreign_json import given_id, given_list
from pressmark.formats.json_documents import Place
from pressmark.model.ids import article_id
from pressmark.model.json import Json
from pressmark.model.project import Project

Line: TypeAlias = dict[str, Json]

_LEFT = {"reject": "rejected", "ignore": "ignored"}
_MARKS = frozenset({"answer", "tokens", "_input_hash", "_task_hash", "_view_id", "_annotator_id"})
_PLACES = frozenset({"start", "end", "token_start", "token_end", "text"})
_ENDS = frozenset({"head", "child", "head_span", "child_span", "label", "color"})


def is_prodigy(document: Mapping[str, Json]) -> bool:
    """Say whether an object looks like a line of Prodigy: one with a mark of it, or bare spans."""
    if not isinstance(document.get("text"), str) or "annotations" in document:
        return False
    spans = document.get("spans")
    return bool(_MARKS & document.keys()) or (isinstance(spans, list) and "id" not in document)


def answer_left(document: Json) -> str | None:
    """Return how an answer is called that is no annotation; None for one that is accepted."""
    answer = document.get("answer") if isinstance(document, dict) else None
    return _LEFT.get(answer) if isinstance(answer, str) else None


def from_prodigy(document: Mapping[str, Json], project: Project) -> dict[str, Json]:
    """Return a line in the shape of Pressmark JSONL; RecordError where it does not fit."""
    text = document.get("text")
    if not isinstance(text, str):
        raise RecordError(where="text", reason="missing")
    meta = document.get("meta")
    shown = meta if isinstance(meta, dict) else {}
    sent = along.sent(document)
    whole = along.KEY in document
    name = given_id(shown, "doc_id") or article_id(fold(text))
    scope = name
    who = document.get("_annotator_id") or document.get("_session_id")
    annotators = along.objects(sent.get("annotators"))
    if isinstance(who, str) and not whole:
        annotators = [annotator_named(who, project)]
        scope = f"{name}.{annotators[0]['id']}"
    annotations = _annotations(document, scope, whole=whole)
    if scope != name:
        annotations = [{**one, "annotator": annotators[0]["id"]} for one in annotations]
    return {
        **along.head(shown, {"doc_id"}),
        **sent,
        "id": name,
        "text": text,
        "annotators": [*annotators],
        "annotations": [*annotations],
        "relations": [
            *along.objects(sent.get("relations")),
            *_relations(document, annotations, scope),
        ],
    }


def several(lines: Iterable[tuple[Place, Line, bool]]) -> frozenset[bytes]:
    """Return which texts several named annotators say something of: what `united` holds back."""
    times = Counter(_key(line) for _, line, whole in lines if not whole and line["annotators"])
    return frozenset(key for key, count in times.items() if count > 1)


def united(
    lines: Iterable[tuple[Place, Line, bool]], shared: Collection[bytes]
) -> Iterator[tuple[Place, Line]]:
    """Yield lines, and then those of several annotators about one text as one each.

    Of what is not `shared`, and of sets of ours (`whole`), a line waits for no others; one of
    somebody who is not named stays as it is: it may be of another article.
    """
    first: dict[bytes, Line] = {}
    places: list[tuple[Place, Line]] = []
    for place, line, whole in lines:
        key = _key(line)
        if whole or not line["annotators"] or key not in shared:
            yield place, line
        elif along.objects(line["annotators"])[0] in _who(first.get(key)):
            places.append((place, line))
        elif key in first:
            for name in ("annotators", "annotations", "relations"):
                first[key][name] = [*along.objects(first[key][name]), *along.objects(line[name])]
        else:
            first[key] = line
            places.append((place, line))
    yield from places


def _key(line: Line) -> bytes:
    return hashlib.sha256(f"{line['id']} {line['text']}".encode("utf-8", "surrogatepass")).digest()


def _who(line: Line | None) -> list[Line]:
    return along.objects(line["annotators"]) if line is not None else []


def _annotations(document: Mapping[str, Json], name: str, *, whole: bool) -> list[dict[str, Json]]:
    """Return the annotations; of a set of ours with all that they say, and their pieces joined."""
    words = _Words(document)
    by_id: dict[str, list[dict[str, Json]]] = {}
    for at, span in enumerate(given_list(document, "spans")):
        if not isinstance(span, dict) or not isinstance(span.get("label"), str):
            raise RecordError(where=f"spans.{at}", reason="shape")
        made = {**(span if whole else {"label": span["label"]})}
        made |= {"start": span.get("start"), "end": span.get("end"), "text": words.of(span)}
        if document.get("relations") and not made.get("id"):
            made["id"] = _name(name, span)
        by_id.setdefault(str(made.get("id", at)), []).append(made)
    return [_joined(pieces) if whole else pieces[0] for pieces in by_id.values()]


def _joined(pieces: list[dict[str, Json]]) -> dict[str, Json]:
    """Return the annotation whose pieces these are."""
    ordered = sorted(pieces, key=lambda one: at if isinstance(at := one["start"], int) else 0)
    kept = {key: held for key, held in pieces[0].items() if key not in _PLACES}
    return {
        **kept,
        "fragments": [[one["start"], one["end"]] for one in ordered],
        "text": [one["text"] for one in ordered],
    }


def _relations(
    document: Mapping[str, Json], annotations: list[dict[str, Json]], name: str
) -> Iterator[Json]:
    names = {
        _name(name, {"start": start, "end": end, "label": one["label"]}): one.get("id")
        for one in annotations
        for start, end in _pairs(one)
    }
    for at, one in enumerate(given_list(document, "relations")):
        if not isinstance(one, dict):
            raise RecordError(where=f"relations.{at}", reason="not-an-object")
        match one:
            case {"id": str(), "from": str(), "to": str(), "label": str(kind)}:
                yield {"type": kind, **{k: held for k, held in one.items() if k not in _ENDS}}
            case {"head_span": dict(head), "child_span": dict(child), "label": str(kind)}:
                ends = [_name(name, head), _name(name, child)]
                start, end = (names.get(key) or key for key in ends)
                yield {"type": kind, "from": start, "to": end}
            case _:
                raise RecordError(where=f"relations.{at}", reason="shape")


def _pairs(annotation: Mapping[str, Json]) -> list[list[Json]]:
    pairs = annotation.get("fragments", [[annotation.get("start"), annotation.get("end")]])
    return [one for one in pairs if isinstance(one, list)] if isinstance(pairs, list) else []


def _name(document: str, span: Mapping[str, Json]) -> str:
    """Return what a span is called that has no name: the same as an end of a relation."""
    return f"{document}.{span.get('start')}-{span.get('end')}.{span.get('label')}"


class _Words:
    """The words of spans, from what they say themselves or from the tokens."""

    def __init__(self, document: Mapping[str, Json]) -> None:
        self._tokens = along.objects(document.get("tokens"))

    def of(self, span: Mapping[str, Json]) -> str | None:
        """Return a span's words; None where neither it nor its tokens say them."""
        if isinstance(said := span.get("text"), str):
            return said
        match span:
            case {"token_start": int(first), "token_end": int(last)} if first >= 0:
                held = self._tokens[first : last + 1]
            case _:
                return None
        if not held or not all("ws" in one and isinstance(one.get("text"), str) for one in held):
            return None
        spaced = [f"{one['text']}{' ' if one['ws'] else ''}" for one in held[:-1]]
        return "".join([*spaced, str(held[-1]["text"])])
