"""Words that are written in one place and translated in another, when they are shown."""

from PySide6.QtCore import QCoreApplication, QLocale

# whoever shows words finds all here
from pressmark.phrases import phrase as phrase  # noqa: PLC0414 -- so it is passed on
from pressmark.phrases import phrases as phrases  # noqa: PLC0414 -- so it is passed on

_MARKS = phrase("“{words}”")


def translated(text: str) -> str:
    """Return the words of a `phrase` in the language of the interface."""
    return QCoreApplication.translate("", text)


def counted(one: str, many: str, count: int) -> str:
    """Return the words for `count` things, `{n}` in them replaced: "1 article", "2 articles".

    `many` is translated, in as many forms as a language has.
    """
    words = QCoreApplication.translate("", many, None, count)
    if words == many and count == 1:
        words = one
    return words.replace("{n}", number_words(count))


def number_words(number: int) -> str:
    """Return a number as it is written in the language of the interface: "12,500"."""
    return QLocale().toString(number)


def spoken() -> str:
    """Return the code of the language of the interface ("en"), as dates and numbers have it."""
    return QLocale().name().partition("_")[0]


def in_marks(words: str) -> str:
    """Return words in the quotation marks of the language of the interface: “so”."""
    return translated(_MARKS).replace("{words}", words)


def plain(words: str) -> str:
    """Return the words of a menu without the sign of the access key."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")
