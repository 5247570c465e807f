"""One article laid out to be read: its document, and all that is known of what stands where."""

from PySide6.QtCore import QMargins, QObject
from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextOption,
)

from pressmark.analysis.oddities import oddities
from pressmark.model.article import Article
from pressmark.model.offset_map import OffsetMap
from pressmark.ui.reading.bands import Bands
from pressmark.ui.reading.display_text import display_text
from pressmark.ui.reading.geometry import Geometry
from pressmark.ui.reading.measure import PARAGRAPH_GAP, Measure
from pressmark.ui.reading.stacking import Stacking
from pressmark.ui.theme.fonts import article_font


class Sheet:
    """The document made for an article's frozen text, and its annotations upon it."""

    def __init__(
        self, article: Article, measure: Measure, frame: QMargins, parent: QObject
    ) -> None:
        self.id = article.head.id
        self.text = article.text
        self.measure = measure
        self.oddities = oddities(article.text)
        shown, breaks = display_text(article.text)
        self.offsets = OffsetMap(article.text, breaks)
        self.document = _document(measure, parent)
        self.set_frame(frame)
        cursor = QTextCursor(self.document)
        cursor.setBlockFormat(_block_format(measure))
        cursor.insertText(shown)
        self._join(breaks)
        self.stacking = Stacking(article.annotations)
        self.geometry = Geometry(self.document, self.text, self.offsets, measure)
        self.bands = Bands(self.geometry, self.stacking)

    def forget_layout(self) -> None:
        """Drop all that was worked out from the layout, because it changed."""
        self.geometry.forget()
        self.bands.forget()

    def set_frame(self, margins: QMargins) -> bool:
        """Set the px left free round the text; return whether that made a new layout."""
        wanted = QTextFrameFormat()
        wanted.setLeftMargin(margins.left())
        wanted.setTopMargin(margins.top())
        wanted.setRightMargin(margins.right())
        wanted.setBottomMargin(margins.bottom())
        frame = self.document.rootFrame()
        if frame.frameFormat() == wanted:
            return False
        frame.setFrameFormat(wanted)
        return True

    def _join(self, breaks: tuple[int, ...]) -> None:
        """Take the gap away where a paragraph was only broken for display."""
        without_gap = QTextBlockFormat()
        without_gap.setBottomMargin(0)
        for offset in breaks:
            block = self.document.findBlock(self.offsets.outside(offset) - 1)
            QTextCursor(block).mergeBlockFormat(without_gap)


def _document(measure: Measure, parent: QObject) -> QTextDocument:
    document = QTextDocument(parent)
    document.setDefaultFont(article_font(measure.size))
    document.setUndoRedoEnabled(False)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    return document


def _block_format(measure: Measure) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setLineHeight(measure.pitch, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    made.setBottomMargin(PARAGRAPH_GAP)
    return made
