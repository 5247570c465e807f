"""What a line of doccano says, in either of its layouts, as a line of Pressmark JSONL."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pressmark.errors import RecordError
from pressmark.formats import along
from pressmark.formats.folding import fold
from pressmark.formats.foreign_json import given_id, given_list
from pressmark.model.ids import article_id
from pressmark.model.json import Json

_LISTS = ("label", "labels", "entities")
_KNOWN = frozenset({"id", "doc_id", "text", "relations", "Comments", *_LISTS})


class _Entity(NamedTuple):
    """A span of doccano: its offsets, its label, and its number where it has one."""

    start: Json
    end: Json
    label: Json
    id: str | None = None

    @property
    def stretch(self) -> tuple[Json, Json, Json]:
        return self.start, self.end, self.label


def is_doccano(document: Mapping[str, Json]) -> bool:
    """Say whether an object looks like a line of doccano."""
    if not isinstance(document.get("text"), str) or "annotations" in document:
        return False
    listed = next((held for key in _LISTS if isinstance(held := document.get(key), list)), None)
    return listed is not None and all(_looks_like_one(one) for one in listed)


def from_doccano(document: Mapping[str, Json]) -> dict[str, Json]:
    """Return a line in the shape of Pressmark JSONL; RecordError where it does not fit."""
    text = document.get("text")
    if not isinstance(text, str):
        raise RecordError(where="text", reason="missing")
    name = given_id(document, "doc_id") or given_id(document) or article_id(fold(text))
    sent = along.sent(document)
    entities = list(_entities(document))
    annotations, names = _annotations(entities, along.objects(sent.get("annotations")), name)
    relations = along.objects(sent.get("relations"))
    if "relations" in document:
        native = list(_relations(document, names))
        relations = along.relations_left(relations, native, set(names.values()))
    return {
        **along.head(document, _KNOWN),
        **sent,
        "id": name,
        "text": text,
        "annotations": [*annotations],
        "relations": [*relations],
    }


def _looks_like_one(entity: Json) -> bool:
    match entity:
        case [int(), int(), str()] | {"start_offset": int(), "end_offset": int(), "label": str()}:
            return True
    return False


def _entities(document: Mapping[str, Json]) -> Iterator[_Entity]:
    for key in _LISTS:
        listed = document.get(key)
        for at, one in enumerate(listed if isinstance(listed, list) else ()):
            match one:
                case [start, end, str(label)] if label:
                    yield _Entity(start, end, label)
                case {"start_offset": start, "end_offset": end, "label": str(label)} if label:
                    number = one.get("id") if isinstance(one, dict) else None
                    yield _Entity(start, end, label, None if number is None else str(number))
                case str():
                    continue  # what the whole text is about, in a project that sorts texts
                case _:
                    raise RecordError(where=f"{key}.{at}", reason="shape")


def _annotations(
    entities: list[_Entity], sent: list[dict[str, Json]], document: str
) -> tuple[list[dict[str, Json]], dict[str, str]]:
    """Return the annotations, and the id of the one that each numbered entity belongs to.

    What was sent along counts as far as doccano still has all of its stretches.
    """
    waiting: dict[str, list[_Entity]] = defaultdict(list)
    for entity in entities:
        waiting[_key(*entity.stretch)].append(entity)
    annotations, names = [], {}
    for one in sent:
        pairs = given_list(one, "fragments")
        keys = [_key(*pair, one.get("label")) for pair in pairs if isinstance(pair, list)]
        if all(len(waiting[key]) >= count for key, count in Counter(keys).items()):
            taken = [waiting[key].pop(0) for key in keys]
            names.update({each.id: str(one.get("id")) for each in taken if each.id is not None})
            annotations.append(one)
    for entity in (one for left in waiting.values() for one in left):
        new: dict[str, Json] = {"start": entity.start, "end": entity.end, "label": entity.label}
        if entity.id is not None:
            names[entity.id] = new["id"] = f"{document}.{entity.id}"
        annotations.append(new)
    return annotations, names


def _relations(document: Mapping[str, Json], names: Mapping[str, str]) -> Iterator[dict[str, Json]]:
    for at, one in enumerate(given_list(document, "relations")):
        match one:
            case {"from_id": int(start), "to_id": int(end), "type": str(kind)}:
                ends = [names.get(str(each), str(each)) for each in (start, end)]
                yield {"type": kind, "from": ends[0], "to": ends[1]}
            case _:
                raise RecordError(where=f"relations.{at}", reason="shape")


def _key(*parts: Json) -> str:
    return repr(parts)
