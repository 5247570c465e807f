"""Label sets as files: the one that ships, and those of others."""

import json
from collections.abc import Sequence
from functools import cache

from pressmark.errors import RecordError
from pressmark.model.ids import is_id
from pressmark.model.json import Json
from pressmark.model.label_set import LabelSet
from pressmark.paths import resource
from pressmark.store.records import from_json, to_json
from pressmark.store.strict_json import read_json

MOST = 500
"""How many labels, attributes, values, relation types or zone kinds one list may have."""


@cache
def default_label_set() -> LabelSet:
    """Return the label set of a new project: claim, quote, sanction, denial."""
    return read_label_set(resource("label_sets", "news.json").read_bytes())


def label_set_json(label_set: LabelSet) -> str:
    """Return a label set as the JSON document that `read_label_set` reads, laid out to be read."""
    return json.dumps(to_json(label_set), ensure_ascii=False, indent=1) + "\n"


def read_label_set(data: bytes) -> LabelSet:
    """Return the label set that a JSON document says.

    RecordError where it is malformed, or has a malformed id, the same id twice in one list, or a
    list that is longer than anybody could choose from.
    """
    document: Json = read_json(data)
    label_set = from_json(LabelSet, document)
    _check("labels", [label.id for label in label_set.labels])
    for label in label_set.labels:
        _check(f"labels.{label.id}", [attribute.id for attribute in label.attributes])
        for attribute in label.attributes:
            _check(f"labels.{label.id}.{attribute.id}", attribute.values)
    _check("relations", [relation.id for relation in label_set.relations])
    _check("zone_kinds", label_set.zone_kinds)
    return label_set


def _check(where: str, ids: Sequence[str]) -> None:
    if len(ids) > MOST:
        raise RecordError(record="LabelSet", where=where, reason="too_long")
    for at, one in enumerate(ids):
        if not is_id(one) or one in ids[:at]:
            reason = "duplicate-id" if one in ids[:at] else "bad-id"
            raise RecordError(record="LabelSet", where=where, reason=reason, id=one)
