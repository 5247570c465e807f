from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent

from pressmark.edits.amending import amending, amendment
from pressmark.edits.articles import ReplaceHead
from pressmark.model.article import ArticleLink
from pressmark.ui.panels.inspector.article_links import ArticleLinks
from pressmark.ui.panels.inspector.line_button import LineButton
from pressmark.ui.session import Session
from pressmark.ui.widgets.plain_label import PlainLabel
from tests.amended import STAMP, read
from tests.ui.panels.conftest import Show
from tests.ui.panels.in_memory import ANADOLU, UKRINFORM


def settle() -> None:
    """Let go what was taken away, and show what came."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def words(links: ArticleLinks) -> list[str]:
    settle()
    return [label.text() for label in links.findChildren(PlainLabel) if label.isVisible()]


def buttons(links: ArticleLinks) -> dict[str, LineButton]:
    settle()
    return {one.words: one for one in links.findChildren(LineButton) if one.isVisible()}


def amend(session: Session, text: str, way: str) -> str:
    planned = amendment(
        session.project, UKRINFORM, read(text), "version" if way == "version" else "correction"
    )
    session.commit("Amend", *amending(session.project, planned, STAMP))
    return planned.later.head.id


def test_an_article_without_links_has_nothing_to_say(session: Session, show: Show) -> None:
    links = ArticleLinks(session)
    show(links)
    links.show_article(UKRINFORM)
    assert not links.isVisible()


def test_a_corrected_text_says_what_stayed_and_leads_there(session: Session, show: Show) -> None:
    later = amend(session, "An entirely different text.", "correction")
    links = ArticleLinks(session)
    show(links)
    links.show_article(later)
    assert words(links) == ["Corrected from an earlier text · 12 annotations stay with it"]
    asked: list[tuple[str, ...]] = []
    links.compare_asked.connect(lambda *ids: asked.append(ids))
    links.back_asked.connect(lambda earlier: asked.append((earlier,)))
    for one in buttons(links).values():
        one.click()
    assert asked == [(UKRINFORM, later), (UKRINFORM,)]
    assert session.article_id == UKRINFORM
    links.show_article(UKRINFORM)
    assert words(links) == ["This is an earlier text; it was corrected"]
    assert "Go back…" not in buttons(links)


def test_versions_and_reprints_are_named_from_both_ends(session: Session, show: Show) -> None:
    later = amend(session, "What was published later.", "version")
    head = session.project.articles[ANADOLU].head
    reprint = ArticleLink(type="reprint-of", to=UKRINFORM)
    gone = ArticleLink(type="reprint-of", to="gone")
    session.commit("Link", ReplaceHead(replace(head, links=(reprint, gone))))
    links = ArticleLinks(session)
    show(links)
    title = "Ten countries, EU condemn defense cooperation between North Korea, Russia"
    links.show_article(later)
    assert words(links) == [f"New version of “{title}”"]
    links.show_article(ANADOLU)
    assert words(links) == [f"Reprint of “{title}”"]
    links.show_article(UKRINFORM)
    assert words(links) == [f"There is a newer version: “{title}”", "Reprinted: “Anadolu”"]
