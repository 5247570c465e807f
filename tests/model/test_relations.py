from pressmark.model.records import Relation
from pressmark.model.relations import Relations

DENIES = Relation(id="r1", type="denies", from_="d", to="c")
SAID = Relation(id="r2", type="attributed-to", from_="c", entity="eu")


def test_a_relation_is_found_from_either_end_and_from_its_entity() -> None:
    relations = Relations.of([SAID, DENIES])
    assert relations.touching("c") == (DENIES, SAID)
    assert relations.touching("d") == (DENIES,)
    assert relations.touching("eu") == (SAID,)
    assert relations.touching("nobody") == ()


def test_replacing_one_moves_its_ends() -> None:
    moved = Relation(id="r1", type="denies", from_="d", to="x")
    relations = Relations.of([DENIES]).with_(moved)
    assert relations.touching("c") == ()
    assert relations.touching("x") == (moved,)
    assert len(relations) == 1


def test_removing_one_leaves_no_trace() -> None:
    assert Relations.of([DENIES, SAID]).without("r2") == Relations.of([DENIES])
    assert Relations.of([DENIES]).without("r1").touching("d") == ()


def test_they_run_by_id_whatever_the_order_they_came_in() -> None:
    assert list(Relations().with_(SAID).with_(DENIES)) == [DENIES, SAID]
