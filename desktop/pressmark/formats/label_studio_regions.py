"""The results of Label Studio's annotations: regions of text, answers about them, relations."""

from collections.abc import Iterator, Mapping

from pressmark.errors import RecordError
from pressmark.formats import along
from pressmark.formats.foreign_json import given_id
from pressmark.formats.label_studio_controls import control_name, value_of
from pressmark.model.attribute import Attribute
from pressmark.model.json import Json
from pressmark.model.label_set import LabelSet

_PIECE = "+"
_NAMELESS = "?"
_DIRECTIONS = {"right", "left", "bi"}
_POINTING = frozenset({"anchored", "entity"})


def piece_id(annotation_id: str, number: int) -> str:
    """Return the id of the region that has a fragment: the first has the annotation's own."""
    return f"{annotation_id}{_PIECE}{number + 1}" if number else annotation_id


def minimal_task(document: Mapping[str, Json]) -> dict[str, Json] | None:
    """Return a task for what the export JSON-MIN makes of one; None for anything else."""
    listed = {key: held for key, held in document.items() if isinstance(held, list)}
    spans = [one for held in listed.values() for one in along.objects(held) if _is_minimal(one)]
    if "data" in document or not (spans or {"annotation_id", "lead_time"} <= document.keys()):
        return None
    layer: dict[str, Json] = {
        "completed_by": document.get("annotator"),
        "created_at": document.get("created_at"),
        "updated_at": document.get("updated_at"),
        "result": [{"type": "labels", "value": one} for one in spans],
    }
    shown: dict[str, Json] = {key: held for key, held in document.items() if isinstance(held, str)}
    return {"id": document.get("id"), "data": shown, "annotations": [layer]}


class Regions:
    """Gathers the annotations of a task; `sent` is what went along with ours."""

    def __init__(self, label_set: LabelSet, sent: list[dict[str, Json]]) -> None:
        self._label_set = label_set
        self._sent = {str(one.get("id")): one for one in sent}
        self._found: dict[str, dict[str, Json]] = {}
        self._native: list[dict[str, Json]] = []

    def annotations(self) -> list[dict[str, Json]]:
        """Return the annotations that were found."""
        return list(self._found.values())

    def relations(self, sent: list[dict[str, Json]]) -> list[dict[str, Json]]:
        """Return the relations: those that went along and are there still, then new ones."""
        return along.relations_left(sent, self._native, set(self._found))

    def take(self, result: list[Json], said: Mapping[str, Json], where: str) -> int:
        """Take the results of one annotation; return how many say nothing of stretches of text.

        `said` is whose it is and when it was made. RecordError where a result does not fit.
        """
        regions: dict[str, list[dict[str, Json]]] = {}
        answers: dict[str, list[dict[str, Json]]] = {}
        names: dict[str, str] = {}
        relations = []
        left = 0
        for at, one in enumerate(result):
            if not isinstance(one, dict):
                raise RecordError(where=f"{where}.result.{at}", reason="not-an-object")
            key = given_id(one) or f"{_NAMELESS}{where}.{at}"
            value = one.get("value")
            if one.get("type") == "relation":
                relations.append(one)
            elif not isinstance(value, dict):
                left += 1
            elif "labels" in value:
                regions.setdefault(key.partition(_PIECE)[0], []).append(one)
            else:
                answers.setdefault(key, []).append(one)
        for key, pieces in regions.items():
            names[key] = self._annotation(key, pieces, answers.pop(key, []), said)
        self._native += _relations(relations, names)
        return left + sum(map(len, answers.values()))

    def _annotation(
        self,
        key: str,
        pieces: list[dict[str, Json]],
        answers: list[dict[str, Json]],
        said: Mapping[str, Json],
    ) -> str:
        """Put what a region says among what was found, once for each label; return its id."""
        values = [one["value"] for one in pieces if isinstance(one["value"], dict)]
        values.sort(key=lambda one: at if isinstance(at := one.get("start"), int) else 0)
        labels = values[0].get("labels") if values else None
        sent = self._sent.get(key, {})
        names: list[str] = []
        for label in labels if isinstance(labels, list) else ():
            if not isinstance(label, str):
                raise RecordError(where=f"{key}.labels", reason="string_type")
            names.append(self._free(key, len(names)))
            self._found[names[-1]] = {
                **{key: held for key, held in (sent or said).items() if key != "controls"},
                "id": None if key.startswith(_NAMELESS) else names[-1],
                "label": label,
                "fragments": [[one.get("start"), one.get("end")] for one in values],
                "text": [one.get("text") for one in values],
                "note": _note(pieces),
                "attributes": self._attributes(label, answers, sent),
            }
        return names[0] if names else key

    def _free(self, key: str, number: int) -> str:
        name = f"{key}.{number}" if number else key
        while name in self._found:
            name += "'"
        return name

    def _attributes(
        self, label: str, answers: list[dict[str, Json]], sent: Mapping[str, Json]
    ) -> dict[str, Json]:
        """Return the attributes: those that went along, as far as their answers are there still."""
        asked = sent.get("controls")
        before = sent.get("attributes")
        kept = dict(before) if isinstance(before, dict) else {}
        given = {str(one.get("from_name")): one for one in answers}
        for name in [*kept]:
            control = control_name(str(sent.get("label")), name)
            if isinstance(asked, list) and control in asked and control not in given:
                del kept[name]
        for control, one in given.items():
            name, attribute = self._attribute(label, control)
            if attribute is None or attribute.kind not in _POINTING or name not in kept:
                value = one["value"]
                kept[name] = value_of(attribute, str(one.get("type")), value)  # type: ignore[arg-type]
        return kept

    def _attribute(self, label: str, control: str) -> tuple[str, Attribute | None]:
        """Return the id of the attribute that a control has, and what the label set says of it."""
        known = self._label_set.label(label)
        name = control.removeprefix(control_name(label, ""))
        return name, known.attribute(name) if known is not None else None


def _relations(found: list[dict[str, Json]], names: Mapping[str, str]) -> Iterator[dict[str, Json]]:
    for one in found:
        labels = one.get("labels")
        ends = [one.get("from_id"), one.get("to_id")]
        if one.get("direction") == "left":
            ends.reverse()
        start, end = (names.get(str(each).partition(_PIECE)[0], str(each)) for each in ends)
        for label in labels if isinstance(labels, list) and labels else ["relation"]:
            yield {"type": str(label), "from": start, "to": end}


def _note(pieces: list[dict[str, Json]]) -> str | None:
    for one in pieces:
        meta = one.get("meta")
        said = meta.get("text") if isinstance(meta, dict) else None
        if isinstance(said, list) and said:
            return "\n".join(map(str, said))
    return None


def _is_minimal(span: Mapping[str, Json]) -> bool:
    return isinstance(span.get("labels"), list) and isinstance(span.get("start"), int)
