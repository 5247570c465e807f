"""The guideline of a label beside an annotation, until one goes on."""

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QVBoxLayout

from pressmark.model.label_set import Label
from pressmark.model.span import Span
from pressmark.ui.panels.guideline_words import guideline
from pressmark.ui.reading.article_view import ArticleView
from pressmark.ui.reading.card import SHADOW, Card
from pressmark.ui.widgets.announcing import announce
from pressmark.ui.widgets.label_chip import LabelChip
from pressmark.ui.widgets.plain_label import PlainLabel

_WIDTH = 340
_GOING_ON = {QEvent.Type.MouseButtonPress, QEvent.Type.FocusOut, QEvent.Type.Wheel}
_DOWN = {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}
_HELD = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr}


class GuidelineCard(Card):
    """Floats over the article without taking the focus; the next key or click puts it away."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._span = Span(0, 0)
        self._head = LabelChip(Label(id="", title=""))
        self._words = PlainLabel()
        self._words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(SHADOW + 12, SHADOW + 10, SHADOW + 12, SHADOW + 12)
        column.setSpacing(6)
        column.addWidget(self._head)
        column.addWidget(self._words)
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)
        view.ruler.valueChanged.connect(self._place)

    @property
    def text(self) -> str:
        """What is shown below the title."""
        return self._words.text()

    def show_label(self, label: Label, span: Span) -> None:
        """Show what counts as this label, beside a span of the article."""
        told = guideline(label) or (self.tr("Nothing is written about this label yet."),)
        self._head.show_label(label)
        self._words.setText("\n\n".join(told))
        self._words.setFixedSize(_WIDTH, self._words.heightForWidth(_WIDTH))
        self.setAccessibleName(label.title)
        announce(self._view, ". ".join((label.title, *told)))
        self.layout().activate()  # type: ignore[union-attr]  # it has one
        self._span = span
        self.show()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go away when one goes on; Esc does only that."""
        if not self.isVisible():
            return False
        if isinstance(event, QKeyEvent):
            return watched is self._view and event.type() in _DOWN and self._take(event)
        if event.type() in _GOING_ON:
            self.hide()
        return False

    def _place(self) -> None:
        """Stand beside the span, wherever it is by now."""
        if not self.isHidden():
            boxes = self._view.boxes(self._span)
            room = QRectF(self._view.viewport().rect())
            nowhere = QRectF(room.center().x(), room.center().y(), 0, 0)
            self.show_at(*(boxes[-1], boxes[0]) if boxes else (nowhere, nowhere))

    def _take(self, event: QKeyEvent) -> bool:
        """Say whether a key is for this alone."""
        is_escape = event.key() == Qt.Key.Key_Escape
        if event.type() == QEvent.Type.KeyPress and is_escape:
            self.hide()
        elif event.type() == QEvent.Type.ShortcutOverride and is_escape:
            event.accept()
        elif event.key() not in _HELD:
            QTimer.singleShot(0, self, self.hide)  # the key that asks again finds it there
        return is_escape
