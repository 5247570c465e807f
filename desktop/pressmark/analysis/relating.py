"""What relation two annotations may have: the types that fit them, and the key of each."""

from collections.abc import Sequence
from typing import NamedTuple

from pressmark.analysis.matching import without_marks
from pressmark.model.annotation import Annotation
from pressmark.model.label_set import LabelSet, RelationType
from pressmark.model.project import Project

VERBATIM = "verbatim"


class Fit(NamedTuple):
    """A type that fits two annotations; `is_back` says: only from the second to the first."""

    kind: RelationType
    is_back: bool = False


def fits(labels: LabelSet, start: str, end: str) -> tuple[Fit, ...]:
    """Return what fits from one label to another, then what fits only the other way round."""
    forth = [Fit(kind) for kind in labels.relations if kind.fits(start, end)]
    taken = {fit.kind.id for fit in forth}
    back = [
        Fit(kind, is_back=True)
        for kind in labels.relations
        if kind.id not in taken and kind.fits(end, start)
    ]
    return (*forth, *back)


def sole_fit(found: Sequence[Fit]) -> Fit | None:
    """Return the one that needs no choice: the only one forth, or the only one at all."""
    forth = [fit for fit in found if not fit.is_back] or found
    return forth[0] if len(forth) == 1 else None


def keyed(found: Sequence[Fit], reserved: str) -> dict[str, Fit]:
    """Return each by its key: that of its type, or a digit where that is missing or taken."""
    by_key: dict[str, Fit] = {}
    for number, fit in enumerate(found, start=1):
        key = (fit.kind.key or "").upper()
        if not key or key in reserved or key in by_key:
            key = str(number)
        by_key[key] = fit
    return by_key


def are_related(project: Project, kind: RelationType, start: str, end: str) -> bool:
    """Say whether a relation of that type runs from one annotation to another already."""
    return any(
        one.type == kind.id
        and ((one.from_, one.to) == (start, end) or (kind.symmetric and one.from_ == end))
        for one in project.relations.touching(start)
        if end in {one.from_, one.to}
    )


def likeness(kind: RelationType, start: Annotation, end: Annotation) -> str | None:
    """Return how alike two annotations are as far as the words tell: verbatim, or None."""
    is_verbatim = VERBATIM in kind.match and _folded(start) == _folded(end)
    return VERBATIM if is_verbatim else None


def _folded(annotation: Annotation) -> list[str]:
    return without_marks(" ".join(annotation.text)).casefold().split()
