"""What an annotation is: its label, what lies inside it, and its text."""

from collections import Counter

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFont, QIcon
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from pressmark.model.annotation import Annotation
from pressmark.model.label_set import Label, LabelSet
from pressmark.ui.panels.words import one_line
from pressmark.ui.theme.appearance import appearance, current_theme, give_icon
from pressmark.ui.theme.fonts import article_font, interface_font
from pressmark.ui.theme.marks import glyph_pixmap
from pressmark.ui.widgets.elided_label import ElidedLabel
from pressmark.ui.widgets.plain_label import PlainLabel

_LONGEST = 320
"""Code points of an annotation's text that are shown; the whole stands in the article."""


class AnnotationHead(QWidget):
    """Label with a menu to pick another, "inside: 1 claim", and the words in the serif."""

    relabelled = Signal(str)
    """The id of another label was picked."""
    flagged = Signal(bool)
    """The flag was put up or taken down."""

    def __init__(self) -> None:
        super().__init__()
        self._label = Label(id="", title="")
        self._offered: tuple[Label, ...] = ()
        self.label_button = QPushButton()
        self.label_button.setFlat(True)
        self.label_button.setFont(interface_font(weight=QFont.Weight.DemiBold))
        self.label_button.setIconSize(QSize(16, 16))
        self._inside = ElidedLabel(role="muted")
        self._text = PlainLabel()
        self._text.setFont(article_font(15))
        self._text.setWordWrap(True)
        self.flag = QToolButton()
        self.flag.setCheckable(True)
        self.flag.setIconSize(QSize(15, 15))
        self.flag.setAccessibleName(self.tr("Flag"))
        self.flag.setToolTip(self.tr("Flag, to come back to it"))
        self.flag.clicked.connect(self.flagged)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.label_button)
        row.addWidget(self._inside, 1)
        row.addWidget(self.flag)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._text)
        appearance().theme_changed.connect(self._tint)

    def show_annotation(
        self, annotation: Annotation, label: Label, inside: Counter[str], labels: LabelSet
    ) -> None:
        """Show an annotation, and how many annotations of which label lie inside it."""
        self._label = label
        self._offer(labels)
        self._tint()
        self.flag.setChecked(annotation.flag)
        give_icon(self.flag, "flag", "warning" if annotation.flag else "muted")
        self.label_button.setText(label.title)
        words = self.tr("Label: {label}. Opens a list of others.").format(label=label.title)
        self.label_button.setAccessibleName(words)
        self._inside.setText(self._inside_words(inside, labels))
        text = one_line(" … ".join(annotation.text))
        self._text.setText(text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…")

    def _offer(self, labels: LabelSet) -> None:
        """Offer the labels of a label set to pick from."""
        if labels.labels == self._offered:
            return
        self._offered = labels.labels
        for old in self.label_button.findChildren(QMenu):
            old.deleteLater()
        menu = QMenu(self.label_button)
        for label in labels.labels:
            action = menu.addAction(_glyph(label), label.title.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, one=label.id: self.relabelled.emit(one))
        self.label_button.setMenu(menu)

    def _inside_words(self, inside: Counter[str], labels: LabelSet) -> str:
        if not inside:
            return ""
        named = (
            f"{inside[label.id]} {label.title.lower()}"
            for label in labels.labels
            if inside[label.id]
        )
        return self.tr("· inside: {labels}").format(labels=", ".join(named))

    def _tint(self) -> None:
        self.label_button.setIcon(_glyph(self._label))


def _glyph(label: Label) -> QIcon:
    mark = current_theme().mark(label.mark or "", label.glyph)
    return QIcon(glyph_pixmap(mark, 16, 2.0))
