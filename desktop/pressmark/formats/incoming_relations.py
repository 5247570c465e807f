"""The relations of an annotation set on their way in: ends resolved, ids kept where they can be."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from pressmark.edits.relations import AddRelation
from pressmark.errors import RecordError
from pressmark.formats.foreign_annotation import usable_id
from pressmark.formats.foreign_json import given_id, without_nulls
from pressmark.formats.format import ReadRequest, Remark
from pressmark.model.json import Json
from pressmark.model.records import Relation
from pressmark.store.records import from_json, to_json


class IncomingRelations:
    """Gathers relations; which of their ends there are is known only when all is read."""

    def __init__(self, request: ReadRequest) -> None:
        self._request = request
        self._here = request.project.relations
        self._new: dict[str, Relation] = {}
        self.skipped: list[Remark] = []
        self.warnings: list[Remark] = []

    def take(self, value: Json, where: str, renamed: Mapping[str, str]) -> None:
        """Take one in; `renamed` says which id an annotation of its document has now."""
        if not isinstance(value, dict):
            raise RecordError(where=where, reason="not-an-object")
        said = without_nulls(value, Relation)
        for end in ("from", "to"):
            if (given := given_id(said, end)) is not None:
                said[end] = renamed.get(given, given)
        stamp = self._request.stamp
        made = {"id": "", "annotator": stamp.annotator, "created": stamp.time}
        identity = {"id": given_id(said) or ""}
        read = from_json(Relation, {**made, **said, **identity})
        if (read.to is None) == (read.entity is None):
            raise RecordError(where=where, reason="one-end")
        if read.to == read.from_:
            self.skipped.append(Remark("to-itself", read.id or where))
            return
        self._place(read, said)

    def edits(
        self, has_end: Callable[[str], bool], places: Mapping[str, str]
    ) -> tuple[AddRelation, ...]:
        """Return the edits for those whose ends are there; the others are `skipped`.

        `places` says in which article an annotation that comes in will stand.
        """
        project = self._request.project
        there = replace(project, places=project.places.update(places))
        fitting = []
        for relation in self._new.values():
            ends = (relation.from_, relation.to, relation.entity)
            lost = next((end for end in ends if end is not None and not has_end(end)), None)
            if lost is None:
                edit = AddRelation.as_it_stands(there, relation)
                fitting.append(edit)
                if edit.as_found:
                    self.warnings.append(Remark("far-relation", relation.id, relation.type))
            else:
                self.skipped.append(Remark("end-missing", relation.id, lost))
        return tuple(fitting)

    def _place(self, read: Relation, said: dict[str, Json]) -> None:
        """Put it under its own id, or one made for it where that is another relation's."""
        for name in filter(None, (usable_id(read.id), _made_id(read))):
            before = self._new.get(name) or self._here.get(name)
            if before is None:
                unknown = dict(read.unknown)
                if read.id not in ("", name):
                    unknown["origin"] = {"id": read.id}
                self._new[name] = replace(read, id=name, unknown=MappingProxyType(unknown))
                return
            if before.joins == read.joins:
                if from_json(Relation, {**to_json(before), **said, "id": name}) != before:
                    self.skipped.append(Remark("older", name))
                return


def _made_id(relation: Relation) -> str:
    """Return an id that the same relation gets each time it is read."""
    said = f"{relation.joins} {relation.id}"
    return hashlib.sha256(said.encode()).hexdigest()[:32]
