from pressmark.edits.label_sets import (
    MARKS,
    arranged,
    free_id,
    new_label,
    placed_behind,
    put,
    with_stand_in,
    without,
    without_label,
)
from pressmark.model.ids import is_id
from pressmark.model.label_set import Label
from pressmark.store.label_sets import default_label_set

A, B, C = (Label(id=one, title=one.upper()) for one in "abc")


def test_records_are_put_arranged_and_taken() -> None:
    renamed = Label(id="a", title="Other")
    assert put((A, B), renamed) == (renamed, B)
    assert put((A,), B) == (A, B)
    assert without((A, B), "a") == (B,)
    assert arranged((A, B, C), ("c", "a")) == (C, A, B)
    assert placed_behind((A, B), "a", C) == (A, C, B)
    assert placed_behind((A, B), "gone", C) == (A, B, C)


def test_ids_come_from_titles_and_are_free() -> None:
    assert free_id("Troop movement!", (), "label") == "troop-movement"
    assert free_id("Troop movement", ("troop-movement",), "label") == "troop-movement-2"
    assert free_id("Загроза", ("label",), "label") == "label-2"
    assert is_id(free_id("x" * 200, (), "label"))


def test_a_new_label_has_what_is_still_free() -> None:
    labels = default_label_set()
    made = new_label(labels, "Threat", {"5"})
    assert (made.id, made.keys, made.mark) == ("threat", ("6",), MARKS[4])


def test_relation_types_forget_a_label_that_leaves() -> None:
    labels = without_label(default_label_set(), "claim")
    denies, supports = labels.relation_type("denies"), labels.relation_type("supports")
    assert denies is not None
    assert denies.to == ("quote", "sanction")
    assert supports is not None
    assert supports.from_ == ("quote",)


def test_no_label_left_does_not_become_any_label() -> None:
    denies = without_label(default_label_set(), "denial").relation_type("denies")
    assert denies is not None
    assert denies.from_ == ("denial",)


def test_a_label_that_stands_for_another_does_so_where_relations_end() -> None:
    before = default_label_set()
    after = with_stand_in(without_label(before, "denial"), before, "denial", "claim")
    assert [(one.id, one.from_) for one in after.relations if "claim" in one.from_] == [
        ("denies", ("claim",)),
        ("attributed-to", ("claim", "sanction", "quote")),
        ("supports", ("claim", "quote")),
    ]
    same = after.relation_type("same-statement-as")
    assert same is not None
    assert same.from_ == ()
