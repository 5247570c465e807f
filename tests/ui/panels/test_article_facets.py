import pytest

from pressmark.edits.annotations import SetFlag
from pressmark.edits.articles import AddArticle, DescribeArticle, SetState
from pressmark.ui.panels.article_facets import offered
from pressmark.ui.panels.article_rows import ArticleRows
from pressmark.ui.session import Session
from tests.ui.panels.in_memory import ANADOLU, UKRINFORM, article


@pytest.fixture
def rows(session: Session) -> ArticleRows:
    session.commit("Import", AddArticle(article("plain", title="Plain")))
    return ArticleRows(session, session)


@pytest.mark.parametrize(
    ("picked", "shown"),
    [
        ({("state", "done")}, {UKRINFORM}),
        ({("state", "new")}, {ANADOLU, "plain"}),
        ({("state", "new"), ("state", "done")}, {UKRINFORM, ANADOLU, "plain"}),
        ({("state", "new"), ("label", "sanction")}, {ANADOLU}),
        ({("label", "claim")}, {UKRINFORM, ANADOLU}),
        ({("source", "")}, {"plain"}),
        ({("source", "Ukrinform"), ("language", "ko")}, set()),
        ({("annotations", "none")}, {"plain"}),
        ({("annotations", "flagged")}, {ANADOLU}),
        ({("annotations", "flagged"), ("annotations", "none")}, {ANADOLU, "plain"}),
    ],
)
def test_articles_are_picked_out(
    session: Session, rows: ArticleRows, picked: set[tuple[str, str]], shown: set[str]
) -> None:
    session.commit("Mark", SetState(UKRINFORM, "me", "done"))
    session.commit("Flag", SetFlag(ANADOLU, "B01", flag=True))
    rows.arrange("imported", frozenset(picked))
    assert set(rows.ids()) == shown


def test_what_no_longer_fits_goes_and_comes_back_with_undo(
    session: Session, rows: ArticleRows
) -> None:
    rows.arrange("imported", frozenset({("state", "new")}))
    session.commit("Mark", SetState(UKRINFORM, "me", "done"))
    assert UKRINFORM not in rows.ids()
    session.undo()
    assert UKRINFORM in rows.ids()


def test_the_most_frequent_values_are_offered_first(session: Session, rows: ArticleRows) -> None:
    session.commit("Describe", DescribeArticle("plain", {"source": "Ukrinform"}))
    assert offered(session.project.current(), "source")[0] == "Ukrinform"
    del rows
