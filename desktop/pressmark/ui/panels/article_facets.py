"""By what articles can be picked out: their state, source, language, labels, annotations."""

from collections.abc import Collection, Iterable, Mapping

from pressmark.model.article import Shelved
from pressmark.store.unopened import has_flagged, is_damaged

ARTICLE = "article"
"""The facet whose values are ids: just these articles, as long as one looks at them."""

Picked = frozenset[tuple[str, str]]
"""Facets with a value each; of one facet any value will do, and every facet is to fit."""

FACETS = ("state", "source", "language", "label", "annotations", ARTICLE)
WITHOUT, FLAGGED = "none", "flagged"
"""The values of the facet "annotations"."""


def state_of(shelved: Shelved, annotator_id: str) -> str:
    """Return the state of one annotator's layer of an article, or "damaged"."""
    if is_damaged(shelved):
        return "damaged"
    return shelved.head.states.get(annotator_id, "new")


def values(facet: str, shelved: Shelved, annotator_id: str) -> Collection[str]:
    """Return what an article has of a facet; a source or language that is not known is ""."""
    match facet:
        case "state":
            return (state_of(shelved, annotator_id),)
        case "source":
            return ((shelved.head.source or "").strip(),)
        case "language":
            return (shelved.head.language or "",)
        case "label":
            return [label for label, count in shelved.counts.items() if count]
        case "article":
            return (shelved.head.id,)
    return (WITHOUT,) if not any(shelved.counts.values()) else ()


def by_facet(picked: Picked) -> Mapping[str, frozenset[str]]:
    """Return the values that are picked of each facet that has some."""
    return {
        facet: frozenset(value for one, value in picked if one == facet)
        for facet in FACETS
        if any(one == facet for one, _ in picked)
    }


def fits(picked: Mapping[str, frozenset[str]], shelved: Shelved, annotator_id: str) -> bool:
    """Say whether an article is one of those that are picked."""
    return all(
        not wanted.isdisjoint(values(facet, shelved, annotator_id))
        or (facet == "annotations" and FLAGGED in wanted and has_flagged(shelved))
        for facet, wanted in picked.items()
    )


def offered(shelf: Iterable[Shelved], facet: str) -> list[str]:
    """Return the values of a facet that articles have, the most frequent first."""
    counts: dict[str, int] = {}
    for shelved in shelf:
        for value in values(facet, shelved, ""):
            counts[value] = counts.get(value, 0) + 1
    return sorted(counts, key=lambda value: (-counts[value], value.casefold()))
