"""The measures of the article's type: everything that scales with the size of its text."""

from dataclasses import dataclass

from PySide6.QtGui import QFontMetricsF

from pressmark.ui.theme.fonts import ARTICLE_PX, article_font

PITCH = 170
"""From one baseline to the next, in hundredths of the size."""

COLUMN = 78
"""Average characters that the widest line has room for; full lines hold 70 on average."""

PARAGRAPH_GAP = 14.0
"""Px between two paragraphs."""

_SAMPLE = "Several foreign ministers, along with the foreign policy chief of the bloc, said so"


@dataclass(frozen=True, slots=True)
class Measure:
    """Lengths in px for article text of `size` px. Vertical ones are counted from a baseline.

    `spacing` is like PITCH, `characters` like COLUMN.
    """

    size: int = ARTICLE_PX
    spacing: int = PITCH
    characters: int = COLUMN

    @property
    def scale(self) -> float:
        """The size over the default size, as the marks count it."""
        return self.size / ARTICLE_PX

    @property
    def pitch(self) -> int:
        """From one baseline to the next."""
        return round(self.size * self.spacing / 100)

    @property
    def above(self) -> float:
        """How far a wash reaches above the baseline."""
        return round(self.size * 0.98)

    @property
    def below(self) -> float:
        """How far a wash reaches below the baseline."""
        return round(self.size * 0.34)

    def lane(self, number: int) -> float:
        """Return how far below the baseline the middle of a lane lies."""
        return round(self.size * 0.31 + number * max(3.5, self.size * 0.19))

    def column(self) -> int:
        """Return the width of the column of text."""
        metrics = QFontMetricsF(article_font(self.size))
        return round(metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE) * self.characters)
