"""Which language the interface speaks, and making it speak."""

import os
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from pressmark.catalogue import catalogue_of, languages

VARIABLE = "PRESSMARK_LANGUAGE"
"""The environment variable that is heeded before the setting: for developers."""
_MADE_UP = {"xx-long": "longer", "xx-mirror": "mirrored"}


def speak(setting: str) -> str:
    """Speak a language of `languages()`, or "system": the first of the system's that there is.

    To be called once, before there is anything to read; returns the code of the language.
    """
    language = _chosen(os.environ.get(VARIABLE) or setting)
    QLocale.setDefault(_locale(language))
    if language != "en":
        _install(language)
    return language


def _chosen(asked: str) -> str:
    there = languages()
    wanted = QLocale.system().uiLanguages() if asked == "system" else [asked]
    for tag in wanted:
        code = tag.replace("_", "-").partition("-")[0]
        if tag in _MADE_UP or code in there:
            return tag if tag in _MADE_UP else code
    return "en"


def _locale(language: str) -> QLocale:
    """Return how dates and numbers are written: as the system does, but in the words of here."""
    system = QLocale.system()
    spoken = QLocale("en_GB" if language == "en" or language in _MADE_UP else language)
    if system.language() == spoken.language():
        return system
    return spoken


def _install(language: str) -> None:
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError(application)
    # English needs none of this, and shall not wait for it.
    from pressmark.ui.languages import made_up  # noqa: PLC0415
    from pressmark.ui.languages.translator import Translator  # noqa: PLC0415

    if language in _MADE_UP:
        words = getattr(made_up, _MADE_UP[language])
    else:
        words = catalogue_of(language).words
        of_qt = QTranslator(application)
        shipped = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        if of_qt.load(f"qtbase_{language}", str(shipped)):
            application.installTranslator(of_qt)
    application.installTranslator(Translator(words, application))
    is_mirrored = language == "xx-mirror" or QLocale(language).textDirection() != _LEFT_TO_RIGHT
    if is_mirrored:
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)


_LEFT_TO_RIGHT = Qt.LayoutDirection.LeftToRight
