"""What stands above the text: title, where it comes from, and its state; it scrolls along."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pressmark.analysis.words import Length, length_of
from pressmark.model.article import Article
from pressmark.ui.moments import date_words
from pressmark.ui.panels.words import length_words, one_line, state_words
from pressmark.ui.reading.language_names import language_name
from pressmark.ui.reading.measure import Measure
from pressmark.ui.theme.fonts import article_font
from pressmark.ui.widgets.elided_label import ElidedLabel
from pressmark.ui.widgets.plain_label import PlainLabel

_TITLE = 1.6
_LONGEST_TITLE = 4096
_COUNTED = 200_000
"""Code points up to which the words of an article are counted while it is opened."""


class StateChip(PlainLabel):
    """The state of an article, to be clicked."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__(role="state")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that the release is this widget's too."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Be clicked, unless the pointer left."""
        at = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(at):
            self.clicked.emit()


class Header(QWidget):
    """Title, metadata and state of an article, as plain text."""

    state_asked = Signal(QPoint)
    """The state was clicked: a menu may be shown at this place on the screen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = PlainLabel()
        self._title.setWordWrap(True)
        self._facts = ElidedLabel(role="muted")
        self._state = StateChip()
        self._state.clicked.connect(self._ask_for_state)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._facts)
        row.addWidget(self._state)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addLayout(row)

    def show_article(self, article: Article, annotator_id: str, measure: Measure) -> None:
        """Show what is known of an article, for type of that measure."""
        head = article.head
        font = article_font(round(measure.size * _TITLE))
        font.setWeight(QFont.Weight.Bold)
        self._title.setFont(font)
        title = (head.title or "").strip()
        self._title.setText(title)
        self._title.setVisible(bool(title) and title != first_line(article.text))
        self._facts.setText(" · ".join(self._facts_of(article)))
        self._state.setText(state_words(head.states.get(annotator_id, "new")))

    def _facts_of(self, article: Article) -> list[str]:
        head = article.head
        facts = [head.source or self.tr("no source given")]
        if head.byline:
            facts.append(one_line(head.byline))
        facts.append(self._date(head.published))
        if head.language:
            facts.append(language_name(head.language))
        if len(article.text) <= _COUNTED:
            facts.append(length_words(length_of(article.text)))
        else:
            facts.append(length_words(Length(len(article.text), is_words=False)))
        return facts

    def _date(self, published: str | None) -> str:
        return date_words(published) if published else self.tr("no date given")

    def _ask_for_state(self) -> None:
        self.state_asked.emit(self._state.mapToGlobal(QPoint(0, self._state.height() + 2)))


def first_line(text: str) -> str:
    """Return the first line of a text that has anything on it."""
    return text[:_LONGEST_TITLE].lstrip().partition("\n")[0].strip()
