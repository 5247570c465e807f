"""What one overlooks is seen, and neither offsets nor what is copied know of it."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip

from pressmark.model.span import Span
from pressmark.ui.reading.article_view import ArticleView
from pressmark.ui.reading.overlooked import overlooked_words
from tests.ui.reading.conftest import Reader
from tests.ui.reading.desk import article

PLAIN = "Hidden and evil, says law No. 2849-X of March"
UNSEEN = {
    "soft hyphen": "\u00ad",
    "zero width space": "\u200b",
    "right-to-left mark": "\u200f",
    "left-to-right override": "\u202d",
    "first strong isolate": "\u2068",
    "zero width no-break space": "\ufeff",
}


def picture(view: ArticleView) -> QImage:
    view.viewport().setFocus()
    return view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def changed(before: QImage, after: QImage, left: float, right: float) -> int:
    """Count the px that differ, in the columns between two places."""
    return sum(
        before.pixel(x, y) != after.pixel(x, y)
        for x in range(max(0, round(left)), round(right))
        for y in range(before.height())
    )


@pytest.mark.parametrize("name", UNSEEN)
def test_a_character_without_a_shape_is_marked_where_it_stands(read: Reader, name: str) -> None:
    _, plain = read(article(PLAIN))
    before = picture(plain)
    _, view = read(article(f"{PLAIN[:3]}{UNSEEN[name]}{PLAIN[3:]}"))
    assert view.sheet
    line = view.sheet.geometry.line_of(3)
    x = view.sheet.geometry.x_of(line, 3)
    assert changed(before, picture(view), x - 4, x + 5) > 10
    assert overlooked_words(view.sheet, 3).lower().startswith(f"invisible: {name}")


def test_a_letter_of_another_alphabet_stands_in_a_box(read: Reader) -> None:
    _, plain = read(article(PLAIN))
    before = picture(plain)
    text = PLAIN.replace("-X", "-Х")
    _, view = read(article(text))
    assert view.sheet
    at = text.index("Х")
    line = view.sheet.geometry.line_of(at)
    ((_, right),) = view.sheet.geometry.extents(line, Span(at, at + 1))
    assert changed(before, picture(view), right - 1, right + 3) > 5
    assert overlooked_words(view.sheet, at) == "Cyrillic capital letter ha (U+0425)"
    assert overlooked_words(view.sheet, 2) == ""


def test_offsets_and_copies_are_those_of_the_text(read: Reader) -> None:
    text = "One \u202etwo\u202c th\u00adree \ufeff2849-Х\n\nand\u200b more"
    _, view = read(article(text))
    for offset in range(len(text) + 1):
        view.set_caret(offset)
        assert view.caret() == offset or text[offset - 1 : offset + 1] == "\n\n"
    view.select(0, len(text))
    assert view.createMimeDataFromSelection().text() == text
    assert not view.createMimeDataFromSelection().hasHtml()


def test_the_pointer_is_told_what_it_is(read: Reader) -> None:
    _, view = read(article("No. 2849-Х of March"))
    assert view.sheet
    line = view.sheet.geometry.line_of(9)
    place = QPointF(view.sheet.geometry.x_of(line, 9) + 3, line.baseline - 3).toPoint()
    place -= view._origin
    help_event = QHelpEvent(QHelpEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), help_event)
    assert QToolTip.text() == "Cyrillic capital letter ha (U+0425)"
    QToolTip.hideText()
