"""Reading Label Studio: lists of tasks, tasks in files of their own, and its minimal JSON.

Old exports call annotations completions and count UTF-16. Predictions and cancelled annotations
are not annotations. Regions with several labels become an annotation for each.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from pressmark.errors import RecordError
from pressmark.formats import along
from pressmark.formats.bundle import Bundle
from pressmark.formats.folding import fold
from pressmark.formats.foreign_annotators import annotator_named
from pressmark.formats.foreign_json import given_id, given_list
from pressmark.formats.foreign_sets import take_foreign
from pressmark.formats.format import ReadRequest, ReadSet
from pressmark.formats.json_documents import (
    Place,
    first_document,
    json_documents,
    named_documents,
    read_at,
)
from pressmark.formats.label_studio_regions import Regions, minimal_task
from pressmark.model.ids import article_id
from pressmark.model.json import Json
from pressmark.model.project import Project

_LAYERS = ("annotations", "completions")
_TIME = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(?:Z|\+00:00)")
_JSON = ".json"


def claims(_name: str, data: bytes) -> bool:
    """Say whether a file is a list of tasks, or one task."""
    first = first_document(data)
    return first is not None and (_is_task(first) or minimal_task(first) is not None)


def claims_bundle(bundle: Bundle) -> bool:
    """Say whether a folder or zip holds tasks."""
    return any(True for name in _tasks_in(bundle))


def read_label_studio(request: ReadRequest) -> ReadSet:
    """Read a source; FormatError where a task does not fit."""

    def documents(left: Counter[str]) -> Iterator[tuple[Place, dict[str, Json]]]:
        reader = _Reader(request.project, left)
        for place, value in _values(request):
            yield place, read_at(place, reader.document, value)

    return take_foreign(request, documents)


def _values(request: ReadRequest) -> Iterator[tuple[Place, Json]]:
    if request.data or request.bundle is None:
        yield from json_documents(request.data)
        return
    for name in _tasks_in(request.bundle):
        yield from named_documents(name, request.bundle.long(name))


def _tasks_in(bundle: Bundle) -> Iterator[str]:
    for name in bundle.names:
        if name.lower().endswith(_JSON) and claims(name, bundle.long(name).beginning):
            yield name


def _is_task(document: Mapping[str, Json]) -> bool:
    held = {*_LAYERS, "predictions"} & document.keys()
    return isinstance(document.get("data"), dict) and any(
        isinstance(document[key], list) for key in held
    )


class _Reader:
    """Reads tasks, and counts what is left out of them."""

    def __init__(self, project: Project, left: Counter[str]) -> None:
        self._project = project
        self._left = left

    def document(self, task: Mapping[str, Json]) -> dict[str, Json]:
        """Return a task in the shape of a line of Pressmark JSONL; RecordError if it is none."""
        task = minimal_task(task) or task
        shown = task.get("data")
        if not isinstance(shown, dict):
            raise RecordError(where="data", reason="missing")
        key, text = _text(shown)
        sent = along.sent(shown)
        regions = Regions(self._project.label_set, along.objects(sent.get("annotations")))
        self._left["predictions"] += len(given_list(task, "predictions"))
        annotators = {str(one.get("id")): one for one in along.objects(sent.get("annotators"))}
        for name in _LAYERS:
            for at, layer in enumerate(given_list(task, name)):
                where = f"{name}.{at}"
                if not isinstance(layer, dict):
                    raise RecordError(where=where, reason="not-an-object")
                if layer.get("was_cancelled") is True:
                    self._left["ignored"] += 1
                    continue
                said = self._usual(layer, annotators)
                self._left["not-text"] += regions.take(given_list(layer, "result"), said, where)
        return {
            **along.head(shown, {"doc_id", key}),
            **sent,
            "id": given_id(shown, "doc_id") or given_id(task) or article_id(fold(text)),
            "text": text,
            "annotators": [*annotators.values()],
            "annotations": [*regions.annotations()],
            "relations": [*regions.relations(along.objects(sent.get("relations")))],
        }

    def _usual(
        self, layer: Mapping[str, Json], annotators: dict[str, dict[str, Json]]
    ) -> dict[str, Json]:
        """Return whose work an annotation of theirs is, and when it was done."""
        said: dict[str, Json] = {}
        if (name := _name(layer.get("completed_by"))) is not None:
            who = annotator_named(name, self._project)
            annotators.setdefault(str(who["id"]), who)
            said["annotator"] = who["id"]
        for key, theirs in (("created", "created_at"), ("changed", "updated_at")):
            time = _TIME.fullmatch(str(layer.get(theirs)))
            if time is not None:
                said[key] = f"{time[1]}Z"
        return said


def _name(who: Json) -> str | None:
    """Return the name of a user, who may be told by number only."""
    if isinstance(who, dict):
        names = [who.get("first_name"), who.get("last_name")]
        whole = " ".join(one for one in names if isinstance(one, str) and one)
        email = who.get("email")
        return whole or (email if isinstance(email, str) else _name(who.get("id")))
    return f"Label Studio {who}" if isinstance(who, int) else None


def _text(shown: Mapping[str, Json]) -> tuple[str, str]:
    """Return the key and the text of a task: "text", or else the longest there is."""
    texts = {key: held for key, held in shown.items() if isinstance(held, str)}
    if not texts:
        raise RecordError(where="data.text", reason="missing")
    key = "text" if "text" in texts else max(texts, key=lambda one: len(texts[one]))
    return key, texts[key]
