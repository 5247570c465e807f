"""A merge that was worked out, and not done yet."""

from collections import Counter
from dataclasses import dataclass

from pressmark.analysis.comings import Coming, What, comings, count, label_set_comings
from pressmark.edits.difference import difference
from pressmark.edits.edit import Edit
from pressmark.edits.label_set_merge import choices
from pressmark.edits.merge import Merged, merge
from pressmark.model.project import Project
from pressmark.store.bases import Base, Side, common_base


@dataclass(frozen=True, slots=True)
class Proposal:
    """What becomes of `ours`: `edits` lead there; `comes` is the same, record by record.

    `name` is of the colleague's file; `theirs_lacks` counts what that does not have.
    """

    name: str
    ours: Project
    base: Base | None
    merged: Merged
    edits: tuple[Edit, ...]
    comes: tuple[Coming, ...]
    theirs_lacks: Counter[tuple[What, str]]


def propose(ours: Side, theirs: Side) -> Proposal:
    """Work a merge out; it takes time, in any thread (PressmarkError of an article)."""
    base = common_base(ours, theirs)
    merged = merge(base.project if base else None, ours.project, theirs.project)
    sets = [one.label_set for one in (ours.project, theirs.project, merged.project)]
    chosen = choices(base.project.label_set if base else None, *sets)
    return Proposal(
        theirs.path.stem,
        ours.project,
        base,
        merged,
        difference(ours.project, merged.project),
        (*label_set_comings(chosen), *comings(ours.project, merged)),
        count(comings(theirs.project, merged)),
    )
