"""Where another text for an article is written, pasted, or chosen as a file."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from pressmark.edits.amending import Way
from pressmark.edits.comparison import rewritten
from pressmark.model.offset_map import OffsetMap
from pressmark.ui.reading.display_text import with_stand_ins
from pressmark.ui.theme.fonts import article_font
from pressmark.ui.widgets.plain_label import PlainLabel

_SIZE = 17
_PARAGRAPH = "\u2029"
"""What Qt has between two paragraphs."""


class TextPage(QWidget):
    """A plain editor: with the article's text to be corrected, or empty for a new version."""

    file_asked = Signal()
    """A file with the other text shall be chosen."""

    def __init__(self, way: Way, original: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._original = original if way == "correction" else ""
        self._shown = with_stand_ins(self._original)
        self.editor = QPlainTextEdit()
        self.editor.setAccessibleName(self.tr("Text of the article"))
        self.editor.setFont(article_font(_SIZE))
        self.editor.setTabChangesFocus(True)
        self.editor.setPlainText(self._shown)
        self.trouble = PlainLabel(role="danger")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.editor.textChanged.connect(self.trouble.hide)
        self._lay_out(way)

    @property
    def is_edited(self) -> bool:
        """Whether somebody wrote here."""
        return self.editor.document().isModified()

    def go_to(self, offset: int) -> None:
        """Put the caret at a code point of the article's text, in the middle of what is seen."""
        if self._shown:
            cursor = self.editor.textCursor()
            cursor.setPosition(OffsetMap(self._shown).outside(min(offset, len(self._shown))))
            self.editor.setTextCursor(cursor)
            self.editor.centerCursor()

    def text_maker(self) -> Callable[[], str]:
        """Return what makes the text that stands here now, to be done beside the window.

        What an editor cannot show stays as it was wherever nothing was edited.
        """
        raw = self.editor.document().toRawText().replace(_PARAGRAPH, "\n")
        original, shown = self._original, self._shown
        return lambda: rewritten(original, shown, raw)

    def complain(self, words: str) -> None:
        """Say why the text cannot be taken as it is."""
        self.trouble.setText(words)
        self.trouble.show()
        self.editor.setFocus()

    def _lay_out(self, way: Way) -> None:
        if way == "correction":
            told = self.tr(
                "For slips of the pen, of an import or of a scan. The earlier text stays in the "
                "project; the next page shows what becomes of each annotation."
            )
        else:
            told = self.tr(
                "For what the source published later. Paste it here, or choose a file; this "
                "article stays as it is, and the next page shows what is copied from it."
            )
            self.editor.setPlaceholderText(self.tr("Paste the new version here"))
        explained = PlainLabel(told, "muted")
        explained.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(explained, 1)
        if way == "version":
            choose = QPushButton(self.tr("Choose a file…"))
            choose.clicked.connect(self.file_asked)
            row.addWidget(choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 4)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self.editor, 1)
        column.addWidget(self.trouble)
