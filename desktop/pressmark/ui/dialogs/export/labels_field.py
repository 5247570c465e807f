"""Check boxes for labels, with how many annotations have each."""

from collections import Counter
from collections.abc import Collection

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from pressmark.model.label_set import Label
from pressmark.model.project import Project
from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.theme.marks import glyph_pixmap
from pressmark.ui.widgets.plain_label import PlainLabel

_GLYPH = 15


class LabelsField(QWidget):
    """All of a project's labels, and those that its annotations have besides; at first all."""

    changed = Signal()

    def __init__(self, project: Project) -> None:
        super().__init__()
        counts: Counter[str] = Counter()
        for shelved in project.current():
            counts.update(shelved.counts)
        known = [label.id for label in project.label_set.labels]
        others = [Label(id=one, title=one) for one in sorted(counts) if one not in known]
        self._boxes: dict[str, QCheckBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        grid.setVerticalSpacing(6)
        for row, label in enumerate((*project.label_set.labels, *others)):
            box = self._boxes[label.id] = self._box(label)
            grid.addWidget(box, row, 0)
            grid.addWidget(count_label(self.locale().toString(counts[label.id])), row, 1)
        grid.setRowStretch(len(self._boxes), 1)

    @property
    def picked(self) -> tuple[str, ...] | None:
        """The ids of the labels that go in; None: all."""
        taken = tuple(one for one, box in self._boxes.items() if box.isChecked())
        return None if len(taken) == len(self._boxes) else taken

    def pick(self, labels: Collection[str] | None) -> None:
        """Tick these labels, without a signal; all where none of them is here."""
        wanted = set(labels or ()) & self._boxes.keys() or self._boxes.keys()
        for one, box in self._boxes.items():
            box.blockSignals(True)  # noqa: FBT003 -- Qt's own
            box.setChecked(one in wanted)
            box.blockSignals(False)  # noqa: FBT003 -- Qt's own

    def _box(self, label: Label) -> QCheckBox:
        box = QCheckBox(label.title.replace("&", "&&"))
        mark = current_theme().mark(label.mark or "", label.glyph)
        box.setIcon(QIcon(glyph_pixmap(mark, _GLYPH, self.devicePixelRatioF())))
        box.setIconSize(QSize(_GLYPH, _GLYPH))
        box.setChecked(True)
        box.toggled.connect(self.changed)
        return box


def count_label(words: str) -> PlainLabel:
    """Return small words that end a row."""
    count = PlainLabel(words, "small")
    count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return count
