"""What stands before the items of a list: bullets, numbers, letters; and where the item begins."""

import re
from collections.abc import Sequence
from itertools import chain

from pressmark.articles.pdf.glyphs import Glyph
from pressmark.articles.pdf.pieces import Piece, distance

_KEPT_OFF = 0.45
"""How far, by the height of letters, text keeps off what could be a word as well as a marker."""
_BULLET = re.compile(r"[•◦▪▫■□●○‣⁃∙➢➤✓✔\uf0a7\uf0b7\uf0d8]")
_PERHAPS_BULLET = re.compile(r"[·o§–—-]$")
_ENUMERATED = re.compile(
    r"(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{2,5})[.)]|\d{1,2}(?:\.\d{1,2}){0,3}\.?|\*+)$"
)


def marker_of(ordered: Sequence[Piece], size: float) -> tuple[str, int]:
    """Return the marker that pieces in reading order begin with, and how many letters it has.

    Every bullet is "•"; no marker is "".
    """
    glyphs = list(chain.from_iterable(piece.glyphs for piece in ordered[:2]))
    end = next((at for at, one in enumerate(glyphs) if one.char == " "), len(glyphs))
    end = min(end, len(ordered[0].glyphs)) if len(ordered) > 1 else end
    word = "".join(one.char for one in glyphs[:end])
    if _BULLET.match(word):
        return "•", 1
    following = next((one for one in glyphs[end:] if not one.char.isspace()), None)
    if following is None or not end or _gap(glyphs[end - 1], following) < _KEPT_OFF * size:
        return "", 0
    if _PERHAPS_BULLET.match(word):
        return "•", 1
    return (word, end) if _ENUMERATED.match(word) else ("", 0)


def is_marker(piece: Piece) -> bool:
    """Say whether a piece that stands alone is a marker."""
    text = piece.text
    return any(one.match(text) for one in (_BULLET, _PERHAPS_BULLET, _ENUMERATED))


def _gap(last: Glyph, glyph: Glyph) -> float:
    return distance(last.left, last.right, glyph.left, glyph.right)
