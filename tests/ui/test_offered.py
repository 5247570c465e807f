"""What a clipboard or a drop is taken for."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl

from pressmark.ui.offered import Offered, offered_by

PARAGRAPHS = "<p>One.</p><p>Two.</p>"


def offered(text: str = "", html: str = "", *urls: str) -> QMimeData:
    made = QMimeData()
    if text:
        made.setText(text)
    if html:
        made.setHtml(html)
    if urls:
        made.setUrls([QUrl(one) for one in urls])
    return made


def test_files_come_before_all_else() -> None:
    found = offered_by(offered("words", PARAGRAPHS, "file:///a/b.txt", "https://example.org/"))
    assert found == Offered(paths=(Path("/a/b.txt"),))


@pytest.mark.parametrize(
    "what",
    [
        offered(" https://example.org/news/1 \n"),
        offered("", "", "https://example.org/news/1"),
        offered(
            "A link", "<a href='https://example.org/news/1'>x</a>", "https://example.org/news/1"
        ),
    ],
)
def test_an_address_alone_is_an_address(what: QMimeData) -> None:
    assert offered_by(what) == Offered(address="https://example.org/news/1")


@pytest.mark.parametrize("text", ["See https://example.org/ for more", "ftp://example.org/", "a.b"])
def test_words_with_an_address_are_words(text: str) -> None:
    assert offered_by(offered(text)) == Offered(text=text)


def test_words_come_as_they_are_unless_they_lost_their_paragraphs() -> None:
    assert offered_by(offered("One.\n\nTwo.", PARAGRAPHS)) == Offered(text="One.\n\nTwo.")
    assert offered_by(offered("One.", "<b>One.</b>")) == Offered(text="One.")
    assert offered_by(offered("One. Two.", PARAGRAPHS)).html
    assert offered_by(offered("", "<b>One.</b>")).html
    assert offered_by(offered()) == Offered()
