"""Which values an attribute had before, those used most often first."""

from collections import Counter
from collections.abc import Iterable

from pressmark.model.annotation import Annotation
from pressmark.model.attribute import anchors


def texts_by_use(annotations: Iterable[Annotation], attribute: str) -> tuple[str, ...]:
    """Return the texts that annotations have as the value of an attribute (id)."""
    values = (one.attributes.get(attribute) for one in annotations)
    return _by_use(value for value in values if isinstance(value, str))


def entities_by_use(annotations: Iterable[Annotation], attribute: str) -> tuple[str, ...]:
    """Return the ids of the entities that annotations name by an attribute (id)."""
    values = (one.attributes.get(attribute) for one in annotations)
    held = (anchor for value in values for anchor in anchors(value))
    return _by_use(entity for anchor in held for entity in anchor.entities)


def _by_use(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(value for value, _ in Counter(values).most_common())
