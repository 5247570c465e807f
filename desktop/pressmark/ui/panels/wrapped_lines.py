"""Text in a few lines, the last of them cut off with an ellipsis where there is more."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption


def wrapped_lines(text: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
    """Return the lines, at most `most`, that a text without line breaks has in `width` px."""
    return _wrapped(text, font.key(), width, most)


@lru_cache(maxsize=1024)
def _wrapped(text: str, font_key: str, width: int, most: int) -> tuple[str, ...]:
    font = QFont()
    font.fromString(font_key)
    layout = QTextLayout(text, font)
    layout.setTextOption(_option())
    units = text.encode("utf-16-le")  # Qt counts these
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = 2 * line.textStart()
        if len(lines) == most - 1:
            rest = units[start:].decode("utf-16-le", "ignore")
            metrics = QFontMetricsF(font)
            lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        piece = units[start : start + 2 * line.textLength()].decode("utf-16-le", "ignore")
        lines.append(piece.rstrip())
    layout.endLayout()
    return tuple(lines)


def _option() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
