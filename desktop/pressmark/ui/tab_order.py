"""The order in which Tab goes through widgets that come and go."""

from collections.abc import Iterator
from itertools import pairwise
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget


def order_tabs(within: QWidget) -> None:
    """Let Tab go through a widget as it stands now; Qt goes by the order of making."""
    for before, after in pairwise(_fields(within)):
        QWidget.setTabOrder(before, after)


def _fields(widget: QWidget) -> Iterator[QWidget]:
    for child in _children(widget):
        if child.isHidden():
            continue
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.focusProxy() is None:
            yield child
        yield from _fields(child)


def _children(widget: QWidget) -> list[QWidget]:
    """Return the children in the order in which they are laid out, all others behind."""
    layout = widget.layout()
    laid_out = list(_laid_out(layout)) if layout else []
    others = [one for one in widget.children() if isinstance(one, QWidget) and not one.isWindow()]
    return [*laid_out, *(one for one in others if one not in laid_out)]


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda place: cast("tuple[int, ...]", layout.getItemPosition(place)))
    for place in places:
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)
