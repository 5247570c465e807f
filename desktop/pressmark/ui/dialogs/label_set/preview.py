"""How labels will look: in the label bar, in the text, and when one asks what counts as one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from pressmark.model.label_set import Label, LabelSet
from pressmark.ui.dialogs.label_set.sample_text import SampleText
from pressmark.ui.panels.flow_layout import FlowLayout
from pressmark.ui.widgets.label_button import LabelButton
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.themed_icon import Glyph

_WIDTH = 270


class Preview(QScrollArea):
    """Shows a label set, and one of its labels in full."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(self.tr("Preview"))
        page = QWidget()
        page.setProperty("surface", "paper")
        self._labels: tuple[Label, ...] = ()
        self._chips, self._row = QWidget(), FlowLayout(spacing=4)
        self._chips.setLayout(self._row)
        self._sample = SampleText()
        self._guide = _Guide()
        column = QVBoxLayout(page)
        column.setContentsMargins(14, 16, 14, 16)
        column.setSpacing(14)
        column.addWidget(PlainLabel(self.tr("Preview"), "heading"))
        column.addWidget(self._chips)
        column.addWidget(self._sample)
        column.addWidget(self._guide)
        column.addStretch(1)
        self.setWidget(page)

    def show_labels(self, labels: LabelSet, current: Label | None) -> None:
        """Show a label set, and the guide of a label."""
        if labels.labels != self._labels:
            self._labels = labels.labels
            self._show_chips()
        self._sample.show_labels(labels)
        self._guide.setVisible(current is not None)
        if current is not None:
            self._guide.show_label(current)

    def _show_chips(self) -> None:
        held = self._chips.findChildren(LabelButton, options=_DIRECT)
        for button, label in zip(held, self._labels, strict=False):
            button.show_label(label)
        for button in held[len(self._labels) :]:
            self._row.removeWidget(button)
            button.hide()
            button.setParent(None)
            button.deleteLater()
        for label in self._labels[len(held) :]:
            button = LabelButton(label)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._row.addWidget(button)
        self._row.invalidate()
        self._chips.updateGeometry()


_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


class _Guide(QFrame):
    """What counts as one: what hovering the label shows."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._glyph = Glyph(Label(id="", title=""))
        self._title = PlainLabel(role="heading")
        self._words = [PlainLabel() for _ in range(3)]
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        column.addLayout(head)
        for words in (self._title, *self._words):
            words.setWordWrap(True)
        for words in self._words:
            column.addWidget(words)

    def show_label(self, label: Label) -> None:
        """Show the guide of a label."""
        self._glyph.show_label(label)
        self._title.setText(label.title)
        yes = self.tr("Yes: {example}").format(example=label.example)
        no = self.tr("No: {example}").format(example=label.counter_example)
        told = (
            label.definition or "",
            yes if label.example else "",
            no if label.counter_example else "",
        )
        for words, text in zip(self._words, told, strict=True):
            words.setText(text)
            words.setVisible(bool(text))
