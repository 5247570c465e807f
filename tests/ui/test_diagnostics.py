from pathlib import Path

from pressmark.ui.desk import Desk
from pressmark.ui.diagnostics import diagnostics
from pressmark.ui.session import Session


def test_they_hold_versions_and_counts_and_no_word_of_an_article(desk: Desk, home: Path) -> None:
    told = diagnostics(desk.session)
    assert "Pressmark: " in told
    assert "Annotations: 38" in told
    assert str(home) not in told
    for article in desk.session.project.opened():
        words = {word for word in article.text.split() if len(word) > 5}
        assert not words & set(told.split())
    assert desk.session.project.title not in told


def test_they_can_be_copied_without_a_project(qtbot: object) -> None:
    del qtbot
    assert "Project: none" in diagnostics(Session())
