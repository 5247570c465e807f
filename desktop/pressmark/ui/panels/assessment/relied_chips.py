"""The annotations that a judgement rests on: each leads to where it stands, and can go."""

from contextlib import suppress

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QWidget

from pressmark.errors import ProjectFileError
from pressmark.model.annotation import Annotation
from pressmark.model.label_set import Label
from pressmark.model.project import Project
from pressmark.ui.panels.annotation_line import annotation_text, label_of
from pressmark.ui.panels.flow_layout import FlowLayout
from pressmark.ui.panels.inspector.chip import Chip
from pressmark.ui.panels.inspector.line_button import LineButton
from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.theme.marks import glyph_pixmap
from pressmark.ui.widgets.protection import mark_as_reading
from pressmark.ui.widgets.tooltips import give_tooltip

_GLYPH = 15


class ReliedChips(QWidget):
    """Chips with mark and words of annotations; one that is gone says so, and leads nowhere."""

    picked = Signal(str)
    """The id of an annotation to go to."""
    dropped = Signal(str)
    """The id of an annotation that is relied on no more."""
    asked = Signal()
    """The active annotation is to be relied on."""

    def __init__(self) -> None:
        super().__init__()
        self.chips: list[Chip] = []
        self._shown: object = None
        self.add = LineButton("plus", self.tr("Rely on the active annotation"))
        self.add.clicked.connect(self.asked)
        self._flow = FlowLayout(self, spacing=4)
        self._flow.addWidget(self.add)

    def show_annotations(self, project: Project, ids: tuple[str, ...]) -> None:
        """Show these annotations of a project."""
        held = tuple((one, _held(project, one)) for one in ids)
        shown = held, project.label_set
        if shown == self._shown:
            return
        self._shown = shown
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [self._chip(project, *one) for one in held]
        self._flow.removeWidget(self.add)
        for widget in (*self.chips, self.add):
            self._flow.addWidget(widget)
        for chip in self.chips:
            chip.show()
        self.updateGeometry()

    def _chip(self, project: Project, annotation_id: str, held: Annotation | None) -> Chip:
        name = self.tr("An annotation that is gone")
        button = LineButton("unlink", name)
        if held is not None:
            label, name = label_of(project, held), annotation_text(held)
            button = _MarkedButton(label, name)
            button.clicked.connect(lambda: self.picked.emit(annotation_id))
            give_tooltip(button, label.title, name, self.tr("Go to it"))
        button.setEnabled(held is not None)
        mark_as_reading(button)
        chip = Chip(name, button)
        chip.removed.connect(lambda: self.dropped.emit(annotation_id))
        return chip


class _MarkedButton(LineButton):
    """A line that begins with the mark of a label."""

    def __init__(self, label: Label, words: str) -> None:
        self._label = label
        super().__init__("", words)

    def picture(self, colour: QColor) -> QPixmap:
        """Return the glyph in the colour of its mark."""
        del colour
        mark = current_theme().mark(self._label.mark or "", self._label.glyph)
        return glyph_pixmap(mark, _GLYPH, self.devicePixelRatioF())


def _held(project: Project, annotation_id: str) -> Annotation | None:
    if annotation_id in project.places:
        with suppress(ProjectFileError):  # its article is damaged
            return project.annotation(annotation_id)
    return None
