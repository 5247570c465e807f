"""A small picture in a colour of the theme: an icon, or the glyph of a label."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pressmark.model.label_set import Label
from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.theme.icons import icon_pixmap


class ThemedIcon(QWidget):
    """An icon by name, in the colour that `colour` names; decoration unless it gets a name."""

    def __init__(
        self, name: str, colour: str = "muted", size: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._colour, self._size = name, colour, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, colour: str = "muted") -> None:
        """Show another icon."""
        self._name, self._colour = name, colour
        self.update()

    def sizeHint(self) -> QSize:
        """Be a square of the size of the icon."""
        return QSize(self._size, self._size)

    def minimumSizeHint(self) -> QSize:
        """Never be smaller than the icon."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon in the middle."""
        del event
        name, colour = self._picture()
        pixmap = icon_pixmap(name, colour, self._size, self.devicePixelRatioF())
        corner = QPointF(self.width() - self._size, self.height() - self._size) / 2
        QPainter(self).drawPixmap(corner, pixmap)

    def _picture(self) -> tuple[str, QColor]:
        colours = current_theme().colours
        colour = getattr(colours, self._colour) if self.isEnabled() else colours.faint
        return self._name, colour


class Glyph(ThemedIcon):
    """The glyph of a label in the colour of its mark, named by the label's title."""

    def __init__(self, label: Label, size: int = 14, parent: QWidget | None = None) -> None:
        super().__init__("", size=size, parent=parent)
        self.show_label(label)

    def show_label(self, label: Label) -> None:
        """Show another label's glyph."""
        self._label = label
        self.setAccessibleName(label.title)
        self.update()

    def _picture(self) -> tuple[str, QColor]:
        theme = current_theme()
        mark = theme.mark(self._label.mark or "", self._label.glyph)
        return mark.glyph, mark.colour if self.isEnabled() else theme.colours.faint
