"""What of the project goes into an export."""

from collections import Counter

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QWidget

from pressmark.formats.selection import Selection
from pressmark.model.label_set import Label
from pressmark.model.project import Project
from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.theme.marks import glyph_pixmap
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.words import number_words

_GLYPH = 15


class Contents(QWidget):
    """Check boxes for the labels, and for what else may stay behind; all goes in at first."""

    changed = Signal()

    def __init__(self, project: Project, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        counts: Counter[str] = Counter()
        for shelved in project.current():
            counts.update(shelved.counts)
        known = [label.id for label in project.label_set.labels]
        others = [Label(id=one, title=one) for one in sorted(counts) if one not in known]
        self._labels = {
            label.id: QCheckBox(label.title.replace("&", "&&"))
            for label in (*project.label_set.labels, *others)
        }
        left = QGridLayout()
        left.setColumnStretch(0, 1)
        left.setVerticalSpacing(8)
        for row, label in enumerate((*project.label_set.labels, *others)):
            box = self._labels[label.id]
            mark = current_theme().mark(label.mark or "", label.glyph)
            box.setIcon(QIcon(glyph_pixmap(mark, _GLYPH, self.devicePixelRatioF())))
            box.setIconSize(QSize(_GLYPH, _GLYPH))
            left.addWidget(box, row, 0)
            left.addWidget(_count(number_words(counts[label.id])), row, 1)
        self._done = QCheckBox(self.tr("Only articles that anybody marked done"))
        self._no_zones = QCheckBox(self.tr("Leave out boilerplate zones"))
        self._no_notes = QCheckBox(self.tr("Leave out notes"))
        self._pseudonyms = QCheckBox(self.tr("Annotators by number"))
        right = QGridLayout()
        right.setColumnStretch(0, 1)
        right.setVerticalSpacing(8)
        boxes = (self._done, self._no_zones, self._no_notes, self._pseudonyms)
        for row, box in enumerate(boxes):
            right.addWidget(box, row, 0)
        right.addWidget(_count(self._done_words()), 0, 1)
        right.setRowStretch(len(boxes), 1)
        left.setRowStretch(len(self._labels), 1)
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(36)
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        for box in self._labels.values():
            box.setChecked(True)
        for box in (*self._labels.values(), *boxes):
            box.toggled.connect(self.changed)

    def selection(self) -> Selection:
        """Return what is to go in."""
        taken = frozenset(one for one, box in self._labels.items() if box.isChecked())
        return Selection(
            project=self._project,
            labels=None if len(taken) == len(self._labels) else taken,
            states=frozenset({"done"}) if self._done.isChecked() else None,
            zones=not self._no_zones.isChecked(),
            notes=not self._no_notes.isChecked(),
            pseudonyms=self._pseudonyms.isChecked(),
        )

    def _done_words(self) -> str:
        shelf = self._project.current()
        done = sum("done" in one.head.states.values() for one in shelf)
        return self.tr("{done} of {all}").format(
            done=number_words(done), all=number_words(len(shelf))
        )


def _count(words: str) -> PlainLabel:
    count = PlainLabel(words, "small")
    count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return count
