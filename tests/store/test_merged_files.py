"""Merging through files: what is written, found and read is what was merged."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pressmark.analysis.conflicts import open_conflicts
from pressmark.edits.edit import Edit, Stamp
from pressmark.edits.merge import merge
from pressmark.edits.transaction import Transaction
from pressmark.errors import EditError
from pressmark.model.project import Project
from pressmark.store.bases import common_base, side_of
from pressmark.store.lineage import united
from pressmark.store.open_project import open_project, project_bytes, read_project, write_copy
from tests.edits.conftest import base_project
from tests.edits.test_merge import ANNA, BO, all_settled, fingerprint_of, steps

Step = Callable[[Project], tuple[Edit, ...]]
Work = list[tuple[Step, bool]]
"""What somebody does, and after what it is saved."""

in_files = settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)


@st.composite
def work(draw: st.DrawFn, stamp: Stamp) -> Work:
    count = draw(st.integers(0, 4))
    return [(draw(steps(stamp, number)), draw(st.booleans())) for number in range(count)]


def do(path: Path, stamp: Stamp, todo: Work) -> None:
    with open_project(path) as file:
        for step, is_saved in todo:
            try:
                file.commit(Transaction("Step", step(file.project), stamp))
            except (EditError, KeyError):
                continue
            if is_saved:
                file.save()


def written(project: Project, path: Path) -> Project:
    write_copy(project, path)
    return read_project(path).project


@in_files
@given(work(ANNA), work(ANNA), work(BO), st.integers(0, 5))
def test_the_base_is_what_was_copied_and_the_merge_the_same_from_both_sides(
    before: Work, ours: Work, theirs: Work, choice: int
) -> None:
    with TemporaryDirectory() as folder:
        mine, yours = Path(folder, "anna.pressmark"), Path(folder, "bo.pressmark")
        write_copy(base_project(), mine)
        do(mine, ANNA, before)
        copied = read_project(mine).project
        yours.write_bytes(mine.read_bytes())
        do(mine, ANNA, ours)
        do(yours, BO, theirs)

        one, other = side_of(mine), side_of(yours)
        base, back = common_base(one, other), common_base(other, one)
        assert base is not None
        assert back is not None
        assert project_bytes(base.project) == project_bytes(back.project) == project_bytes(copied)

        once = merge(base.project, one.project, other.project)
        again = merge(back.project, other.project, one.project)
        results = Path(folder, "once.pressmark"), Path(folder, "again.pressmark")
        for path, merged, a, b in zip(
            results, (once, again), (one, other), (other, one), strict=True
        ):
            write_copy(merged.project, path, united(a.states, b.states))
        assert results[0].read_bytes() == results[1].read_bytes()
        assert project_bytes(read_project(results[0]).project) == project_bytes(once.project)

        removed = {
            key
            for key in copied.places
            if key not in one.project.places or key not in other.project.places
        }
        both = {*one.project.places, *other.project.places}
        assert both - removed <= set(once.project.places)
        copies = {pair.copy.id for pair in open_conflicts(once.project)}
        assert copies >= {one.copy for one in once.conflicts if one.kind == "annotation"}

        # Whoever goes on with the result has both in their past: merging again brings nothing.
        for side in (one, other):
            found = common_base(side_of(results[0]), side)
            assert found is not None
            repeated = merge(found.project, once.project, side.project)
            assert fingerprint_of(repeated.project) == fingerprint_of(once.project)

        # In the window the other file's past is not taken over: what was settled is noted instead.
        path = Path(folder, "settled.pressmark")
        settled = written(all_settled(once.project, choice), path)
        for side in (one, other):
            again = merge(base.project, settled, side.project)
            assert again.conflicts == ()
            assert project_bytes(again.project) == project_bytes(settled)


@in_files
@given(work(ANNA), work(BO))
def test_without_a_base_nothing_is_lost_in_files(ours: Work, theirs: Work) -> None:
    with TemporaryDirectory() as folder:
        mine, yours = Path(folder, "anna.pressmark"), Path(folder, "bo.pressmark")
        for path, stamp, todo in ((mine, ANNA, ours), (yours, BO, theirs)):
            write_copy(base_project(), path)
            do(path, stamp, todo)
        one, other = read_project(mine).project, read_project(yours).project
        once = written(merge(None, one, other).project, Path(folder, "once.pressmark"))
        again = written(merge(None, other, one).project, Path(folder, "again.pressmark"))
        assert project_bytes(once) == project_bytes(again)
        assert {*one.places, *other.places} <= set(once.places)
        twice = merge(None, once, other).project
        assert set(twice.places) >= set(once.places)
