"""Labels that a project lacks: each is added, or stands for one that the project has."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from pressmark.model.label_set import LabelSet
from pressmark.ui.widgets.elided_label import ElidedLabel

_CHOICE = 260


class LabelChoices(QWidget):
    """A choice for each label; what stood for it the last time, or is called so, is proposed."""

    def __init__(
        self, labels: Iterable[str], label_set: LabelSet, remembered: Mapping[str, str]
    ) -> None:
        super().__init__()
        self._choices: dict[str, QComboBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for row, label in enumerate(labels):
            choice = self._choices[label] = self._choice(label, label_set, remembered)
            name = ElidedLabel(label)
            name.setBuddy(choice)
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(choice, row, 1)

    def renamed(self) -> dict[str, str]:
        """Return which label of the project stands for which of the set; the others are added."""
        chosen = {label: choice.currentData() for label, choice in self._choices.items()}
        return {label: known for label, known in chosen.items() if known}

    def _choice(self, label: str, label_set: LabelSet, remembered: Mapping[str, str]) -> QComboBox:
        choice = QComboBox()
        choice.setMinimumWidth(_CHOICE)
        choice.setAccessibleName(self.tr("What becomes of {label}").replace("{label}", label))
        choice.addItem(self.tr("Add it to the label set"), None)
        for known in label_set.labels:
            choice.addItem(self.tr("Same as {label}").replace("{label}", known.title), known.id)
            if label.casefold() in {known.id.casefold(), known.title.casefold()}:
                choice.setCurrentIndex(choice.count() - 1)
        at = choice.findData(remembered[label]) if label in remembered else -1
        if at >= 0:
            choice.setCurrentIndex(at)
        return choice
