import gc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.edits.annotations import SetNote
from pressmark.edits.edit import Stamp
from pressmark.edits.frame import RenameProject
from pressmark.edits.history import Change, History
from pressmark.edits.removals import article_removal, removal
from pressmark.edits.transaction import Transaction, apply
from pressmark.errors import EditError
from pressmark.model.label_set import LabelSet
from pressmark.model.project import Project

STAMP = Stamp("anna", "2024-05-31T12:04:05Z")


def rename(title: str) -> Transaction:
    return Transaction(f"Rename to {title}", (RenameProject(title),), STAMP)


@given(st.lists(st.sampled_from(["commit", "undo", "redo"]), max_size=30))
def test_any_run_walks_along_one_line_of_projects(run: list[str]) -> None:
    start = Project(id="p", title="0", label_set=LabelSet(name="news"))
    history, line, at = History(start), [start], 0
    for number, step in enumerate(run, start=1):
        if step == "commit":
            history.commit(rename(str(number)))
            line, at = [*line[: at + 1], history.project], at + 1
        elif step == "undo" and at:
            history.undo(STAMP)
            at -= 1
        elif step == "redo" and at + 1 < len(line):
            history.redo()
            at += 1
        assert history.project == line[at]
        assert (history.undo_title is not None) == (at > 0)
        assert (history.redo_title is not None) == (at + 1 < len(line))


def test_a_transaction_happens_whole_or_not_at_all(project: Project) -> None:
    history = History(project)
    edits = (RenameProject("Half"), SetNote("art", "gone", "x"))
    with pytest.raises(EditError):
        history.commit(Transaction("Both", edits, STAMP))
    assert history.project is project


def test_a_step_that_was_foreseen_is_done_as_it_is_then(project: Project) -> None:
    history = History(project)
    early, late = history.foresee(rename("Early")), history.foresee(rename("Late"))
    assert history.project is project
    assert history.undo_title is None
    assert history.take(early) is early
    assert history.project is early.after
    taken = history.take(late)  # which was foreseen for the project as it was before
    assert (taken.before, history.project.title) == (early.after, "Late")


def test_undo_and_redo_are_transactions_that_a_journal_can_replay(project: Project) -> None:
    history = History(project)
    steps = [history.commit(rename("New")), history.undo(STAMP), history.redo()]
    assert [step.transaction.origin for step in steps] == ["user", "undo", "redo"]
    replayed = project
    for step in steps:
        replayed, _ = apply(replayed, step.transaction)
        assert replayed == step.after


def test_a_step_done_again_is_the_step_it_was(project: Project) -> None:
    history = History(project)
    history.commit(Transaction("Import", (RenameProject("New"),), STAMP, "import"))
    history.undo(STAMP)
    history.redo()
    assert history.undo(STAMP).transaction.title == "Import"
    assert history.redo().transaction.stamp == STAMP


def test_a_history_keeps_steps_not_projects(project: Project) -> None:
    history = History(project)
    history.commit(rename("One"))
    middle = history.project
    history.commit(rename("Two"))
    assert not [one for one in gc.get_referrers(middle) if isinstance(one, Change)]


def test_nothing_is_left_to_redo_after_a_new_step(project: Project) -> None:
    history = History(project)
    history.commit(rename("One"))
    history.undo(STAMP)
    history.commit(rename("Two"))
    with pytest.raises(EditError, match="nothing-to-redo"):
        history.redo()


def test_an_empty_history_has_nothing_to_undo(project: Project) -> None:
    with pytest.raises(EditError, match="nothing-to-undo"):
        History(project).undo(STAMP)


def test_removing_an_annotation_takes_its_relations_along_in_one_step(project: Project) -> None:
    history = History(project)
    history.commit(Transaction("Delete", removal(project, "c"), STAMP))
    assert "c" not in history.project.places
    assert len(history.project.relations) == 0
    history.undo(STAMP)
    assert history.project == project


def test_removing_an_article_takes_its_relations_along_in_one_step(project: Project) -> None:
    history = History(project)
    history.commit(Transaction("Remove", article_removal(project, "art"), STAMP))
    assert set(history.project.articles) == {"bare"}
    assert not history.project.places
    history.undo(STAMP)
    assert history.project == project


def test_a_transaction_touches_each_thing_once() -> None:
    edits = (SetNote("art", "c", "x"), SetNote("art", "c", "y"), RenameProject("z"))
    touched = Transaction("Notes", edits, STAMP).touches()
    assert touched.articles == ("art",)
    assert touched.annotations == ("c",)
    assert touched.frame


def test_joined_steps_are_undone_and_redone_as_one(project: Project) -> None:
    history = History(project)
    history.commit(rename("First"))
    before = history.project
    history.commit(rename("Sec"))
    after = history.commit(rename("Second")).after
    history.join()
    assert history.undo_title == "Rename to Second"
    assert history.undo(STAMP).after == before
    assert history.redo().after == after
    assert history.undo(STAMP).after == before
