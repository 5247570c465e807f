"""Articles of one's own come in."""

import pytest
from PySide6.QtCore import QMimeData

from pressmark.ui import imports
from pressmark.ui.desk import Desk
from pressmark.ui.dialogs.first_article import Place


def test_only_the_first_article_asks_whether_it_belongs_to_the_example(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def ask(parent: object) -> Place:
        asked.append(parent)
        return Place.EXAMPLE

    monkeypatch.setattr(imports, "ask_for_place", ask)
    before = len(desk.session.project.articles)
    for text in ("The first of one's own.", "And one more."):
        pasted = QMimeData()
        pasted.setText(text)
        desk.imports.take_offered(pasted)
    assert len(desk.session.project.articles) == before + 2
    assert len(asked) == 1
