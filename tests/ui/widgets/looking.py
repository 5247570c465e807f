"""What a widget shows, to the eye and to a screen reader."""

from collections import Counter

from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QWidget


def grabbed(widget: QWidget) -> QImage:
    """Return the pixels of a widget of the size it wishes for."""
    widget.resize(widget.sizeHint().expandedTo(widget.size()))
    return widget.grab().toImage()


def colours(image: QImage) -> Counter[str]:
    """Return how many pixels there are of each colour."""
    every = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return Counter(image.pixelColor(x, y).name() for x, y in every)


def columns(image: QImage, colour: QColor) -> list[int]:
    """Return the x of the pixel columns in which a colour occurs."""
    name = colour.name()
    height = range(image.height())
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y).name() == name for y in height)
    ]


def role(widget: QWidget) -> QAccessible.Role:
    """Return what a screen reader takes the widget for."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.role()


def spoken(widget: QWidget, text: QAccessible.Text = QAccessible.Text.Name) -> str:
    """Return what a screen reader says of the widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(text)
