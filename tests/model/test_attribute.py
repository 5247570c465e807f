import pytest

from pressmark.model.attribute import Anchor, Attribute, Value, accepts, anchors
from pressmark.model.span import Span

HERE = Anchor(start=3, end=6, text="the")
SOMEBODY = Anchor(entities=("eu",), implicit=True)


def of_kind(kind: str, *, several: bool = False) -> Attribute:
    return Attribute(id="x", title="X", kind=kind, values=("a", "b"), max_length=5, several=several)


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        ("anchored", HERE, "the"),
        ("anchored", SOMEBODY, Anchor()),
        ("entity", SOMEBODY, HERE),
        ("choice", "a", "c"),
        ("text", "short", "longer"),
        ("number", 9, "9"),
        ("number", 2.5, True),
        ("date", "2024", "24"),
        ("date", "2024-05", "2024-13"),
        ("date", "2024-05-31", "2024-05-32"),
        ("flag", False, 0),
    ],
)
def test_each_kind_accepts_its_own_shape_only(kind: str, good: Value, bad: Value) -> None:
    assert accepts(of_kind(kind), good)
    assert not accepts(of_kind(kind), bad)


def test_several_values_are_accepted_only_where_there_may_be_several() -> None:
    assert accepts(of_kind("choice", several=True), ("a", "b"))
    assert not accepts(of_kind("choice"), ("a", "b"))
    assert not accepts(of_kind("choice", several=True), ("a", "c"))


def test_a_kind_of_a_later_version_accepts_anything() -> None:
    assert accepts(of_kind("colour"), {"r": 1})


def test_anchors_are_found_alone_and_among_several() -> None:
    assert anchors(HERE) == (HERE,)
    assert anchors((HERE, SOMEBODY)) == (HERE, SOMEBODY)
    assert anchors("plain") == ()
    assert HERE.span == Span(3, 6)
    assert SOMEBODY.span is None
