"""Printing the article with its marks."""

from PySide6.QtCore import QObject, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from pressmark.ui.printed_article import PrintedArticle
from pressmark.ui.session import Session

_PX_AN_INCH = 96


class Printing(QObject):
    """Prints the article that is in the reading view."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    def ask(self) -> None:
        """Ask for a printer, or a PDF file, and print."""
        article = self._session.article
        if article is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(article.head.title or article.head.id)
        dialog = QPrintDialog(printer, self._window)
        is_accepted = bool(dialog.exec())
        dialog.deleteLater()
        if is_accepted:
            self.print_on(printer)

    def print_on(self, device: QPagedPaintDevice) -> None:
        """Print the article on a printer or into a PDF."""
        article = self._session.article
        painter = QPainter()
        if article is None or not painter.begin(device):
            return
        scale = device.logicalDpiX() / _PX_AN_INCH
        size = QSizeF(device.width() / scale, device.height() / scale)
        printed = PrintedArticle(self._session.project, article, size)
        painter.scale(scale, scale)
        for number in range(printed.count):
            if number:
                device.newPage()
            printed.paint(painter, number)
        painter.end()
