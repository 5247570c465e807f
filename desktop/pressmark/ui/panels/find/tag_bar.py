"""What can be done with all that is ticked: tagged with one label, or linked, in one step."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QWidget

from pressmark.model.label_set import Label
from pressmark.ui.widgets.label_button import LabelButton
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.words import counted
from pressmark.ui.words import phrase as _t


class TagBar(QWidget):
    """How many are ticked, a button for each label, and one to link what says the same."""

    all_ticked = Signal(bool)
    """Everything shall be ticked, or nothing."""
    label_picked = Signal(str)
    """The id of the label to tag with."""
    link_asked = Signal()
    """What is ticked shall be linked as the same statement."""

    def __init__(self) -> None:
        super().__init__()
        self._buttons: list[LabelButton] = []
        self.everything = QCheckBox(self.tr("All"))
        self.everything.clicked.connect(self.all_ticked)
        self._count = PlainLabel(role="heading")
        self._words = PlainLabel(self.tr("Tag all as"), "muted")
        self._step = PlainLabel(self.tr("one undo step"), "muted")
        self.link = QPushButton(self.tr("Link as same statement"))
        self.link.clicked.connect(self.link_asked)
        self.link.hide()
        self._labels = QHBoxLayout()
        self._labels.setSpacing(8)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(10)
        row.addWidget(self.everything)
        row.addWidget(self._count)
        row.addStretch()
        row.addWidget(self.link)
        row.addWidget(self._words)
        row.addLayout(self._labels)
        row.addWidget(self._step)

    def buttons(self) -> tuple[LabelButton, ...]:
        """Return the buttons of the labels, in the order of the label set."""
        return tuple(self._buttons)

    def offer(self, labels: tuple[Label, ...]) -> None:
        """Offer to tag with these labels."""
        for button in self._buttons:
            self._labels.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [LabelButton(label) for label in labels]
        for button in self._buttons:
            button.clicked.connect(
                lambda _on=False, one=button: self.label_picked.emit(one.label_id)
            )
            self._labels.addWidget(button)

    def show_ticks(self, ticked: int, total: int, *, writable: bool) -> None:
        """Show how many of how many are ticked, and offer what can be done with them."""
        self._count.setText(counted(_t("{n} ticked"), _t("{n} ticked"), ticked))
        self.everything.setEnabled(total > 0)
        self.everything.setChecked(0 < ticked == total)
        for button in (*self._buttons, self.link):
            button.setEnabled(ticked > 0 and writable)

    def _pick(self, label_id: str) -> None:
        self.label_picked.emit(label_id)
