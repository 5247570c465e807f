"""A help page to read: its words set by a cursor, its links followed by mouse or by keys."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextListFormat,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from pressmark.store.help_pages import Block, Page, Piece, PieceKind
from pressmark.ui.theme.appearance import appearance, current_theme
from pressmark.ui.theme.fonts import interface_font

_BODY, _HEADING, _TITLE, _KEY = 14, 15, 22, 12
"""Sizes in px."""
_LINE = 145
"""Line height in per cent of the font's own."""
_WIDEST, _AROUND = 620, 28
"""The longest line, and the least space beside it, in px."""


_INDENT = 22
"""How far items are set in, in px."""


class Link(NamedTuple):
    """Where a link stands in the document, and what it leads to."""

    start: int
    end: int
    target: Piece


class HelpText(QTextEdit):
    """Shows one page; Tab goes from link to link, Enter follows."""

    followed = Signal(Piece)
    """A link was followed: a piece of kind "do" or "page"."""

    def __init__(self, words_of: Callable[[Piece], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words_of = words_of
        self._links: list[Link] = []
        self._page: Page | None = None
        self._looked_for = ""
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setCursorWidth(0)  # links show where one is; a caret would promise that one can write
        self.setAccessibleName(self.tr("Help page"))
        self.viewport().setMouseTracking(True)
        self.document().setIndentWidth(_INDENT)
        appearance().theme_changed.connect(self._set)

    def show_page(self, page: Page, looked_for: str = "") -> None:
        """Show a page from its beginning, or from where one of some words stands first."""
        self._page, self._looked_for = page, looked_for
        self._set()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow the link that one has gone to."""
        link = self._current()
        if link and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.followed.emit(link.target)
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forth: bool) -> bool:  # noqa: FBT001 -- Qt calls it
        """Go to the next link of the page, after the last one to what comes after the page."""
        at = self.textCursor().selectionStart()
        is_on = self._current() is not None
        if forth:
            links = [
                one for one in self._links if one.start > at or (one.start == at and not is_on)
            ]
        else:
            links = [one for one in reversed(self._links) if one.start < at]
        if links:
            self._select(links[0])
            return True
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self.setTextCursor(cursor)
        return super().focusNextPrevChild(forth)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where a click would lead somewhere."""
        is_link = bool(self.anchorAt(event.position().toPoint()))
        shape = Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow a link that was clicked; words that were selected are only selected."""
        super().mouseReleaseEvent(event)
        number = self.anchorAt(event.position().toPoint())
        if number and not self.textCursor().hasSelection():
            self.followed.emit(self._links[int(number)].target)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines as long as can be read with ease."""
        aside = max(_AROUND, (self.width() - _WIDEST) // 2)
        self.setViewportMargins(aside, 8, _AROUND, 8)
        super().resizeEvent(event)

    # ---- setting the page

    def _set(self) -> None:
        if self._page is None:
            return
        self._links = []
        self.clear()
        cursor = self.textCursor()
        cursor.setBlockFormat(_block_format(10, 10))
        cursor.insertText(self._page.title, _character_format(_TITLE, QFont.Weight.DemiBold))
        for block in self._page.blocks:
            self._insert(cursor, block)
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self.setTextCursor(cursor)
        self._mark_found()

    def _insert(self, cursor: QTextCursor, block: Block) -> None:
        if block.kind == "item":
            plain = _character_format(_BODY, QFont.Weight.Normal)
            cursor.insertBlock(_block_format(2, 4), plain)  # the bullet is drawn in it
            bullets = QTextListFormat()
            bullets.setStyle(QTextListFormat.Style.ListDisc)
            cursor.createList(bullets)
        else:
            cursor.insertBlock(
                _block_format(18, 2) if block.kind == "heading" else _block_format(4, 8)
            )
        for piece in block.pieces:
            form = self._form(piece)
            if block.kind == "heading":
                form.setFont(interface_font(_HEADING, QFont.Weight.DemiBold))
            start = cursor.position()
            cursor.insertText(self._words_of(piece), form)
            if piece.kind in ("do", "page"):
                self._links.append(Link(start, cursor.position(), piece))

    def _form(self, piece: Piece) -> QTextCharFormat:
        colours = current_theme().colours
        form = _character_format(_BODY, _WEIGHTS.get(piece.kind, QFont.Weight.Normal))
        match piece.kind:
            case "key" | "cap":
                form = _character_format(_KEY, QFont.Weight.Medium)
                form.setBackground(colours.chip)
            case "typed":
                fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
                fixed.setPixelSize(_KEY)
                form.setFont(fixed)
                form.setBackground(colours.panel)
            case "do" | "page":
                form.setForeground(colours.accent)
                form.setFontUnderline(True)
                form.setAnchor(True)
                form.setAnchorHref(str(len(self._links)))
        return form

    def _mark_found(self) -> None:
        """Mark the words that were looked for, and go to the first."""
        marks: list[QTextEdit.ExtraSelection] = []
        for word in self._looked_for.split():
            found = self.document().find(word)
            while not found.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor, mark.format = found, QTextCharFormat()
                mark.format.setBackground(current_theme().colours.selection)
                marks.append(mark)
                found = self.document().find(word, found)
        self.setExtraSelections(marks)
        self.verticalScrollBar().setValue(0)

    # ---- links

    def _current(self) -> Link | None:
        cursor = self.textCursor()
        place = (cursor.selectionStart(), cursor.selectionEnd())
        return next((one for one in self._links if (one.start, one.end) == place), None)

    def _select(self, link: Link) -> None:
        cursor = self.textCursor()
        cursor.setPosition(link.start)
        cursor.setPosition(link.end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)


_WEIGHTS: dict[PieceKind, QFont.Weight] = {
    "strong": QFont.Weight.DemiBold,
    "stress": QFont.Weight.Medium,
}


def _character_format(px: int, weight: QFont.Weight) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFont(interface_font(px, weight))
    form.setForeground(current_theme().colours.ink)
    return form


def _block_format(above: int, below: int) -> QTextBlockFormat:
    form = QTextBlockFormat()
    form.setTopMargin(above)
    form.setBottomMargin(below)
    form.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return form
