import weakref
from pathlib import Path

from pressmark.store.shelf import KeptArticle
from pressmark.ui.desk import Desk


def test_the_project_before_is_let_go_whole(desk: Desk, tmp_path: Path, seeds: Path) -> None:
    other = tmp_path / "other.pressmark"
    other.write_bytes((seeds / "example.pressmark").read_bytes())
    article = desk.session.project.articles[desk.session.article_id]
    assert isinstance(article, KeptArticle)
    before = weakref.ref(article._recent)
    del article
    assert desk.files.open_path(other)
    assert before() is None
