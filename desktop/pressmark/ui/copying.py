"""What goes to the clipboard: always the stored text, never what Qt makes of it."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from pressmark.model.span import Span
from pressmark.ui.citation import citation
from pressmark.ui.reading.sides import Sides
from pressmark.ui.session import Session


class Copying(QObject):
    """Copies the selection, or without one the active annotation."""

    def __init__(self, session: Session, sides: Sides, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._sides = sides

    def copy(self) -> None:
        """Copy the text as it is stored."""
        pieces = self._pieces()
        if pieces:
            QGuiApplication.clipboard().setText("\n".join(pieces))

    def copy_citation(self) -> None:
        """Copy the text with where it stands: outlet, title, date, address."""
        article, pieces = self._session.article, self._pieces()
        if article is not None and pieces:
            QGuiApplication.clipboard().setText(citation(pieces, article.head))

    def _pieces(self) -> list[str]:
        article, span = self._session.article, self._sides.view.selected()
        if article is None:
            return []
        return [article.text[slice(*fragment)] for fragment in self._fragments(span)]

    def _fragments(self, span: Span | None) -> tuple[Span, ...]:
        if span is not None:
            return (span,)
        annotation = self._session.annotation
        return annotation.fragments if annotation else ()
