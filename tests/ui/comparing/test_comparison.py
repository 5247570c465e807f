import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pressmark.edits.comparison import compared
from pressmark.model.article import Article, ArticleHead
from pressmark.model.span import Span
from pressmark.ui.comparing.comparison import Compared, Comparison
from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.widgets.plain_label import PlainLabel

PARAGRAPH = "The ministry said on Monday that the depot was empty, and that nobody had asked. "
OLD = "\n\n".join(f"{number}. {PARAGRAPH * 3}" for number in range(40))
NEW = OLD.replace("empty", "full", 1).replace(f"20. {PARAGRAPH * 3}\n\n", "") + " שלום 👩‍👩‍👧"


@pytest.fixture
def comparison(qtbot: QtBot) -> Comparison:
    widget = Comparison("Text so far", "Corrected text")
    qtbot.addWidget(widget)
    widget.resize(900, 500)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    articles = [Article(ArticleHead(id=name), text) for name, text in (("o", OLD), ("n", NEW))]
    widget.show_compared(Compared(articles[0], articles[1], compared(OLD, NEW)))
    return widget


def told(comparison: Comparison) -> str:
    return next(
        label.text() for label in comparison.findChildren(PlainLabel) if "ifference" in label.text()
    )


def seen(comparison: Comparison, side: str) -> str:
    text = comparison.old if side == "old" else comparison.new
    at = text.offset_at_height(text.verticalScrollBar().value() + text.viewport().height() / 3)
    return text.text[at : at + 20]


def test_keys_lead_from_difference_to_difference_and_round(comparison: Comparison) -> None:
    assert told(comparison) == "3 differences"
    texts = [one.old for one in comparison.differences]
    assert OLD[slice(*texts[0])] == "empty"
    for key, at in (("N", 1), ("N", 2), ("N", 3), ("N", 1), ("P", 3)):
        QTest.keyClick(comparison.old, getattr(Qt.Key, f"Key_{key}"))
        assert told(comparison) == f"Difference {at} of 3"
    QTest.keyClick(comparison.old, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert told(comparison) == "Difference 2 of 3"
    assert seen(comparison, "old").startswith("20. ")
    assert seen(comparison, "new").startswith("21. ")


def test_both_texts_are_scrolled_together(comparison: Comparison) -> None:
    old, new = comparison.old.verticalScrollBar(), comparison.new.verticalScrollBar()
    old.setValue(round(comparison.old.height_of(OLD.index("30. "))))
    assert abs(comparison.new.height_of(NEW.index("30. ")) - new.value()) <= 1
    new.setValue(round(comparison.new.height_of(NEW.index("10. "))))
    assert abs(comparison.old.height_of(OLD.index("10. ")) - old.value()) <= 1
    old.setValue(old.maximum())
    assert new.value() == new.maximum()
    new.setValue(0)
    assert old.value() == 0


def test_an_annotation_is_shown_in_both_texts(comparison: Comparison) -> None:
    at, there = OLD.index("35. "), NEW.index("35. ")
    comparison.show_spans((Span(at, at + 3),), (Span(there, there + 3),))
    assert seen(comparison, "old").startswith("35. ")
    assert seen(comparison, "new").startswith("35. ")
    cut = OLD.index("20. ")
    comparison.show_spans((Span(cut, cut + 3),), ())
    assert seen(comparison, "new").startswith(("19. ", "21. "))


def test_differences_are_struck_through_and_underlined(comparison: Comparison) -> None:
    comparison.step(1)
    colours = current_theme().colours
    for text, colour in ((comparison.old, colours.danger), (comparison.new, colours.good)):
        image = text.viewport().grab().toImage()
        found = [
            (x, y)
            for x in range(image.width())
            for y in range(image.height())
            if is_near(image.pixelColor(x, y), colour)
        ]
        assert max(x for x, _ in found) - min(x for x, _ in found) > 20


def is_near(one: QColor, other: QColor) -> bool:
    parts = zip(one.getRgb(), other.getRgb(), strict=True)
    return sum(abs(int(a) - int(b)) for a, b in parts) < 12


def test_texts_that_are_the_same_have_nowhere_to_go(comparison: Comparison) -> None:
    article = Article(ArticleHead(id="a"), OLD)
    comparison.show_compared(Compared(article, article, compared(OLD, OLD)))
    comparison.step(1)
    assert told(comparison) == "No differences"
