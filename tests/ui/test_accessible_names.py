"""What those hear who listen to the window: plain words, and fields by their names."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from pressmark.edits.frame import RenameProject
from pressmark.ui.desk import Desk

_Text = QAccessible.Text


def spoken(widget: QWidget, part: _Text) -> str:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found.text(part)


def seen(desk: Desk) -> list[QWidget]:
    QApplication.processEvents()
    return [one for one in desk.window.findChildren(QWidget) if one.isVisible()]


def label_of(widget: QWidget) -> list[str]:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return [
        other.text(_Text.Name)
        for other, kind in found.relations()
        if kind & QAccessible.RelationFlag.Label
    ]


def test_nothing_is_spoken_with_its_markup(desk: Desk) -> None:
    article = desk.session.article
    assert article is not None
    desk.session.commit("Rename project", RenameProject("x" * 200))  # cut, and told in a tooltip
    for annotation_id in ("", *article.annotations.ids()):
        desk.session.activate(annotation_id)
        for widget in seen(desk):
            told = spoken(widget, _Text.Name) + spoken(widget, _Text.Description)
            assert "<" not in told, type(widget).__name__


def test_every_list_to_choose_from_is_known_by_the_name_of_its_field(desk: Desk) -> None:
    article = desk.session.article
    assert article is not None
    names = set()
    for annotation_id in ("", *article.annotations.ids()):
        desk.session.activate(annotation_id)
        for widget in seen(desk):
            if isinstance(widget, QComboBox):
                assert label_of(widget) == [widget.accessibleName()]
                names.add(widget.accessibleName())
    assert {"State", "Source grade", "Form"} <= names


MEANT_FOR_NOBODY = {QAccessible.Role.Client, QAccessible.Role.NoRole, QAccessible.Role.Grouping}
"""Roles that say nothing of what something is for."""


@pytest.mark.parametrize("dock", ["", "find", "history", "relations"])
def test_whatever_takes_the_focus_has_a_name_and_says_what_it_is(desk: Desk, dock: str) -> None:
    article = desk.session.article
    assert article is not None
    desk.session.activate(article.annotations.in_order[0].id)
    form = desk.inspector.annotation.form
    assert form is not None
    form.disclosure.turn(is_open=True)
    if dock:
        desk.docks.open(dock)
    mute = []
    for widget in seen(desk):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
            found = QAccessible.queryAccessibleInterface(widget)
            if not spoken(widget, _Text.Name) or found.role() in MEANT_FOR_NOBODY:
                mute.append(f"{type(widget).__name__} {spoken(widget, _Text.Name)}: {found.role()}")
    assert mute == []


def test_the_rows_of_lists_are_spoken(desk: Desk) -> None:
    for panel in (desk.article_list, desk.annotation_list):
        rows = QAccessible.queryAccessibleInterface(panel.view)
        assert rows.childCount() > 1
        for at in range(rows.childCount()):
            child = rows.child(at)
            assert child is not None
            assert child.text(_Text.Name), type(panel).__name__
