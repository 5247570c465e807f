"""The two versions of an annotation that a merge could not unite, and buttons to settle it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout

from pressmark.analysis.conflicts import conflict_of
from pressmark.model.annotation import Annotation
from pressmark.model.article import Article
from pressmark.model.project import Project
from pressmark.ui.moments import moment_words
from pressmark.ui.panels.dispute_words import hand_words
from pressmark.ui.panels.field_words import field_words, held_words
from pressmark.ui.widgets.plain_label import PlainLabel

_LONGEST = 160
"""Code points of what a field holds that are shown."""


class VersionsBox(QFrame):
    """What differs between this version and the other; hidden while there is only one.

    Above each stands who has worked on its side, or else when it came about, and whose annotation
    it is where that differs.
    """

    this_wanted = Signal()
    """The version that is shown shall hold."""
    other_wanted = Signal()
    """The other one shall."""
    both_wanted = Signal()
    """Each shall be an annotation of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "warning")
        self._held: list[PlainLabel] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(3)
        self.this = QPushButton(self.tr("Keep this"))
        self.other = QPushButton(self.tr("Keep the other"))
        self.both = QPushButton(self.tr("Keep both"))
        for column, button in enumerate((self.this, self.other)):
            self._grid.addWidget(button, 1, column)
            self._grid.setColumnStretch(column, 1)
            self._grid.setColumnMinimumWidth(column, 100)
        self.this.clicked.connect(self.this_wanted)
        self.other.clicked.connect(self.other_wanted)
        self.both.clicked.connect(self.both_wanted)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(10, 8, 10, 10)
        stack.setSpacing(8)
        stack.addWidget(PlainLabel(self.tr("Kept in two versions"), "heading"))
        stack.addLayout(self._grid)
        stack.addWidget(self.both)
        self.hide()

    def show_versions(self, project: Project, article: Article, annotation: Annotation) -> None:
        """Show what differs between an annotation and its other version, if it has one."""
        pair = conflict_of(article, annotation.id)
        self.setVisible(pair is not None)
        self._clear()
        if pair is None:
            return
        other = pair.kept if annotation.id == pair.copy.id else pair.copy
        origin = pair.copy.origin
        hands = {pair.kept.id: origin.held_by, pair.copy.id: origin.other_by}
        for column, (one, beside) in enumerate(((annotation, other), (other, annotation))):
            told = hand_words(project, hands[one.id]) or _made_words(project, one, beside)
            made = PlainLabel(told, "muted")
            made.setWordWrap(True)
            made.setAlignment(Qt.AlignmentFlag.AlignBottom)
            self._put(made, 0, column)
        for at, name in enumerate(sorted(pair.fields)):
            row = 2 + 2 * at
            called = field_words(name, project.label_set)
            title = PlainLabel(called[:1].upper() + called[1:], "muted")
            self._put(title, row, 0, 1, 2)
            for column, version in enumerate((annotation, other)):
                held = PlainLabel(held_words(project, version, name)[:_LONGEST])
                held.setWordWrap(True)
                held.setAlignment(Qt.AlignmentFlag.AlignTop)
                self._put(held, row + 1, column)

    def _clear(self) -> None:
        for label in self._held:
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._held.clear()

    def _put(self, label: PlainLabel, *place: int) -> None:
        self._held.append(label)
        self._grid.addWidget(label, *place)


def _made_words(project: Project, version: Annotation, other: Annotation) -> str:
    """Return when a version was changed last, and whose annotation it is where that differs."""
    annotator = project.annotators.get(version.annotator)
    is_named = annotator is not None and version.annotator != other.annotator
    time = version.changed or version.created
    parts = (annotator.name if annotator and is_named else "", moment_words(time) if time else "")
    return " · ".join(filter(None, parts))
