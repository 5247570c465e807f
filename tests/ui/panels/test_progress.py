from pressmark.edits.articles import AddArticle, RemoveArticle, SetState
from pressmark.model.records import Annotator
from pressmark.ui.panels.progress import Progress
from pressmark.ui.session import Session
from tests.ui.panels.in_memory import ANADOLU, UKRINFORM, article


def test_what_is_done_is_counted_as_it_changes(session: Session) -> None:
    progress = Progress(session, session)
    assert (progress.done, progress.total) == (0, 2)
    session.commit("Mark", SetState(ANADOLU, "me", "done"))
    session.commit("Mark", SetState(UKRINFORM, "me", "flagged"))
    assert progress.done == 1
    session.commit("Mark", SetState(UKRINFORM, "me", "done"))
    assert progress.done == 2
    session.undo()
    assert progress.done == 1
    session.redo()
    session.commit("Import", AddArticle(article("new")))
    assert (progress.done, progress.total) == (2, 3)
    session.commit("Mark", SetState("new", "me", "done"))
    session.commit("Remove", RemoveArticle("new"))
    assert (progress.done, progress.total) == (2, 2)


def test_each_annotator_has_their_own_progress(session: Session) -> None:
    progress = Progress(session, session)
    session.become(Annotator(id="5d0c8a4e-3b1f-4f7a-9c62-1e8d27b0a493", name="Example analyst"))
    assert progress.done == 2
    session.leave()
    assert (progress.done, progress.total) == (0, 0)
