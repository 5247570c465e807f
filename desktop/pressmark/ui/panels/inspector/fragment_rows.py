"""The fragments of an annotation, each with a button that takes it away."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from pressmark.model.annotation import Annotation
from pressmark.ui.panels.inspector.small_button import SmallButton
from pressmark.ui.panels.words import one_line
from pressmark.ui.theme.fonts import article_font
from pressmark.ui.widgets.plain_label import PlainLabel

_LONGEST = 160
"""Code points of a fragment that are shown; the whole stands in the article."""


class FragmentRows(QWidget):
    """A row for each of several fragments; hidden for an annotation that has but one."""

    removal_asked = Signal(int)
    """The number of the fragment that is to be taken away."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Fragments"))
        self._texts: tuple[str, ...] = ()
        self.buttons: list[SmallButton] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)

    def show_annotation(self, annotation: Annotation) -> None:
        """Show the fragments of an annotation; the focus stays at the row it was in."""
        texts = annotation.text if len(annotation.text) > 1 else ()
        if texts != self._texts:
            held = next((at for at, one in enumerate(self.buttons) if one.hasFocus()), None)
            self._texts = texts
            self._clear()
            for row, text in enumerate(texts):
                self._add_row(row, one_line(text))
            if held is not None and texts:
                heir = self.buttons[min(held, len(texts) - 1)]
                heir.show()  # what is not shown yet takes no focus
                heir.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setVisible(bool(texts))

    def _add_row(self, row: int, text: str) -> None:
        shown = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
        words = PlainLabel(shown)
        words.setFont(article_font(15))
        words.setWordWrap(True)
        button = SmallButton("x", self.tr("Take this fragment away"), of=shown)
        button.clicked.connect(partial(self.removal_asked.emit, row))
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(PlainLabel(str(row + 1), role="small"), row, 0, top)
        self._grid.addWidget(words, row, 1)
        self._grid.addWidget(button, row, 2, top)
        self.buttons.append(button)

    def _clear(self) -> None:
        self.buttons.clear()
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
