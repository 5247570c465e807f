"""The label of an annotation as a button, which opens a list of the others."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPixmap
from PySide6.QtWidgets import QMenu

from pressmark.model.label_set import Label
from pressmark.ui.panels.guideline_words import guideline
from pressmark.ui.panels.inspector.line_button import LineButton
from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.theme.icons import icon_pixmap
from pressmark.ui.theme.marks import Mark
from pressmark.ui.widgets.tooltips import give_tooltip

_GLYPH = 15


class LabelChoice(LineButton):
    """Shows a label by glyph and title."""

    picked = Signal(str)
    """The id of another label."""

    def __init__(self) -> None:
        super().__init__(weight=QFont.Weight.DemiBold)
        self._label = Label(id="", title="")
        self._others: tuple[Label, ...] = ()
        self.clicked.connect(self._open)

    def show_label(self, label: Label, labels: tuple[Label, ...]) -> None:
        """Show a label; `labels` are those to pick from."""
        self._label, self._others = label, labels
        self.show_words(f"{label.title} ▾")
        words = self.tr("Label: {label}. Opens a list of others.").format(label=label.title)
        self.setAccessibleName(words)
        give_tooltip(self, *guideline(label))

    def picture(self, colour: QColor) -> QPixmap:
        """Return the label's glyph in the colour of its mark."""
        del colour
        return _glyph(self._label, self.devicePixelRatioF())

    def menu(self) -> QMenu:
        """Return a menu of the labels."""
        menu = QMenu(self)
        for label in self._others:
            glyph = QIcon(_glyph(label, self.devicePixelRatioF()))
            action = menu.addAction(glyph, label.title.replace("&", "&&"))
            action.setData(label.id)
        menu.triggered.connect(lambda action: self.picked.emit(action.data()))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _open(self) -> None:
        self.menu().popup(self.mapToGlobal(QPoint(0, self.height() + 2)))


def _glyph(label: Label, ratio: float) -> QPixmap:
    mark: Mark = current_theme().mark(label.mark or "", label.glyph)
    return icon_pixmap(mark.glyph, mark.colour, _GLYPH, ratio)
