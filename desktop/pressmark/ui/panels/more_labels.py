"""The labels for which the label bar has no room."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QToolButton

from pressmark.model.label_set import Label
from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.theme.marks import glyph_pixmap
from pressmark.ui.widgets.tooltips import give_tooltip
from pressmark.ui.words import counted
from pressmark.ui.words import phrase as _t

_GLYPH = 15


class MoreLabels(QToolButton):
    """Says how many they are, and offers them in a menu; hidden while there are none."""

    picked = Signal(str)
    """The id of the label that was chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._labels: tuple[Label, ...] = ()
        self.clicked.connect(self._offer)
        self.hide()

    def show_labels(self, labels: Sequence[Label]) -> None:
        """Stand for these labels."""
        self._labels = tuple(labels)
        words = counted(_t("{n} more label"), _t("{n} more labels"), len(labels))
        self.setText(f"+{len(labels)}")
        self.setAccessibleName(words)
        give_tooltip(self, words, ", ".join(one.title for one in labels))
        self.setVisible(bool(labels))

    def _offer(self) -> None:
        menu = QMenu(self)
        theme = current_theme()
        for label in self._labels:
            mark = theme.mark(label.mark or "", label.glyph)
            words = label.title.replace("&", "&&")
            row = menu.addAction(QIcon(glyph_pixmap(mark, _GLYPH, self.devicePixelRatioF())), words)
            row.triggered.connect(lambda _on, one=label.id: self.picked.emit(one))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
