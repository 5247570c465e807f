"""GUIDs, by which REFI-QDA knows everything: made from the ids here, the same each time.

An id that is a GUID without its hyphens, as those made here are, stays what it is; so what comes
from elsewhere keeps its own.
"""

import uuid
from typing import Literal

Kind = Literal["annotation", "annotator", "article", "entity", "label", "relation", "variable"]
_SPACE = uuid.UUID("6fb1f6a4-54c9-4d3a-9d0b-2b8c7a1f0e35")


def guid_of(kind: Kind, own_id: str) -> str:
    """Return the GUID of something with an id."""
    return as_guid(own_id) if is_guid(own_id) else made_guid(kind, own_id)


def made_guid(*words: str) -> str:
    """Return the GUID that belongs to some words: of a part, or of what has no id."""
    return str(uuid.uuid5(_SPACE, "\n".join(words)))


def id_of(guid: str) -> str | None:
    """Return the id for a foreign GUID, in braces or not; None where it is none."""
    try:
        return uuid.UUID(guid.strip().strip("{}")).hex
    except ValueError:
        return None


def is_guid(own_id: str) -> bool:
    """Say whether an id is a GUID in the form that ids have."""
    return id_of(own_id) == own_id


def as_guid(own_id: str) -> str:
    """Return such an id with its hyphens, in small letters."""
    return str(uuid.UUID(own_id))


def piece_guid(annotation_id: str, number: int) -> str:
    """Return the GUID of the selection for a fragment, the first of which has the annotation's."""
    own = guid_of("annotation", annotation_id)
    return made_guid("fragment", str(number), annotation_id) if number else own
