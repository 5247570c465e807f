"""Links of a REFI-QDA project that begin at an annotation, as relations."""

from collections.abc import Iterable, Mapping

from pressmark.formats import along
from pressmark.formats.refi.frame import Frame
from pressmark.formats.refi.guids import guid_of, id_of
from pressmark.formats.refi.known import Known
from pressmark.formats.xml_reading import Element
from pressmark.model.json import Json

_UNNAMED = "related"


def relations_of(
    frame: Frame, known: Known, annotations: Iterable[Mapping[str, Json]], article: str
) -> tuple[list[dict[str, Json]], list[dict[str, Json]]]:
    """Return the relations that begin in an article, by its key, and the entities they add."""
    native: list[dict[str, Json]] = []
    entities: list[dict[str, Json]] = []
    for one in annotations:
        if "id" not in one:
            continue
        key = id_of(guid_of("annotation", str(one["id"]))) or ""
        for link in frame.links.get(key, ()):
            target = id_of(link.get("targetGUID")) or ""
            entity = known.entity_id(target)
            if entity is None and target in frame.cases:
                entity = target
                entities.append({"id": target, "name": frame.cases[target]})
            end = {"to": known.annotation_id(target)} if entity is None else {"entity": entity}
            native.append(_relation(link, frame, known) | {"from": one["id"], **end})
    return along.relations_left(known.sent(article), native, known.sent_ids), entities


def _relation(link: Element, frame: Frame, known: Known) -> dict[str, Json]:
    key = id_of(link.get("guid")) or ""
    notes = (frame.notes.get(id_of(ref.get("targetGUID")) or "") for ref in link.all("NoteRef"))
    said: dict[str, Json] = {
        "id": key,
        "type": link.get("name") or _UNNAMED,
        "note": "\n\n".join(one.text for one in notes if one is not None and one.text),
    }
    return {**{name: held for name, held in said.items() if held}, **known.relation(key)}
