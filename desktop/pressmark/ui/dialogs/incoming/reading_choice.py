"""Offsets that nobody knows how to read: a choice, with what then stands at some places."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from pressmark.formats.counting import Counting, Unit
from pressmark.formats.format import Reading
from pressmark.ui.panels.words import one_line
from pressmark.ui.theme.fonts import article_font
from pressmark.ui.widgets.elided_label import ElidedLabel
from pressmark.ui.words import in_marks, translated
from pressmark.ui.words import phrase as _t

_WORDS: Mapping[Unit, str] = {
    "code points": _t("Code points, as most programs count"),
    "UTF-16": _t("UTF-16: emoji count two, as in browsers"),
    "bytes": _t("Bytes of UTF-8"),
    "graphemes": _t("Characters as one sees them"),
}
_INDENT, _LONGEST = 26, 40


class ReadingChoice(QWidget):
    """One way to read them is chosen; at first the likeliest."""

    def __init__(self, readings: tuple[Reading, ...]) -> None:
        super().__init__()
        self._readings = readings
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for at, reading in enumerate(readings):
            button = QRadioButton(_words(reading.counting))
            button.setAccessibleDescription(_samples(reading))
            self._group.addButton(button, at)
            samples = ElidedLabel(_samples(reading), "muted")
            samples.setFont(article_font(14))
            samples.setContentsMargins(_INDENT, 0, 0, 6)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(samples)
        self._group.button(0).setChecked(True)

    @property
    def counting(self) -> Counting:
        """What the offsets count."""
        return self._readings[self._group.checkedId()].counting


def _words(counting: Counting) -> str:
    is_plain = counting == Counting(counting.unit)
    return translated(_WORDS[counting.unit]) if is_plain else counting.words


def _samples(reading: Reading) -> str:
    """Return the words that stand at some places, one beside the other."""
    none = translated(_t("(nothing)"))
    blank = translated(_t("(white space)"))
    shown = (
        none if one is None else blank if one.isspace() else in_marks(_short(one))
        for one in reading.samples
    )
    return "   ".join(shown)


def _short(words: str) -> str:
    line = one_line(words)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
