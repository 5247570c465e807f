"""Words that are written in one place and translated in another, when they are shown."""

from PySide6.QtCore import QCoreApplication, QLocale


def phrase(text: str) -> str:
    """Mark words for translation (for lupdate: an alias of QT_TR_NOOP); return them as they are."""
    return text


def translated(text: str) -> str:
    """Return the words of a `phrase` in the language of the interface."""
    return QCoreApplication.translate("", text)


def counted(one: str, many: str, count: int) -> str:
    """Return the words for `count` things, `{n}` in them replaced: "1 article", "2 articles".

    `many` is the `phrase` that is translated, in as many forms as a language has.
    """
    words = QCoreApplication.translate("", many, None, count)
    if words == many and count == 1:
        words = one
    return words.replace("{n}", QLocale().toString(count))


def plain(words: str) -> str:
    """Return the words of a menu without the sign of the access key."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")
