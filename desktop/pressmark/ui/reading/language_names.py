"""What the languages of articles are called: Qt knows their names in English alone."""

from PySide6.QtCore import QLocale

from pressmark.ui.words import phrase as _t
from pressmark.ui.words import translated

NAMES = (
    *(_t("Albanian"), _t("Amharic"), _t("Arabic"), _t("Armenian"), _t("Azerbaijani")),
    *(_t("Belarusian"), _t("Bengali"), _t("Bosnian"), _t("Bulgarian"), _t("Burmese")),
    *(_t("Chinese"), _t("Croatian"), _t("Czech"), _t("Danish"), _t("Dutch"), _t("English")),
    *(_t("Estonian"), _t("Finnish"), _t("French"), _t("Georgian"), _t("German"), _t("Greek")),
    *(_t("Hebrew"), _t("Hindi"), _t("Hungarian"), _t("Indonesian"), _t("Italian")),
    *(_t("Japanese"), _t("Kazakh"), _t("Khmer"), _t("Korean"), _t("Kurdish"), _t("Latvian")),
    *(_t("Lithuanian"), _t("Macedonian"), _t("Malay"), _t("Mongolian"), _t("Norwegian Bokmål")),
    *(_t("Pashto"), _t("Persian"), _t("Polish"), _t("Portuguese"), _t("Romanian")),
    *(_t("Russian"), _t("Serbian"), _t("Slovak"), _t("Slovenian"), _t("Somali"), _t("Spanish")),
    *(_t("Swahili"), _t("Swedish"), _t("Tajik"), _t("Thai"), _t("Turkish"), _t("Turkmen")),
    *(_t("Ukrainian"), _t("Urdu"), _t("Uzbek"), _t("Vietnamese")),
)
"""Those that news is mostly written in; others keep their English name."""


def language_name(code: str) -> str:
    """Return what a language is called, by its code ("pt-BR"); the code where none is known."""
    language = QLocale(code).language()
    if language == QLocale.Language.C:
        return code
    return translated(QLocale.languageToString(language))
