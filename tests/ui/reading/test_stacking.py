from hypothesis import given
from hypothesis import strategies as st

from pressmark.model.annotation import Annotation
from pressmark.model.annotations import Annotations
from pressmark.ui.reading.stacking import Stacking
from tests.ui.reading.desk import annotation

TEXT = "x" * 120
names = st.sampled_from("abcdefghijkl")
fragments = st.lists(st.integers(0, 120), min_size=2, max_size=4, unique=True).map(sorted)


def made(name: str, borders: list[int]) -> Annotation:
    pairs = [(borders[0], borders[1])]
    if len(borders) == 4:
        pairs.append((borders[2], borders[3]))
    return annotation(TEXT, "claim", *pairs, annotation_id=name)


someone = st.builds(made, names, fragments)
changes = st.lists(st.lists(someone | names, min_size=1, max_size=4), max_size=8)


@given(st.lists(someone, max_size=10), changes)
def test_changing_one_by_one_ends_where_laying_out_anew_does(
    first: list[Annotation], steps: list[list[Annotation | str]]
) -> None:
    shown = Annotations.of(first)
    stacking = Stacking(shown)
    for step in steps:
        lanes = {one.id: stacking.lane(one.id) for one in shown}
        after = shown
        for change in step:
            if isinstance(change, Annotation):
                after = after.with_(change)
            elif change in after:
                after = after.without(change)
        ids = {one if isinstance(one, str) else one.id for one in step}
        changed = stacking.update(after, ids)
        anew = Stacking(after)
        assert {one.id: stacking.lane(one.id) for one in after} == {
            one.id: anew.lane(one.id) for one in after
        }
        different = [
            one
            for before, now in ((shown, after), (after, shown))
            for one in before
            if now.get(one.id) != one or lanes.get(one.id, -1) != stacking._lanes.get(one.id, -1)
        ]
        for one in different:
            offsets = set(range(*one.span))
            assert offsets <= {at for span in changed for at in range(*span)}
        shown = after


def test_a_stack_is_told_innermost_first() -> None:
    outer = annotation(TEXT, "quote", (0, 50), annotation_id="outer")
    inner = annotation(TEXT, "claim", (10, 20), annotation_id="inner")
    gap = annotation(TEXT, "claim", (5, 8), (30, 40), annotation_id="gap")
    stacking = Stacking(Annotations.of([outer, inner, gap]))
    assert [one.id for one in stacking.at(15)] == ["inner", "outer"]
    assert [one.id for one in stacking.at(35)] == ["gap", "outer"]
    assert stacking.at(50) == []
