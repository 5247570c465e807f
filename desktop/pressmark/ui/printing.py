"""Printing: the article with its marks, and whatever else comes in pages."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from pressmark.ui.printed_article import PrintedArticle
from pressmark.ui.session import Session

_PX_AN_INCH = 96


class Pages(Protocol):
    """Something laid out for pages, painted one by one."""

    @property
    def count(self) -> int:
        """The number of pages."""

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint a page, the first is 0, with its top left corner where the painter's is."""


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
        printer = ask_printer(article.head.title or article.head.id, self._window)
        if printer is not None:
            self.print_on(printer)

    def print_on(self, device: QPagedPaintDevice) -> None:
        """Print the article on a printer or into a PDF."""
        article = self._session.article
        if article is not None:
            project = self._session.project
            print_pages(device, lambda size: PrintedArticle(project, article, size))


def ask_printer(name: str, parent: QWidget) -> QPrinter | None:
    """Ask for a printer, or a PDF file, for what is called so; None for none."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    dialog = QPrintDialog(printer, parent)
    is_accepted = bool(dialog.exec())
    dialog.deleteLater()
    return printer if is_accepted else None


def print_pages(device: QPagedPaintDevice, laid_out: Callable[[QSizeF], Pages]) -> None:
    """Print what is `laid_out` for pages of a size in px (96 to an inch)."""
    painter = QPainter()
    if not painter.begin(device):
        return
    scale = device.logicalDpiX() / _PX_AN_INCH
    pages = laid_out(QSizeF(device.width() / scale, device.height() / scale))
    painter.scale(scale, scale)
    for number in range(pages.count):
        if number:
            device.newPage()
        pages.paint(painter, number)
    painter.end()
