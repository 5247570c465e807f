"""Before an annotation set comes in: what becomes of its labels, and what is to be known of it."""

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from pressmark.formats.format import ReadSet
from pressmark.model.label_set import LabelSet
from pressmark.ui.dialogs.sizes import resize_within_screen
from pressmark.ui.set_remarks import new_labels, remark_lines
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.words import counted
from pressmark.ui.words import phrase as _t


class IncomingSetDialog(QDialog):
    """Asks for each label that the project lacks whether it is one that the project has."""

    def __init__(self, name: str, found: ReadSet, label_set: LabelSet, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import annotations"))
        resize_within_screen(self, 560, 380)
        self._choices = {label: self._choice(label, label_set) for label in new_labels(found)}
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._import = buttons.addButton(self.tr("Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._import.setProperty("main", "true")
        self._import.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(12)
        words = counted(
            _t("{n} annotation comes in from {file}."),
            _t("{n} annotations come in from {file}."),
            found.annotations,
        )
        column.addWidget(_wrapped(words.replace("{file}", name), "heading"))
        column.addWidget(self._said(found), 1)
        column.addWidget(buttons)

    def labels(self) -> dict[str, str]:
        """Return which label of the project stands for which of the set; the others are added."""
        chosen = {label: choice.currentData() for label, choice in self._choices.items()}
        return {label: known for label, known in chosen.items() if known}

    def _said(self, found: ReadSet) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        if self._choices:
            column.addWidget(_wrapped(self.tr("These labels are not in the label set:"), "muted"))
            form = QFormLayout()
            form.setContentsMargins(0, 0, 0, 8)
            form.setHorizontalSpacing(16)
            for label, choice in self._choices.items():
                form.addRow(PlainLabel(label), choice)
            column.addLayout(form)
        for line in remark_lines(found):
            column.addWidget(_wrapped(line))
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inside)
        for one in (area.viewport(), inside):
            one.setAutoFillBackground(False)
        return area

    def _choice(self, label: str, label_set: LabelSet) -> QComboBox:
        choice = QComboBox()
        choice.setAccessibleName(self.tr("What becomes of {label}").replace("{label}", label))
        choice.addItem(self.tr("Add it to the label set"), None)
        for known in label_set.labels:
            choice.addItem(self.tr("Same as {label}").replace("{label}", known.title), known.id)
            if label.casefold() in {known.id.casefold(), known.title.casefold()}:
                choice.setCurrentIndex(choice.count() - 1)
        return choice


def _wrapped(words: str, role: str = "") -> PlainLabel:
    label = PlainLabel(words, role) if role else PlainLabel(words)
    label.setWordWrap(True)
    return label
