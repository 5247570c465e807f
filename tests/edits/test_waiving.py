"""What each side of a merge lets be, the united project lets be."""

from pressmark.edits.annotations import SetWaived
from pressmark.edits.edit import Edit, Stamp
from pressmark.edits.merge import merge
from pressmark.edits.transaction import Transaction, apply
from pressmark.model.project import Project

ANNA = Stamp("anna", "2024-05-31T12:00:00Z")
BO = Stamp("bo", "2024-05-31T13:00:00Z")


def after(project: Project, stamp: Stamp, *edits: Edit) -> Project:
    return apply(project, Transaction("Step", edits, stamp))[0]


def test_what_either_side_lets_be_is_let_be_without_a_conflict(project: Project) -> None:
    ours = after(project, ANNA, SetWaived("art", "c", ("ragged",)))
    theirs = after(project, BO, SetWaived("art", "c", ("in-zone",)))
    united = merge(project, ours, theirs)
    assert united.conflicts == ()
    assert united.project.annotation("c").waived == ("in-zone", "ragged")


def test_what_one_side_took_up_again_is_told_again(project: Project) -> None:
    before = after(project, ANNA, SetWaived("art", "c", ("in-zone", "ragged")))
    ours = after(before, ANNA, SetWaived("art", "c", ("ragged",)))
    theirs = after(before, BO, SetWaived("art", "c", ("in-zone", "ragged", "twice")))
    united = merge(before, ours, theirs)
    assert united.project.annotation("c").waived == ("ragged", "twice")
