"""What an annotation is: its label, what lies inside it, and its words."""

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pressmark.model.annotation import Annotation
from pressmark.model.label_set import Label, LabelSet
from pressmark.ui.panels.inspector.fragment_rows import FragmentRows
from pressmark.ui.panels.inspector.label_choice import LabelChoice
from pressmark.ui.panels.inspector.small_button import SmallButton
from pressmark.ui.panels.words import one_line
from pressmark.ui.theme.appearance import give_icon
from pressmark.ui.theme.fonts import article_font
from pressmark.ui.widgets.elided_label import ElidedLabel
from pressmark.ui.widgets.plain_label import PlainLabel

_LONGEST = 320
"""Code points of an annotation's words that are shown; the whole stands in the article."""


class AnnotationHead(QWidget):
    """Label with a list of others, "inside: 1 claim", flag, and the words of each fragment."""

    relabelled = Signal(str)
    """The id of another label was picked."""
    flagged = Signal(bool)
    """The flag was put up or taken down."""

    def __init__(self) -> None:
        super().__init__()
        self.label = LabelChoice()
        self.label.picked.connect(self.relabelled)
        self._inside = ElidedLabel(role="muted")
        self.flag = SmallButton("flag", self.tr("Flag, to come back to it"))
        self.flag.setCheckable(True)
        self.flag.clicked.connect(self.flagged)
        self._words = PlainLabel()
        self._words.setFont(article_font(15))
        self._words.setWordWrap(True)
        self.fragments = FragmentRows()
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.label)
        row.addWidget(self._inside, 1)
        row.addWidget(self.flag)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._words)
        column.addWidget(self.fragments)

    def show_annotation(
        self, annotation: Annotation, label: Label, inside: Counter[str], labels: LabelSet
    ) -> None:
        """Show an annotation, and how many annotations of which label lie inside it."""
        self.label.show_label(label, labels.labels)
        self.flag.setChecked(annotation.flag)
        give_icon(self.flag, "flag", "warning" if annotation.flag else "muted")
        self._inside.setText(self._inside_words(inside, labels))
        held_focus = any(one.hasFocus() for one in self.fragments.buttons)
        self.fragments.show_annotation(annotation)
        if held_focus and not self.fragments.buttons:
            self.label.setFocus(Qt.FocusReason.OtherFocusReason)
        self._words.setVisible(len(annotation.text) == 1)
        words = one_line(" ".join(annotation.text))
        self._words.setText(words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…")

    def _inside_words(self, inside: Counter[str], labels: LabelSet) -> str:
        named = (_count(inside[label.id], label) for label in labels.labels if inside[label.id])
        words = ", ".join(named)
        return self.tr("· inside: {labels}").format(labels=words) if words else ""


def _count(count: int, label: Label) -> str:
    """Return "1 claim" or "2 × claim": titles of labels have no plural."""
    title = label.title.lower()
    return f"1 {title}" if count == 1 else f"{count} × {title}"
