"""Summary and judgements of two people, in one project."""

from pressmark.analysis.conflicts import open_disputes
from pressmark.edits.additions import addition
from pressmark.edits.disputes import take
from pressmark.edits.edit import Edit, Stamp
from pressmark.edits.judgements import SetSummary, changed_judgement
from pressmark.edits.merge import merge
from pressmark.edits.removals import removal
from pressmark.edits.transaction import Transaction, apply
from pressmark.model.project import Project
from pressmark.model.span import Span

ANNA = Stamp("anna", "2024-05-31T12:00:00Z")
BO = Stamp("bo", "2024-05-31T13:00:00Z")


def after(project: Project, stamp: Stamp, *edits: Edit) -> Project:
    return apply(project, Transaction("Step", edits, stamp))[0]


def judged(project: Project, stamp: Stamp, **values: str | int | tuple[str, ...]) -> Project:
    return after(project, stamp, *changed_judgement(project, "j", **values))


def test_different_fields_of_one_judgement_meet(project: Project) -> None:
    ours = judged(project, ANNA, statement="The measures bite hard.")
    theirs = judged(project, BO, confidence="low")
    united = merge(project, ours, theirs)
    one = united.project.judgements["j"]
    assert (one.statement, one.confidence) == ("The measures bite hard.", "low")
    assert (united.conflicts, one.changed) == ((), BO.time)


def test_a_statement_that_both_changed_is_kept_in_two_versions_until_settled(
    project: Project,
) -> None:
    ours = judged(project, ANNA, statement="They bite.")
    theirs = judged(project, BO, statement="They do not.")
    united = merge(project, ours, theirs).project
    assert united.judgements["j"].statement == "They do not."
    dispute = next(one for one in open_disputes(united) if one.kind == "judgement")
    assert (dispute.record, dispute.name, dispute.value) == ("j", "statement", "They bite.")
    taken = after(united, ANNA, *take(united, dispute))
    assert taken.judgements["j"].statement == "They bite."
    assert [one for one in open_disputes(taken) if one.kind == "judgement"] == []


def test_what_either_comes_to_rely_on_or_no_longer_does_meets(project: Project) -> None:
    ours = judged(project, ANNA, relies_on=("c", "d"))
    theirs = after(
        project, BO, addition(project, "art", "claim", [Span(8, 12)], BO, annotation_id="a")
    )
    theirs = judged(theirs, BO, relies_on=("a",))
    united = merge(project, ours, theirs)
    assert united.project.judgements["j"].relies_on == ("a", "d")
    assert united.conflicts == ()


def test_an_order_that_both_changed_is_nothing_to_decide(project: Project) -> None:
    both = [judged(project, ANNA, order=3), judged(project, BO, order=2)]
    united = merge(project, both[0], both[1])
    assert united.project.judgements["j"].order == 2
    assert united.conflicts == ()


def test_an_annotation_that_the_other_side_has_come_to_rely_on_comes_back(
    project: Project,
) -> None:
    ours = after(project, ANNA, *removal(project, "d"))
    theirs = judged(project, BO, relies_on=("c", "d"))
    united = merge(project, ours, theirs)
    assert "d" in united.project.places
    assert "d" in united.kept


def test_a_removed_annotation_does_not_come_back_for_what_relied_on_it_before(
    project: Project,
) -> None:
    ours = after(project, ANNA, *removal(project, "c"))
    united = merge(project, ours, judged(project, BO, statement="They bite."))
    assert "c" not in united.project.places
    assert united.project.judgements["j"].relies_on == ("c",)


def test_summaries_that_both_wrote_are_kept_in_two_versions(project: Project) -> None:
    ours = after(project, ANNA, SetSummary("Short."))
    theirs = after(project, BO, SetSummary("Shorter."))
    united = merge(project, ours, theirs).project
    found = {(one.kind, one.name) for one in open_disputes(united)}
    assert ("project", "summary") in found
