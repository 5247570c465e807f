"""How an article will look: its text, with what is not its content dimmed."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import QTextEdit, QWidget

from pressmark.model.article import Article, Zone
from pressmark.ui.reading.caret_edit import CaretEdit
from pressmark.ui.reading.measure import Measure
from pressmark.ui.reading.sheet import Sheet
from pressmark.ui.theme.appearance import current_theme

MOST = 60_000
"""How many code points are laid out; nobody reads on here."""
_SIZE = 16
_LEFT, _TOP, _RIGHT, _BOTTOM = 20, 14, 18, 40
_WIDEST = 700
"""Px that a line may be long to be read with ease."""


class ArticlePreview(CaretEdit):
    """Shows the beginning of an article as the reading view will; hidden text is underlined too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("article-preview")
        self.setAccessibleName(self.tr("How the article will look"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sheet: Sheet | None = None

    def show_article(self, article: Article | None) -> None:
        """Show an article from its beginning, or none."""
        before, self._sheet = self._sheet, None
        self.setExtraSelections([])  # Qt crashes over those of a document that is gone
        if article is None:
            self.show_nothing()
        else:
            shown = replace(article, text=_beginning(article.text))
            self._sheet = sheet = Sheet(shown, Measure(_SIZE), self._margins(), self)
            self.show_text(sheet.text, sheet.document, sheet.offsets)
            self._dim(article.head.zones, len(sheet.text))
        if before:
            before.document.deleteLater()
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines short enough to be read."""
        if self._sheet is not None:
            self._sheet.set_frame(self._margins())
        super().resizeEvent(event)

    def _margins(self) -> QMargins:
        spare = self.viewport().width() - _LEFT - _WIDEST
        return QMargins(_LEFT, _TOP, max(_RIGHT, spare), _BOTTOM)

    def _dim(self, zones: Iterable[Zone], end: int) -> None:
        dimmed = []
        for zone in zones:
            if zone.start < end:
                selection = QTextEdit.ExtraSelection()
                selection.cursor = self.cursor_over(zone.start, min(zone.end, end))
                selection.format = _look(zone)
                dimmed.append(selection)
        self.setExtraSelections(dimmed)


def _beginning(text: str) -> str:
    return text if len(text) <= MOST else f"{text[:MOST]}…"


def _look(zone: Zone) -> QTextCharFormat:
    colours = current_theme().colours
    look = QTextCharFormat()
    look.setForeground(colours.muted)
    if zone.kind == "hidden":
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        look.setUnderlineColor(colours.warning)
    return look
