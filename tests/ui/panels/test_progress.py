from pressmark.edits.amending import amending, amendment
from pressmark.edits.articles import AddArticle, RemoveArticle, SetState
from pressmark.edits.removals import article_removal
from pressmark.model.records import Annotator
from pressmark.ui.panels.article_rows import ArticleRows
from pressmark.ui.panels.progress import Progress
from pressmark.ui.session import Session
from tests.amended import STAMP, read
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


def test_earlier_texts_are_not_in_the_list_and_not_counted(session: Session) -> None:
    progress, rows = Progress(session, session), ArticleRows(session, session)
    session.commit("Mark", SetState(UKRINFORM, "me", "done"))
    before = rows.ids()
    planned = amendment(session.project, UKRINFORM, read("Another text."), "correction")
    session.commit("Correct", *amending(session.project, planned, STAMP))
    later = planned.later.head.id
    assert (progress.done, progress.total) == (1, 2)
    assert set(rows.ids()) == {ANADOLU, later}
    session.undo()
    assert rows.ids() == before
    assert (progress.done, progress.total) == (1, 2)
    session.redo()
    session.open_article(later)
    session.commit("Remove", *article_removal(session.project, later))
    assert rows.ids() == before
    assert progress.total == 2
