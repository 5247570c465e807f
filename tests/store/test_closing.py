"""Articles that are closed as they come in: the same articles, in edits and in files."""

from hypothesis import given

from pressmark.edits.articles import AddArticle
from pressmark.edits.edit import Stamp
from pressmark.edits.transaction import Transaction
from pressmark.model.article import Article
from pressmark.store.closing import Closing
from pressmark.store.journal_file import LIMIT, entry
from pressmark.store.records import edit_to_json
from tests.store.projects import article
from tests.strategies import articles

STAMP = Stamp("ada", "2026-03-01T09:00:00Z")
_RECENT = 256


@given(articles())
def test_a_closed_article_is_the_same(one: Article) -> None:
    """Head, text and annotations, counts too, and what an edit says of them."""
    closed = Closing().closed(one)
    assert closed == one
    assert closed.open() == one
    assert closed.counts == one.counts
    assert set(closed.annotation_ids()) == set(one.annotation_ids())
    assert edit_to_json(AddArticle(closed)) == edit_to_json(AddArticle(one))


def test_few_of_many_are_open() -> None:
    """Whoever goes through all of them has the last ones only."""
    closing = Closing()
    many = [closing.closed(article()) for _ in range(_RECENT + 2)]
    first = many[0].open()
    assert many[0].open() is first
    for one in many:
        one.open()
    assert many[0].open() is not first


def test_a_step_of_many_is_known_to_be_long_unopened() -> None:
    """It is kept by saving the project; a short one stands in the journal."""
    closed = Closing().closed(article())
    count = LIMIT // len(closed.kept) + 1
    assert entry(1, Transaction("Import", (AddArticle(closed),) * count, STAMP)).line is None
    assert entry(1, Transaction("Import", (AddArticle(closed),), STAMP)).line is not None
