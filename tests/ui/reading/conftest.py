from collections.abc import Callable, Iterator
from typing import TypeAlias

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pressmark.model.article import Article
from pressmark.ui.reading.article_view import ArticleView
from pressmark.ui.session import Session
from pressmark.ui.theme.appearance import apply_theme
from pressmark.ui.theme.themes import load_theme
from tests.ui.reading.desk import session_on

Reader: TypeAlias = Callable[..., tuple[Session, ArticleView]]


@pytest.fixture
def read(qapp: QApplication, qtbot: QtBot) -> Iterator[Reader]:
    """Return a function that shows an article, the first given, in a view in the light theme."""
    apply_theme(qapp, load_theme("light"))
    # Else Python might collect a view while Qt still paints it, after the test and before its end.
    kept: list[ArticleView] = []

    def show(*articles: Article, size: tuple[int, int] = (832, 700)) -> tuple[Session, ArticleView]:
        session = session_on(*articles)
        view = ArticleView(session)
        kept.append(view)
        qtbot.addWidget(view)
        view.resize(*size)
        view.show()
        session.open_article(articles[0].head.id)
        view.activateWindow()
        view.setFocus()
        qtbot.waitExposed(view)
        return session, view

    yield show
    kept.clear()
