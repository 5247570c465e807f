from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from pressmark.edits.label_set_merge import choices, united_label_set
from pressmark.edits.merge import merge
from pressmark.model.label_set import Label, LabelSet
from tests.edits.conftest import base_project

BASE = LabelSet(name="news", labels=(Label(id="claim", title="Claim"), Label(id="q", title="Q")))


def ids(label_set: LabelSet) -> set[str]:
    return {one.id for one in label_set.labels}


def with_labels(*labels: Label) -> LabelSet:
    return replace(BASE, labels=labels)


def test_what_either_side_added_is_there_and_what_one_removed_is_not() -> None:
    ours = with_labels(BASE.labels[0], Label(id="rumour", title="Rumour"))
    theirs = with_labels(*BASE.labels, Label(id="threat", title="Threat"))
    assert ids(united_label_set(BASE, ours, theirs)) == {"claim", "rumour", "threat"}
    assert ids(united_label_set(None, ours, theirs)) == {"claim", "q", "rumour", "threat"}


def test_fields_of_one_label_meet() -> None:
    claim = BASE.labels[0]
    ours = with_labels(replace(claim, title="Statement"))
    theirs = with_labels(replace(claim, definition="Something said."), BASE.labels[1])
    (one,) = united_label_set(BASE, ours, theirs).labels
    assert (one.title, one.definition) == ("Statement", "Something said.")


def test_two_analysts_label_sets_make_no_conflict_of_a_project() -> None:
    base = base_project()
    ours, theirs = (
        replace(
            base,
            label_set=replace(
                base.label_set, labels=(*base.label_set.labels, Label(id=name, title=name))
            ),
        )
        for name in ("one", "two")
    )
    united = merge(base, ours, theirs)
    assert {"one", "two"} <= ids(united.project.label_set)
    assert united.conflicts == ()


LABELS = st.lists(
    st.builds(Label, id=st.sampled_from("abcd"), title=st.sampled_from(["One", "Two"])),
    unique_by=lambda one: one.id,
    max_size=4,
)
SETS = st.builds(lambda labels: with_labels(*labels), LABELS)


@given(st.none() | SETS, SETS, SETS)
def test_uniting_is_the_same_from_both_sides_and_once_is_enough(
    base: LabelSet | None, ours: LabelSet, theirs: LabelSet
) -> None:
    once = united_label_set(base, ours, theirs)
    assert once == united_label_set(base, theirs, ours)
    assert ids(united_label_set(base, once, theirs)) == ids(once)
    removed = ids(base) - (ids(ours) & ids(theirs)) if base else set()
    assert (ids(ours) | ids(theirs)) - removed <= ids(once)


def test_what_one_of_two_values_was_taken_of_is_told() -> None:
    claim, quote = BASE.labels
    ours = with_labels(replace(claim, title="Statement", definition="Mine."), quote)
    theirs = with_labels(replace(claim, title="Assertion"), replace(quote, title="Quote"))
    united = united_label_set(BASE, ours, theirs)
    (told,) = choices(BASE, ours, theirs, united)
    assert (told.kind, told.id, told.field) == ("label", "claim", "title")
    assert told.taken == united.labels[0].title
    assert {told.taken, told.left} == {"Statement", "Assertion"}
    assert told.is_ours == (told.taken == "Statement")
    (other,) = choices(BASE, theirs, ours, united)
    assert other == told._replace(is_ours=not told.is_ours)


def test_where_one_side_says_nothing_nothing_was_chosen() -> None:
    ours = with_labels(replace(BASE.labels[0], definition="Mine."))
    assert choices(None, ours, BASE, united_label_set(None, ours, BASE)) == ()
    renamed = replace(BASE, name="mine"), replace(BASE, name="yours")
    (told,) = choices(BASE, *renamed, united_label_set(BASE, *renamed))
    assert (told.kind, told.field) == ("label_set", "name")
