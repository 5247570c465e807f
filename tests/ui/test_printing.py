from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QImage, QPainter, QPdfWriter

from pressmark.model.article import Article, ArticleHead
from pressmark.ui.desk import Desk
from pressmark.ui.printed_article import PrintedArticle
from pressmark.ui.theme.themes import load_theme

A4 = QSizeF(700, 1000)


def test_an_article_goes_into_a_pdf(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "article.pdf"
    writer = QPdfWriter(str(path))
    desk.printing.print_on(writer)
    del writer
    assert path.read_bytes().startswith(b"%PDF")


def test_marks_are_printed_in_the_light_theme_even_at_night(desk: Desk) -> None:
    desk.looks.choose_theme("dark")
    article = desk.session.article
    assert article is not None
    image = QImage(A4.toSize(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    PrintedArticle(desk.session.project, article, A4).paint(painter, 0)
    painter.end()
    colours = {image.pixel(x, y) for x in range(700) for y in range(1000)}
    marks = load_theme("light").marks
    assert {marks[label].wash.rgb() for label in ("claim", "quote")} <= colours


def test_long_articles_are_broken_between_lines(desk: Desk) -> None:
    text = "\n".join(f"Line {number} of a long article." for number in range(200))
    article = Article(ArticleHead(id="long", title="A long one"), text)
    printed = PrintedArticle(desk.session.project, article, A4)
    assert printed.count > 4
    tops = printed.tops
    assert all(1 <= below - above <= A4.height() for above, below in pairwise(tops))


def test_an_empty_article_is_one_page(desk: Desk) -> None:
    printed = PrintedArticle(desk.session.project, Article(ArticleHead(id="none"), ""), A4)
    assert printed.count == 1


def test_every_page_says_which_line_is_which_label(desk: Desk) -> None:
    text = "\n".join(f"Line {number} of a long article." for number in range(200))
    printed = PrintedArticle(desk.session.project, Article(ArticleHead(id="long"), text), A4)
    colours = {mark.colour.rgb() for mark in load_theme("light").marks.values()}
    for number in range(printed.count):
        image = QImage(A4.toSize(), QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        printed.paint(painter, number)
        painter.end()
        seen = {image.pixel(x, y) for x in range(700) for y in range(1000)}
        assert len(seen & colours) >= len(desk.session.project.label_set.labels)
