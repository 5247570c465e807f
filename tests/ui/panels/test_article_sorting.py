import pytest

from pressmark.edits.annotations import SetNote
from pressmark.edits.articles import AddArticle, DescribeArticle, SetState
from pressmark.ui.panels.article_rows import ArticleRows
from pressmark.ui.panels.article_sorting import Sorting
from pressmark.ui.session import Session
from tests.ui.panels.in_memory import ANADOLU, UKRINFORM, article


@pytest.mark.parametrize(
    ("sorting", "order"),
    [
        ("imported", (UKRINFORM, ANADOLU, "plain")),
        ("title", ("plain", UKRINFORM, ANADOLU)),
        ("source", (ANADOLU, UKRINFORM, "plain")),
        ("date", (ANADOLU, UKRINFORM, "plain")),
        ("annotations", (ANADOLU, UKRINFORM, "plain")),
        ("state", (ANADOLU, "plain", UKRINFORM)),
        ("changed", (UKRINFORM, ANADOLU, "plain")),
    ],
)
def test_articles_are_sorted(session: Session, sorting: Sorting, order: tuple[str, ...]) -> None:
    session.commit("Import", AddArticle(article("plain", title="A plain one")))
    for article_id, title, date in (
        (UKRINFORM, "Beta", "2024-05"),
        (ANADOLU, "gamma", "2024-05-27"),
        ("plain", "A plain one", None),
    ):
        described = DescribeArticle(article_id, {"title": title, "published": date})
        session.commit("Describe", described)
    session.commit("Mark", SetState(UKRINFORM, "me", "done"))
    annotation = next(iter(session.project.article(UKRINFORM).annotations))
    session.commit("Note", SetNote(UKRINFORM, annotation.id, "seen"))
    rows = ArticleRows(session, session)
    rows.arrange(sorting, frozenset())
    assert rows.ids() == order


def test_a_change_moves_an_article_to_its_place(session: Session) -> None:
    rows = ArticleRows(session, session)
    rows.arrange("title", frozenset())
    for title, first in (("AAA", ANADOLU), ("zzz", UKRINFORM)):
        session.commit("Describe", DescribeArticle(ANADOLU, {"title": title}))
        assert rows.ids()[0] == first
