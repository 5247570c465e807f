from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pressmark.model.article import ArticleLink
from pressmark.ui.panels.inspector.article_page import ArticlePage
from pressmark.ui.panels.inspector.small_button import SmallButton
from pressmark.ui.session import Session
from tests.ui.panels.in_memory import article, hear, project_of, session_on

TEXT = " ".join(f"word{at}" for at in range(60))


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    del qtbot
    made = session_on(
        project_of(
            article("a", text=TEXT, title="Ten nations condemn", source="Ukrinform"),
            article("b", text=TEXT + " and more", title="The same again", source="Anadolu"),
            article("c", text="Quite another thing. " * 30, title="Unlike", source="Yonhap"),
        )
    )
    made.open_article("a")
    return made


@pytest.fixture
def page(session: Session, show: Callable[..., None]) -> ArticlePage:
    made = ArticlePage(session)

    def refresh() -> None:
        assert session.article is not None
        made.show_article(session.article)

    session.articles_changed.connect(refresh)
    session.article_opened.connect(refresh)
    refresh()
    show(made)
    return made


def links(session: Session, article_id: str) -> tuple[ArticleLink, ...]:
    return session.project.articles[article_id].head.links


def test_an_article_is_linked_by_the_keys_alone(
    session: Session, page: ArticlePage, qtbot: QtBot
) -> None:
    linking = page.linking
    linking.add.setFocus()
    QTest.keyClick(linking.add, Qt.Key.Key_Space)
    form = linking.form
    assert form.filter.hasFocus()
    qtbot.waitUntil(lambda: form.rows.rowCount() == 2)
    form.kind.setCurrentText("Translation of")
    QTest.keyClicks(form.filter, "yonhap")
    qtbot.waitUntil(lambda: form.rows.rowCount() == 1)
    QTest.keyClick(form.filter, Qt.Key.Key_Return)
    assert links(session, "a") == (ArticleLink(type="translation-of", to="c"),)
    assert session.undo_title == "Link article"
    assert not form.isVisible()
    assert linking.add.hasFocus()
    assert page.links.isVisible()
    session.undo()
    assert links(session, "a") == ()
    assert not page.links.isVisible()


def test_esc_links_nothing(session: Session, page: ArticlePage) -> None:
    page.linking.add.click()
    QTest.keyClick(page.linking.form.filter, Qt.Key.Key_Escape)
    assert not page.linking.form.isVisible()
    assert session.undo_title is None


def test_a_link_is_removed_from_either_end(
    session: Session, page: ArticlePage, qtbot: QtBot
) -> None:
    page.linking.form.link_made.emit(ArticleLink(type="reprint-of", to="b"))
    page.linking.form.link_made.emit(ArticleLink(type="reprint-of", to="b"))  # never twice
    assert len(links(session, "a")) == 1
    session.open_article("b")

    def shown() -> list[SmallButton]:
        return [one for one in page.links.findChildren(SmallButton) if one.isVisible()]

    qtbot.waitUntil(lambda: len(shown()) == 1)
    qtbot.mouseClick(shown()[0], Qt.MouseButton.LeftButton)
    assert links(session, "a") == ()
    assert session.undo_title == "Remove link"


def test_an_article_of_nearly_the_same_words_is_proposed(
    session: Session, page: ArticlePage, qtbot: QtBot
) -> None:
    linking = page.linking
    qtbot.waitUntil(lambda: linking.proposed == "b")
    compared = hear(linking.compare_asked)
    linking.compare.click()
    assert compared == [("b", "a")]
    linking.link.click()
    assert links(session, "a") == (ArticleLink(type="reprint-of", to="b"),)
    assert linking.proposed == ""
    session.undo()
    assert linking.proposed == "b"
    linking.decline.click()
    assert linking.proposed == ""
    session.open_article("c")
    qtbot.waitUntil(lambda: not linking._rest.isActive() and not linking._alike.is_searching)
    assert linking.proposed == ""
