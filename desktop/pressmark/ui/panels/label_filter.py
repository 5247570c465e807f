"""Small buttons that show only some labels."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from pressmark.model.label_set import Label
from pressmark.ui.theme.appearance import appearance, current_theme
from pressmark.ui.theme.marks import glyph_pixmap
from pressmark.ui.widgets.tooltips import give_tooltip

_GLYPH = 15


class LabelFilter(QWidget):
    """A button with the glyph of each label; while none is pressed, all labels are shown."""

    changed = Signal()
    """Other labels are to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self._labels: tuple[Label, ...] = ()
        self._buttons: list[QToolButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(1)
        appearance().theme_changed.connect(self._tint)

    @property
    def picked(self) -> frozenset[str]:
        """The ids of the labels to be shown; all, where there are none."""
        pairs = zip(self._labels, self._buttons, strict=True)
        return frozenset(label.id for label, button in pairs if button.isChecked())

    def button(self, label_id: str) -> QToolButton:
        """Return the button of a label (KeyError where there is none)."""
        pairs = zip(self._labels, self._buttons, strict=True)
        return {label.id: button for label, button in pairs}[label_id]

    def show_all(self) -> None:
        """Show all labels, without saying so."""
        for button in self._buttons:
            button.setChecked(False)

    def offer(self, labels: tuple[Label, ...]) -> None:
        """Offer these labels; those that were picked and are still there stay so."""
        if labels == self._labels:
            return
        before = self.picked
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._labels = labels
        self._buttons = [self._button(label, is_picked=label.id in before) for label in labels]
        for button in self._buttons:
            self._row.addWidget(button)
        self._tint()
        if self.picked != before:
            self.changed.emit()

    def _button(self, label: Label, *, is_picked: bool) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setChecked(is_picked)
        button.setIconSize(QSize(_GLYPH, _GLYPH))
        words = self.tr("Show only: {label}").format(label=label.title)
        button.setAccessibleName(words)
        give_tooltip(button, words)
        button.clicked.connect(self.changed)
        return button

    def _tint(self) -> None:
        theme = current_theme()
        for label, button in zip(self._labels, self._buttons, strict=True):
            mark = theme.mark(label.mark or "", label.glyph)
            button.setIcon(QIcon(glyph_pixmap(mark, _GLYPH, button.devicePixelRatioF())))
