"""Speaking a language for as long as a test takes."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from pressmark.ui.languages.speaking import speak


@contextmanager
def spoken(application: QApplication, language: str) -> Iterator[None]:
    """Have the program speak a language."""
    locale, before = QLocale(), {*application.findChildren(QTranslator)}
    speak(language)
    try:
        yield
    finally:
        for translator in {*application.findChildren(QTranslator)} - before:
            application.removeTranslator(translator)
            translator.setParent(None)
        application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        QLocale.setDefault(locale)
