from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pressmark.edits.annotations import MoveAnnotation
from pressmark.model.span import Span
from pressmark.ui.panels.inspector.inspector import Inspector
from pressmark.ui.session import Session

FRAGMENTS = (Span(0, 7), Span(20, 30), Span(40, 50))


@pytest.fixture
def inspector(anadolu: Session, show: Callable[..., None]) -> Inspector:
    made = Inspector(anadolu, lambda: None)
    show(made)
    return made


def test_each_of_several_fragments_can_be_taken_away(
    anadolu: Session, inspector: Inspector
) -> None:
    rows = inspector.annotation.head.fragments
    article = anadolu.article
    assert article is not None
    one = article.annotations.in_order[0]
    anadolu.activate(one.id)
    assert rows.isHidden()

    anadolu.commit("Move", MoveAnnotation(article.head.id, one.id, FRAGMENTS))
    assert len(rows.buttons) == 3
    assert article.text[slice(*FRAGMENTS[1])].strip() in rows.buttons[1].accessibleName()
    rows.buttons[1].setFocus()
    QTest.keyClick(rows.buttons[1], Qt.Key.Key_Space)
    moved = anadolu.annotation
    assert moved is not None
    assert (moved.id, moved.attributes) == (one.id, one.attributes)
    assert moved.fragments == (FRAGMENTS[0], FRAGMENTS[2])
    assert rows.buttons[1].hasFocus()

    QTest.keyClick(rows.buttons[1], Qt.Key.Key_Space)
    assert rows.isHidden()
    assert QApplication.focusWidget() is inspector.annotation.head.label
    assert anadolu.undo_title == "Remove a fragment"
