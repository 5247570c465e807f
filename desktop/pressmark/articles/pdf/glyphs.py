"""What a page of a PDF draws: its letters with their places, and which of them nobody can see.

The only module that calls PDFium's text functions. Places are in points; each letter is turned so
that its own line runs to the right and `y` counts downwards, whatever way the page is turned.
"""

import ctypes
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pressmark.articles.pdf.engine import Drawn, address_of, pdfium
from pressmark.articles.pdf.surfaces import Surfaces

_SAME_PLACE = 0.5
"""How far, in points, a letter is off another about that is drawn over it."""
TINIEST = 1.0
"""How high, in points, letters are at least that a person could read."""
_HYPHENS = (0x02, 0xFFFE)
"""What PDFium gives for a hyphen at the end of a line."""
_SOFT_HYPHEN = "\u00ad"
_SEEN = 0.1
"""How wide, by the height of letters, a hyphen is at least that can be seen."""
_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
_RAISED = 0.2
"""How far above the baseline, by the height of letters, the ink of raised digits begins."""
_LINE_ENDS = "\r\n"
_BLANKS = (0x09, 0x0A, 0x0D)
_RIGHT_ANGLE = math.pi / 2
LYING = 1
"""The turn of letters that lie on their right side: their lines run down, from the right."""


@dataclass(slots=True)
class Glyph:
    """One letter: its code point, its box, its baseline, which way it runs, and who sees it.

    `turn` counts quarter turns to the right; -1 stands for a slant. `made` says that PDFium put it
    in (a space, a line end); then it has no box. `raised` are digits whose ink is, where the font
    has them so; `recognised` are letters that lie unseen with a scan that shows them.
    """

    char: str
    left: float = 0.0
    right: float = 0.0
    baseline: float = 0.0
    size: float = 0.0
    turn: int = 0
    made: bool = False
    hidden: bool = False
    doubtful: bool = False
    raised: bool = False
    recognised: bool = False


@dataclass(frozen=True, slots=True)
class _Object:
    """What letters drawn by one command have in common."""

    turn: int
    hidden: bool
    recognised: bool
    white: bool
    order: int


class PageLetters:
    """Reads the letters of one page, in the order that PDFium finds them in."""

    def __init__(self, text_page: object, surfaces: Surfaces) -> None:
        self._text = text_page
        self._surfaces = surfaces
        self._objects: dict[int, _Object] = {}
        self._rect = pdfium.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._ink = [ctypes.c_double() for _ in range(4)]

    def __iter__(self) -> Iterator[Glyph]:
        """Yield the letters, and the spaces and line ends that PDFium sees between them."""
        for index in range(max(0, pdfium.FPDFText_CountChars(self._text))):
            code = pdfium.FPDFText_GetUnicode(self._text, index)
            if code in _LOW:
                continue  # the second half of a pair
            if code in _HIGH:
                low = pdfium.FPDFText_GetUnicode(self._text, index + 1)
                code = 0x10000 + (code - _HIGH.start << 10) + low - _LOW.start if low in _LOW else 0
            if (glyph := self._glyph(index, code)) is not None:
                yield glyph

    def _glyph(self, index: int, code: int) -> Glyph | None:
        char = "-" if code in _HYPHENS else chr(code) if _is_letter(code) else "\ufffd"
        drawn = pdfium.FPDFText_GetTextObject(self._text, index)
        if not drawn or char in _LINE_ENDS:
            return Glyph(char, made=True) if char != "\ufffd" else None
        pdfium.FPDFText_GetLooseCharBox(self._text, index, self._rect)
        pdfium.FPDFText_GetCharOrigin(self._text, index, self._x, self._y)
        common = self._object(drawn, index)
        glyph = self._placed(char, common.turn)
        if char == _SOFT_HYPHEN and glyph.right - glyph.left > _SEEN * glyph.size:
            glyph.char = "-"  # it is drawn, wherever it stands: fonts call their hyphen so
        glyph.hidden = common.hidden or self._is_unseen(common, glyph.size)
        glyph.raised = char.isdigit() and common.turn == 0 and self._is_raised(index, glyph.size)
        glyph.recognised = common.recognised
        glyph.doubtful = _is_private(code) or (
            pdfium.FPDFText_HasUnicodeMapError(self._text, index) == 1
        )
        return glyph

    def _placed(self, char: str, turn: int) -> Glyph:
        """Turn the box of a letter so that its line runs to the right and y counts downwards."""
        box = self._rect
        x, y = self._x.value, self._y.value
        left, right, low, high, base = box.left, box.right, box.bottom, box.top, y
        if turn == 3:
            left, right, low, high, base = box.bottom, box.top, -box.right, -box.left, -x
        elif turn == 2:
            left, right, low, high, base = -box.right, -box.left, -box.top, -box.bottom, -y
        elif turn == 1:
            left, right, low, high, base = -box.top, -box.bottom, box.left, box.right, x
        return Glyph(char, left, right, -base, high - low, turn)

    def _is_raised(self, index: int, size: float) -> bool:
        left, right, low, high = self._ink
        pdfium.FPDFText_GetCharBox(self._text, index, left, right, low, high)
        return low.value - self._y.value > _RAISED * size

    def _object(self, drawn: Drawn, index: int) -> _Object:
        address = address_of(drawn)
        found = self._objects.get(address)
        if found is None:
            mode = pdfium.FPDFTextObj_GetTextRenderMode(drawn)
            unseen = mode in (
                pdfium.FPDF_TEXTRENDERMODE_INVISIBLE,
                pdfium.FPDF_TEXTRENDERMODE_CLIP,
            )
            red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
            coloured = pdfium.FPDFPageObj_GetFillColor(drawn, red, green, blue, alpha)
            fills = bool(coloured) and mode == pdfium.FPDF_TEXTRENDERMODE_FILL
            is_scan, order = self._surfaces.is_picture, self._surfaces.order_of(address)
            found = self._objects[address] = _Object(
                turn=_quarter(pdfium.FPDFText_GetCharAngle(self._text, index)),
                hidden=(unseen and not is_scan) or (fills and alpha.value == 0),
                recognised=is_scan and (unseen or 0 <= order < self._surfaces.scan),
                white=fills and min(red.value, green.value, blue.value) >= 250,
                order=order,
            )
        return found

    def _is_unseen(self, common: _Object, size: float) -> bool:
        x, y = (self._rect.left + self._rect.right) / 2, (self._rect.bottom + self._rect.top) / 2
        surfaces = self._surfaces
        return (
            (0 < size < TINIEST)
            or not surfaces.is_on_page(x, y)
            or surfaces.is_covered(x, y, common.order)
            or (common.white and not surfaces.has_ground(x, y, common.order))
        )


def once(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    """Yield letters, those that are drawn twice at one place once: that makes them bold, or dim.

    The letters of a ligature share a place as well, but follow each other.
    """
    seen: set[tuple[str, bool, int, int]] = set()
    last, is_again = (0.0, 0.0), False
    for glyph in glyphs:
        if glyph.made or glyph.char.isspace():
            yield glyph
            continue
        x, y = round(glyph.left / _SAME_PLACE), round(glyph.baseline / _SAME_PLACE)
        if (glyph.left, glyph.baseline) != last:
            places = [(glyph.char, glyph.hidden, near, y) for near in (x - 1, x, x + 1)]
            is_again = not seen.isdisjoint(places)
        seen.add((glyph.char, glyph.hidden, x, y))
        last = glyph.left, glyph.baseline
        if not is_again:
            yield glyph


def main_turn(glyphs: list[Glyph]) -> int:
    """Return which way most letters of a page run."""
    counts = Counter(glyph.turn for glyph in glyphs if not glyph.made and glyph.turn >= 0)
    return counts.most_common(1)[0][0] if counts else 0


def _quarter(angle: float) -> int:
    """Return an angle as quarter turns to the right; -1 for what is slanted."""
    if angle < 0:
        return 0
    turns = angle / _RIGHT_ANGLE
    nearest = round(turns)
    return nearest % 4 if abs(turns - nearest) < 0.1 else -1


def _is_letter(code: int) -> bool:
    """Say whether a code point can stand in a text: no control character, no half of a pair."""
    return code in _BLANKS or (code >= 0x20 and not 0xD800 <= code < 0xE000 and code <= 0x10FFFF)


def _is_private(code: int) -> bool:
    return 0xE000 <= code <= 0xF8FF or code == 0xFFFD or code >= 0xF0000
