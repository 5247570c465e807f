from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pressmark.edits.additions import addition
from pressmark.edits.annotations import SetNote
from pressmark.edits.frame import PutAnnotator, RenameProject
from pressmark.edits.removals import article_removal, removal
from pressmark.errors import PressmarkError
from pressmark.model.records import Annotator
from pressmark.model.span import Span
from pressmark.store.journal_file import journal_path
from pressmark.store.open_project import open_project
from pressmark.ui.session import Session

ME = Annotator(id="me", name="Me")


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path, seeds: Path) -> Iterator[Session]:
    del qtbot  # there is an application now
    path = tmp_path / "copy.pressmark"
    path.write_bytes((seeds / "example.pressmark").read_bytes())
    made = Session()
    with open_project(path) as file:
        made.use(file, ME)
        made.open_article(file.project.shelf()[0].head.id)
        yield made


def tag(session: Session, start: int, end: int) -> str:
    edit = addition(
        session.project, session.article_id, "claim", (Span(start, end),), session.stamp()
    )
    assert session.commit("Tag claim", edit) is not None
    return edit.annotation.id


def heard(signal: object) -> list[tuple[object, ...]]:
    calls: list[tuple[object, ...]] = []
    connect = getattr(signal, "connect")  # noqa: B009 -- signals are typed by class only
    connect(lambda *arguments: calls.append(arguments))
    return calls


def test_without_a_project_there_is_nothing_and_nothing_can_be_done(qtbot: QtBot) -> None:
    del qtbot
    session = Session()
    refused = heard(session.refused)
    assert session.file is session.article is session.annotation is None
    assert not session.writable
    assert session.commit("Rename project", RenameProject("x")) is None
    assert refused == []
    with pytest.raises(PressmarkError, match="nothing-open"):
        _ = session.project


def test_a_step_says_what_it_changed(session: Session) -> None:
    annotations = heard(session.annotations_changed)
    made = tag(session, 20, 30)
    assert annotations == [(session.article_id, (made,))]
    assert session.undo_title == "Tag claim"
    assert session.redo_title is None


def test_the_first_step_makes_the_annotator_known_and_undo_forgets_them(session: Session) -> None:
    before = session.project
    tag(session, 20, 30)
    assert session.project.annotators["me"] == ME
    tag(session, 40, 50)
    session.undo()
    session.undo()
    assert session.project == before


def test_the_project_names_an_annotator_it_knows(session: Session) -> None:
    tag(session, 20, 30)
    session.commit("Rename annotator", PutAnnotator(Annotator(id="me", name="Myself")))
    assert session.annotator.name == "Myself"


def test_undo_goes_to_what_it_changed_in_another_article(session: Session) -> None:
    first, second = (one.head.id for one in session.project.shelf())
    annotation = session.project.article(first).annotations.in_order[0]
    session.commit("Change note", SetNote(first, annotation.id, "look again"))
    session.open_article(second)
    shown = heard(session.shown)
    session.undo()
    assert session.article_id == first
    assert session.annotation == annotation
    assert shown == [(first, annotation.id)]


def test_undoing_a_tag_shows_the_article_it_was_in(session: Session) -> None:
    first, second = (one.head.id for one in session.project.shelf())
    session.open_article(first)
    tag(session, 20, 30)
    session.open_article(second)
    session.undo()
    assert session.article_id == first


def test_a_removed_annotation_is_no_longer_active(session: Session) -> None:
    made = tag(session, 20, 30)
    session.activate(made)
    session.commit("Remove claim", *removal(session.project, made))
    assert session.annotation is None


def test_a_removed_article_is_no_longer_open_and_undo_brings_it_back(session: Session) -> None:
    gone = session.article_id
    session.commit("Remove article", *article_removal(session.project, gone))
    assert session.article_id not in ("", gone)
    session.undo()
    assert session.article_id == gone


def test_the_article_before_one_that_went_is_shown_until_none_is_left(session: Session) -> None:
    first, last = (one.head.id for one in session.project.shelf())
    session.open_article(last)
    session.commit("Remove article", *article_removal(session.project, last))
    assert session.article_id == first
    session.commit("Remove article", *article_removal(session.project, first))
    assert session.article_id == ""


def test_what_does_not_fit_is_refused_and_changes_nothing(session: Session) -> None:
    refused = heard(session.refused)
    before = session.project
    assert session.commit("Change note", SetNote(session.article_id, "nobody", "x")) is None
    (error,) = refused[0]
    assert isinstance(error, PressmarkError)
    assert error.case == "no-annotation"
    assert session.project is before


def test_a_project_for_reading_only_refuses(tmp_path: Path, seeds: Path, qtbot: QtBot) -> None:
    del qtbot
    path = tmp_path / "copy.pressmark"
    path.write_bytes((seeds / "example.pressmark").read_bytes())
    session = Session()
    refused = heard(session.refused)
    with open_project(path, write=False) as file:
        session.use(file, ME)
        assert not session.writable
        assert session.commit("Rename project", RenameProject("x")) is None
    assert len(refused) == 1


def test_a_damaged_article_is_refused_and_the_open_one_stays(
    tmp_path: Path, seeds: Path, qtbot: QtBot
) -> None:
    del qtbot
    path = tmp_path / "copy.pressmark"
    whole = (seeds / "example.pressmark").read_text(encoding="utf-8")
    path.write_text(whole.replace('"text": ["the illegal', '"text": [7, "the illegal', 1), "utf-8")
    session = Session()
    refused = heard(session.refused)
    with open_project(path) as file:
        session.use(file, ME)
        damaged, intact = (one.head.id for one in file.project.shelf())
        session.open_article(intact)
        session.open_article(damaged)
        assert session.article_id == intact
    assert len(refused) == 1


def test_kept_is_told_in_the_windows_thread(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.keeping_changed):
        tag(session, 20, 30)
    file = session.file
    assert file is not None
    qtbot.waitUntil(lambda: file.kept_seq == file.seq)


def test_leaving_a_project_leaves_nothing_open(session: Session) -> None:
    session.leave()
    assert session.file is None
    assert session.article_id == ""


def test_steps_of_one_visit_are_kept_each_and_undone_together(session: Session) -> None:
    assert session.file is not None
    before = session.project.title

    def rename(title: str, visit: object) -> None:
        assert session.commit("Rename project", RenameProject(title), visit=visit) is not None

    rename("One", "first")
    rename("One two", "first")
    rename("Three", "second")
    session.file.wait_kept()
    journal = journal_path(session.file.path).read_text(encoding="utf-8")
    assert [title in journal for title in ('"One"', '"One two"', '"Three"')] == [True] * 3
    titles = []
    while session.undo_title is not None:
        session.undo()
        titles.append(session.project.title)
    assert titles == ["One two", before]


def test_a_visit_goes_on_only_right_after_itself(session: Session) -> None:
    session.commit("Rename project", RenameProject("One"), visit="field")
    session.undo()
    session.commit("Rename project", RenameProject("Two"), visit="field")
    session.commit("Rename project", RenameProject("Three"))
    session.commit("Rename project", RenameProject("Four"), visit="field")
    session.undo()
    assert session.project.title == "Three"
