"""Which entity some words of an article name: by its name or by one of its aliases."""

import re
from collections.abc import Iterable

from pressmark.edits.entities import names
from pressmark.model.records import Entity

_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")
_TELLING = 3
"""How many words the beginning of a name must have, so that it stands for the whole."""


class EntityNames:
    """The names of many entities, to be asked again and again.

    Letter case, a leading article and a final "'s" do not count; a name that two entities share
    names neither.
    """

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._ids: dict[str, set[str]] = {}
        for entity in entities:
            for name in names(entity):
                self._ids.setdefault(name_key(name), set()).add(entity.id)

    def named(self, words: str) -> str | None:
        """Return the id of the entity that `words` name, in full or by a telling beginning."""
        key = name_key(words)
        found = self._ids.get(key) or self._begun(key)
        return next(iter(found)) if len(found) == 1 else None

    def _begun(self, key: str) -> set[str]:
        if len(key.split()) < _TELLING:
            return set()
        return {one for name, ids in self._ids.items() if name.startswith(f"{key} ") for one in ids}


def name_key(name: str) -> str:
    """Return what a name is compared by: letter case and what leads in and ends it are left out."""
    return _POSSESSIVE.sub("", _ARTICLE.sub("", " ".join(name.split()))).casefold()
