"""The order in which Tab goes through widgets that come and go: as they stand."""

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QLayout, QSplitter, QWidget


def step_focus(within: QWidget, is_forth: bool) -> bool:  # noqa: FBT001 -- as Qt calls for it
    """Give the focus to the next field, or the one before; say whether there was one."""
    field = neighbour(within, within.focusWidget(), forth=is_forth)
    if field is None:
        return False
    within.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    reason = Qt.FocusReason.TabFocusReason if is_forth else Qt.FocusReason.BacktabFocusReason
    field.setFocus(reason)
    return True


def neighbour(within: QWidget, field: QWidget | None, *, forth: bool) -> QWidget | None:
    """Return the field after another, or before it; None for what takes no Tab."""
    fields = list(_fields(within))
    if field not in fields:
        return None
    return fields[(fields.index(field) + (1 if forth else -1)) % len(fields)]


def _fields(widget: QWidget) -> Iterator[QWidget]:
    for child in _children(widget):
        if child.isHidden() or not child.isEnabled():
            continue
        if _takes_tab(child):
            yield child
        yield from _fields(child)


def _takes_tab(widget: QWidget) -> bool:
    """Say whether Tab stops here; of radio buttons it does so at the one that is chosen."""
    if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or widget.focusProxy() is not None:
        return False
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is None or not group.exclusive() or group.checkedButton() in (None, widget)


def _children(widget: QWidget) -> list[QWidget]:
    """Return the children in the order in which they are laid out, all others behind."""
    layout = widget.layout()
    laid_out = list(_laid_out(layout)) if layout else []
    if isinstance(widget, QSplitter):  # its children stand in the order in which they were shown
        panes = (widget.widget(at) for at in range(widget.count()))
        laid_out = [pane for pane in panes if pane is not None]
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
