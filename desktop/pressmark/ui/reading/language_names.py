"""What the languages of articles are called: Qt knows their names in English alone."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

_TRANSLATED = {
    QT_TRANSLATE_NOOP("language", "Albanian"),
    QT_TRANSLATE_NOOP("language", "Amharic"),
    QT_TRANSLATE_NOOP("language", "Arabic"),
    QT_TRANSLATE_NOOP("language", "Armenian"),
    QT_TRANSLATE_NOOP("language", "Azerbaijani"),
    QT_TRANSLATE_NOOP("language", "Belarusian"),
    QT_TRANSLATE_NOOP("language", "Bengali"),
    QT_TRANSLATE_NOOP("language", "Bosnian"),
    QT_TRANSLATE_NOOP("language", "Bulgarian"),
    QT_TRANSLATE_NOOP("language", "Burmese"),
    QT_TRANSLATE_NOOP("language", "Chinese"),
    QT_TRANSLATE_NOOP("language", "Croatian"),
    QT_TRANSLATE_NOOP("language", "Czech"),
    QT_TRANSLATE_NOOP("language", "Danish"),
    QT_TRANSLATE_NOOP("language", "Dutch"),
    QT_TRANSLATE_NOOP("language", "English"),
    QT_TRANSLATE_NOOP("language", "Estonian"),
    QT_TRANSLATE_NOOP("language", "Finnish"),
    QT_TRANSLATE_NOOP("language", "French"),
    QT_TRANSLATE_NOOP("language", "Georgian"),
    QT_TRANSLATE_NOOP("language", "German"),
    QT_TRANSLATE_NOOP("language", "Greek"),
    QT_TRANSLATE_NOOP("language", "Hebrew"),
    QT_TRANSLATE_NOOP("language", "Hindi"),
    QT_TRANSLATE_NOOP("language", "Hungarian"),
    QT_TRANSLATE_NOOP("language", "Indonesian"),
    QT_TRANSLATE_NOOP("language", "Italian"),
    QT_TRANSLATE_NOOP("language", "Japanese"),
    QT_TRANSLATE_NOOP("language", "Kazakh"),
    QT_TRANSLATE_NOOP("language", "Khmer"),
    QT_TRANSLATE_NOOP("language", "Korean"),
    QT_TRANSLATE_NOOP("language", "Kurdish"),
    QT_TRANSLATE_NOOP("language", "Latvian"),
    QT_TRANSLATE_NOOP("language", "Lithuanian"),
    QT_TRANSLATE_NOOP("language", "Macedonian"),
    QT_TRANSLATE_NOOP("language", "Malay"),
    QT_TRANSLATE_NOOP("language", "Mongolian"),
    QT_TRANSLATE_NOOP("language", "Norwegian Bokmål"),
    QT_TRANSLATE_NOOP("language", "Pashto"),
    QT_TRANSLATE_NOOP("language", "Persian"),
    QT_TRANSLATE_NOOP("language", "Polish"),
    QT_TRANSLATE_NOOP("language", "Portuguese"),
    QT_TRANSLATE_NOOP("language", "Romanian"),
    QT_TRANSLATE_NOOP("language", "Russian"),
    QT_TRANSLATE_NOOP("language", "Serbian"),
    QT_TRANSLATE_NOOP("language", "Slovak"),
    QT_TRANSLATE_NOOP("language", "Slovenian"),
    QT_TRANSLATE_NOOP("language", "Somali"),
    QT_TRANSLATE_NOOP("language", "Spanish"),
    QT_TRANSLATE_NOOP("language", "Swahili"),
    QT_TRANSLATE_NOOP("language", "Swedish"),
    QT_TRANSLATE_NOOP("language", "Tajik"),
    QT_TRANSLATE_NOOP("language", "Thai"),
    QT_TRANSLATE_NOOP("language", "Turkish"),
    QT_TRANSLATE_NOOP("language", "Turkmen"),
    QT_TRANSLATE_NOOP("language", "Ukrainian"),
    QT_TRANSLATE_NOOP("language", "Urdu"),
    QT_TRANSLATE_NOOP("language", "Uzbek"),
    QT_TRANSLATE_NOOP("language", "Vietnamese"),
}
"""Those that news is mostly written in; others keep their English name."""


def language_name(code: str) -> str:
    """Return what a language is called, by its code ("pt-BR"); the code where none is known."""
    language = QLocale(code).language()
    if language == QLocale.Language.C:
        return code
    name = QLocale.languageToString(language)
    return QCoreApplication.translate("language", name) if name in _TRANSLATED else name
