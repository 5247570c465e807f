"""What is known already of what a REFI-QDA project brings: from the file beside it, and here."""

from collections.abc import Iterable, Mapping
from typing import Any

from pressmark.formats import along
from pressmark.formats.folding import fold
from pressmark.formats.json_documents import json_documents
from pressmark.formats.refi.guids import Kind, guid_of, id_of
from pressmark.model.json import Json
from pressmark.model.project import Project
from pressmark.store.records import to_json

Record = Mapping[str, Any]


class Known:
    """Records by the ids of their GUIDs: what others have no place for comes back with them."""

    def __init__(self, beside: bytes, project: Project) -> None:
        self._project = project
        lines = _named([line for _, line in json_documents(beside)]) if beside else []
        self.is_own = bool(lines)
        self._lines = _by_guid("article", lines)
        self._annotations = _by_guid("annotation", _listed(lines, "annotations"))
        self.sent_ids = {str(one["id"]) for one in self._annotations.values()}
        self._relations = _by_guid("relation", _listed(lines, "relations"))
        self._articles = _ids("article", project.articles)
        self._entities = _ids("entity", project.entities)
        self._entities |= _ids("entity", (one["id"] for one in _listed(lines, "entities")))
        people = [*_listed(lines, "annotators"), *map(to_json, project.annotators.values())]
        self._annotators = _ids("annotator", (one["id"] for one in people))
        self._places = _ids("annotation", project.places)
        self._here = _ids("relation", (one.id for one in project.relations))

    @property
    def labels(self) -> set[str]:
        """The labels of the annotations from beside."""
        return {str(one.get("label")) for one in self._annotations.values()}

    def article(self, key: str, text: str) -> tuple[dict[str, Json], Mapping[str, Record]]:
        """Return the head of an article, {} if unknown, and annotations there are in it here."""
        line = self._lines.get(key)
        left = {"annotations", "relations"}
        head = {name: held for name, held in line.items() if name not in left} if line else {}
        own = self._articles.get(key)
        if own is None:
            return head, {}
        article = self._project.articles[own].open()
        same = article.annotations if article.text == fold(text) else ()
        return head or {"id": own}, _by_guid("annotation", map(to_json, same))

    def annotation(self, key: str) -> Record:
        """Return an annotation from beside, {} where there is none."""
        return self._annotations.get(key, {})

    def annotation_id(self, key: str) -> str:
        """Return the id of an annotation, known or not."""
        beside = self._annotations.get(key)
        return beside["id"] if beside else self._places.get(key, key)

    def annotator_id(self, key: str, name: str | None) -> str | None:
        """Return the id of an annotator: by GUID, by name, or a new one; None for nobody."""
        if key in self._annotators or name is None:
            return self._annotators.get(key)
        known = sorted(self._project.annotators.values(), key=lambda one: one.id)
        return next((one.id for one in known if one.name == name), key)

    def entity_id(self, key: str) -> str | None:
        """Return the id of an entity, None where it is unknown."""
        return self._entities.get(key)

    def relation(self, key: str) -> Record:
        """Return a relation from beside or from here, {} where there is none."""
        if key in self._relations:
            return self._relations[key]
        own = self._here.get(key)
        return to_json(self._project.relations[own]) if own is not None else {}

    def sent(self, key: str) -> list[dict[str, Json]]:
        """Return the relations from beside that begin in an article."""
        line = self._lines.get(key)
        return _named(line.get("relations")) if line else []


def _ids(kind: Kind, ids: Iterable[str]) -> dict[str, str]:
    return {id_of(guid_of(kind, one)) or one: one for one in ids}


def _by_guid(kind: Kind, records: Iterable[Record]) -> dict[str, Record]:
    return {id_of(guid_of(kind, str(one["id"]))) or "": one for one in records}


def _listed(lines: Iterable[Record], name: str) -> list[Record]:
    return [one for line in lines for one in _named(line.get(name))]


def _named(value: Json) -> list[dict[str, Any]]:
    return [one for one in along.objects(value) if isinstance(one.get("id"), str)]
