"""Whatever has the focus looks otherwise than without it, in both themes."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pressmark.ui.desk import Desk
from pressmark.ui.tab_order import neighbour

_RING = 3
"""Pixels round a field in which its ring may be."""


def stops(desk: Desk) -> list[QWidget]:
    """Return everything that Tab goes through, beginning with the article."""
    found: list[QWidget] = []
    field: QWidget | None = desk.view
    while field is not None and field not in found:
        found.append(field)
        field = neighbour(desk.window, field, forth=True)
    return found


def picture(desk: Desk, field: QWidget) -> QImage:
    place = QRect(field.mapTo(desk.window, field.rect().topLeft()), field.size())
    around = place.adjusted(-_RING, -_RING, _RING, _RING)
    return desk.window.grab(around).toImage()


@pytest.fixture(autouse=True)
def _steady_caret(qapp: QApplication) -> None:
    qapp.setCursorFlashTime(0)


def unseen(desk: Desk, fields: list[QWidget]) -> list[str]:
    """Return the fields that look the same with the focus and without."""
    same = []
    for field in fields:
        field.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()  # it is scrolled into sight
        assert field.hasFocus(), field.accessibleName()
        focused = picture(desk, field)
        field.clearFocus()
        if picture(desk, field) == focused:
            same.append(f"{type(field).__name__}: {field.accessibleName()}")
    return same


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_focus_is_seen_wherever_tab_goes(desk: Desk, qtbot: QtBot, theme: str) -> None:
    desk.looks.choose_theme(theme)
    article = desk.session.article
    assert article is not None
    desk.session.activate(article.annotations.in_order[0].id)
    form = desk.inspector.annotation.form
    assert form is not None
    form.disclosure.turn(is_open=True)
    QApplication.processEvents()
    with qtbot.waitActive(desk.window):
        desk.window.activateWindow()
    seen = stops(desk)
    assert unseen(desk, seen) == []
    for dock in ("find", "history", "relations"):
        desk.docks.open(dock)
        added = [field for field in stops(desk) if field not in seen]
        assert added
        assert unseen(desk, added) == []
