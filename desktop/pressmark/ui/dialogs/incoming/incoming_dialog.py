"""Before an annotation set comes in: what it is, what becomes of its labels, what stays out."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from pressmark.formats.counting import Counting
from pressmark.formats.format import ReadSet
from pressmark.model.project import Project
from pressmark.ui.dialogs.incoming.arrival import Arrival
from pressmark.ui.dialogs.incoming.label_choices import LabelChoices
from pressmark.ui.dialogs.incoming.reading_choice import ReadingChoice
from pressmark.ui.dialogs.sizes import resize_within_screen
from pressmark.ui.set_remarks import new_labels, remark_lines
from pressmark.ui.widgets.hairline import Hairline
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.words import counted, translated
from pressmark.ui.words import phrase as _t

_SIDE = 20


class IncomingDialog(QDialog):
    """Says what is in a set, and asks what only a person can know.

    `remembered` tells which label stood for which before.
    """

    def __init__(
        self, arrival: Arrival, project: Project, remembered: Mapping[str, str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        found = arrival.found
        self.setWindowTitle(self.tr("Import annotations"))
        resize_within_screen(self, 640, 480)
        labels = new_labels(found)
        self._labels = LabelChoices(labels, project.label_set, remembered) if labels else None
        self._reading = ReadingChoice(found.readings) if found.readings else None
        words = counted(
            _t("{n} annotation comes in from {file}."),
            _t("{n} annotations come in from {file}."),
            found.annotations,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        told = words.replace("{file}", arrival.path.name)
        column.addLayout(_header(told, _facts(arrival, project)))
        column.addWidget(Hairline())
        column.addWidget(self._page(found), 1)
        column.addWidget(Hairline())
        column.addLayout(self._buttons())

    def renamed(self) -> dict[str, str]:
        """Return which label of the project stands for which of the set; the others are added."""
        return self._labels.renamed() if self._labels else {}

    @property
    def counting(self) -> Counting | None:
        """What the offsets count, where that was asked."""
        return self._reading.counting if self._reading else None

    def _page(self, found: ReadSet) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(_SIDE, 14, _SIDE, 14)
        column.setSpacing(8)
        lines = [line for line in remark_lines(found) if line]
        if self._reading is not None:
            said = self.tr("Nothing shows what its offsets count. Which of these reads right?")
            column.addWidget(_wrapped(said, "heading"))
            column.addWidget(self._reading)
        if self._labels is not None:
            said = self.tr("These labels are not in the label set")
            column.addWidget(_wrapped(said, "heading"))
            column.addWidget(self._labels)
            column.addSpacing(8)
        if lines:
            column.addWidget(_wrapped(self.tr("To be known"), "heading"))
        for line in lines:
            column.addWidget(_wrapped(line))
        if not (lines or self._labels or self._reading):
            words = self.tr("All of its labels are known here, and nothing of it is left out.")
            column.addWidget(_wrapped(words, "muted"))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have it, and scroll it
        area.setWidget(inside)
        for one in (area.viewport(), inside):
            one.setAutoFillBackground(False)
        return area

    def _buttons(self) -> QHBoxLayout:
        cancel, taken = QPushButton(self.tr("Cancel")), QPushButton(self.tr("Import"))
        cancel.setAutoDefault(False)
        taken.setProperty("main", "true")
        taken.setDefault(True)
        cancel.clicked.connect(self.reject)
        taken.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setContentsMargins(_SIDE, 12, _SIDE, 12)
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(taken)
        return row


def _header(words: str, facts: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(_SIDE, 14, _SIDE, 12)
    column.setSpacing(4)
    column.addWidget(_wrapped(words, "heading"))
    column.addWidget(_wrapped(facts, "muted"))
    return column


def _facts(arrival: Arrival, project: Project) -> str:
    found = arrival.found.articles
    new = sum(one not in project.articles for one in found)
    articles = counted(_t("{n} article"), _t("{n} articles"), len(found))
    coming = counted(_t("{n} of them new"), _t("{n} of them new"), new)
    known = translated(_t("all of them here already"))
    return f"{translated(arrival.form.name)} · {articles}, {coming if new else known}"


def _wrapped(words: str, role: str = "") -> PlainLabel:
    label = PlainLabel(words, role) if role else PlainLabel(words)
    label.setWordWrap(True)
    return label
