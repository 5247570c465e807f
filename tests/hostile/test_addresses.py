"""The browser is sent nowhere but to the web, and only after saying which host that is."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from pressmark.edits.articles import DescribeArticle
from pressmark.ui.desk import Desk
from pressmark.ui.dialogs.web_address import host_of, web_address
from tests.window import action, opened

NOT_OFFERED = [
    *("javascript:alert(1)", "file:///etc/passwd", "data:text/html,<b>x</b>", "ftp://a.example/"),
    *("smb://host/share", "mailto:a@b.example", "vbscript:x", "//a.example/", "a.example", ""),
    *("https://", "https:///path", "https://www.ukrinform.net@evil.example/", "ht!tp://a.example"),
    *("C:\\windows", "https://a b.example/", "x-scheme-handler://y", "HTTPS:javascript:alert(1)"),
]


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    with opened(qtbot) as made:
        yield made


def give_address(desk: Desk, address: str) -> None:
    edit = DescribeArticle(desk.session.article_id, {"url": address})
    assert desk.session.commit("Describe article", edit) is not None


def asked(desk: Desk, monkeypatch: pytest.MonkeyPatch, button: str) -> tuple[list[str], list[str]]:
    """Press a button of the question; return what was said and where the browser was sent."""
    said: list[str] = []
    sent: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: sent.append(url.toString()))

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said.extend([box.text(), box.informativeText()])
        assert box.defaultButton().text() != "Open in browser"
        next(one for one in box.buttons() if one.text().replace("&", "") == button).click()

    QTimer.singleShot(0, answer)
    action(desk, "address").trigger()
    return said, sent


@pytest.mark.parametrize("address", NOT_OFFERED)
def test_nothing_but_the_web_is_offered(address: str) -> None:
    assert web_address(address) is None


def test_a_host_in_other_letters_is_shown_as_what_it_is() -> None:
    url = web_address("https://www.ukrinfоrm.net/rubric")  # with a Cyrillic letter
    assert url is not None
    assert host_of(url) == "www.xn--ukrinfrm-sbh.net"
    assert host_of(QUrl("https://www.ukrinform.net/x")) == "www.ukrinform.net"


def test_the_article_page_and_the_menu_offer_it_only_where_there_is_one(desk: Desk) -> None:
    desk.views.describe_article()
    button = desk.inspector.article.open_address
    for address in NOT_OFFERED:
        give_address(desk, address)
        assert not button.isVisible()
        assert not action(desk, "address").isEnabled()
    give_address(desk, "https://www.ukrinform.net/rubric")
    assert button.isVisible()
    assert action(desk, "address").isEnabled()


def test_it_is_asked_first_and_says_the_host(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    give_address(desk, "https://www.ukrinform.net/rubric?a=<b>")
    said, sent = asked(desk, monkeypatch, "Cancel")
    assert said[0] == "Open www.ukrinform.net in your browser? This contacts the site."
    assert sent == []
    _, sent = asked(desk, monkeypatch, "Open in browser")
    assert len(sent) == 1
    assert sent[0].startswith("https://www.ukrinform.net/rubric")
