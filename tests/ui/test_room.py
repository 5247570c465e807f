"""Words have room: none is cut in the smallest window, nor where everything is twice as large."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QPushButton, QWidget

from pressmark.store.settings import TEXT_SIZES
from pressmark.ui.desk import Desk
from pressmark.ui.widgets.elided_label import ElidedLabel

SIZES = [QSize(1024, 700), QSize(720, 450)]
"""The smallest window, and what a screen of 1440 by 900 is at 200 %."""


def cut(widget: QWidget) -> Iterator[str]:
    """Yield the words in a widget that do not fit their place."""
    for one in widget.findChildren(QWidget):
        if not one.isVisible() or isinstance(one, ElidedLabel):
            continue
        if isinstance(one, QLabel) and one.text():
            width = 1 if one.wordWrap() else one.sizeHint().width()
            height = one.heightForWidth(one.width()) if one.wordWrap() else one.sizeHint().height()
            if one.width() < width or one.height() < height:
                yield f"{one.text()}: {one.size().toTuple()}, not {(width, height)}"
        elif isinstance(one, QPushButton | QCheckBox) and one.width() < one.sizeHint().width():
            yield f"{one.text()}: {one.width()}, not {one.sizeHint().width()}"


def outside(window: QWidget) -> Iterator[str]:
    """Yield the buttons that stand beyond the edges of the window."""
    for one in window.findChildren(QAbstractButton):
        right = one.mapTo(window, one.rect().bottomRight()).x()
        if one.isVisible() and right > window.width():
            yield f"{one.accessibleName() or one.text()}: {right}"


@pytest.mark.parametrize("size", SIZES, ids=["small", "twice"])
@pytest.mark.parametrize("dock", ["", "find", "history", "relations"])
def test_no_words_of_the_window_are_cut(desk: Desk, size: QSize, dock: str) -> None:
    desk.preferences.choose(text_size=TEXT_SIZES[-1])
    desk.window.setMinimumSize(size)
    desk.window.resize(size)
    article = desk.session.article
    assert article is not None
    if dock:
        desk.docks.open(dock)
    for annotation_id in ("", article.annotations.in_order[0].id):
        desk.session.activate(annotation_id)
        QApplication.processEvents()
        assert desk.window.size() == size
        assert [*cut(desk.window), *outside(desk.window)] == []
