"""What a person does at a view: points, drags, clicks, presses keys."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from pressmark.model.annotation import Annotation
from pressmark.model.span import Span
from pressmark.ui.reading.article_view import ArticleView
from pressmark.ui.session import Session

TEXT = (
    'The EU said: "Ukraine\'s co-operation with the U.S. goes on." It denied the rest of it all.\n'
    "A second paragraph stands here, \U0001f1fa\U0001f1e6 with a flag and e\u0301 in it."
)
LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def place(view: ArticleView, offset: int) -> QPoint:
    """Return a point in the viewport just right of where the character at `offset` begins."""
    box = view.boxes(Span(offset, offset + 1))[0]
    return QPoint(int(box.left()) + 2, int(box.center().y()))


def drag(
    view: ArticleView, start: int, end: int, modifier: Qt.KeyboardModifier | None = None
) -> None:
    held = modifier or Qt.KeyboardModifier.NoModifier
    begin, finish = place(view, start), place(view, end)
    QTest.mousePress(view.viewport(), LEFT, held, begin)
    QTest.mouseMove(view.viewport(), (begin + finish) / 2)
    QTest.mouseMove(view.viewport(), finish)
    QTest.mouseRelease(view.viewport(), LEFT, held, finish)


def click(view: ArticleView, offset: int) -> None:
    QTest.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place(view, offset))


def press(view: ArticleView, *pressed: Qt.Key, with_: Qt.KeyboardModifier | None = None) -> None:
    for key in pressed:
        QTest.keyClick(view, key, with_ or Qt.KeyboardModifier.NoModifier)


def selected_words(view: ArticleView) -> str:
    span = view.selected()
    return view.text[slice(*span)] if span else ""


def only(session: Session) -> Annotation:
    assert session.article
    (one,) = session.article.annotations
    return one
