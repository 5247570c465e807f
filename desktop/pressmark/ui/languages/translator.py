"""How Qt is told the words of a language."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTranslator

Words = Callable[[str, str, int], str | None]
"""From context, English and how many things it is about (or -1) to the words, or None."""


class Translator(QTranslator):
    """Asks a function for every phrase, Qt's own too; what it has no words for stays English."""

    def __init__(self, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words

    # None is Qt's null string: the next translator is asked.
    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 -- Qt calls it so
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        """Return the words for a phrase, or None."""
        del disambiguation
        return self._words(context, sourceText, n)

    def isEmpty(self) -> bool:
        """Say that there are words."""
        return False
