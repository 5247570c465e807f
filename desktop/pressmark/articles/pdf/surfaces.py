"""What lies on a page beside its text: pictures, and painted rectangles under and over letters."""

import ctypes
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from pressmark.articles.pdf.engine import Drawn, address_of, pdfium

_MOST = 2000
"""How many painted shapes of a page are looked at: drawings have more, and cover no text."""
_DEEPEST = 6
_BAR = 4.0
"""How thick, in points, a line is at least that blots letters out."""
_OF_A_LINE = 2
_SCAN = 0.5
"""Which share of a page its pictures cover where it is a scan."""

_Bounds = tuple[float, float, float, float]
"""Where something begins and ends: left, bottom, right, top."""


@dataclass(frozen=True, slots=True)
class _Shape:
    left: float
    bottom: float
    right: float
    top: float
    order: int
    opaque: bool
    white: bool

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.bottom <= y <= self.top


def _order(shape: _Shape) -> int:
    return shape.order


class Surfaces:
    """The shapes of a page in the order they are painted in, pictures among them.

    `is_picture` says that they cover most of the page, `scan` when the last of them is painted.
    """

    def __init__(self, page: object, box: tuple[float, float, float, float]) -> None:
        self._left, self._bottom, self._right, self._top = box
        self._orders: dict[int, int] = {}
        self._shapes: list[_Shape] = []
        self.pictures = 0
        self.scan = -1
        self._pictured = 0.0
        for order, shape in enumerate(_objects(page)):
            self._orders[address_of(shape)] = order
            self._take(shape, order)
        area = max(1.0, (self._right - self._left) * (self._top - self._bottom))
        self.is_picture = self._pictured >= _SCAN * area
        self._covers = [shape for shape in self._shapes if shape.opaque]

    def order_of(self, address: int) -> int:
        """Return when an object is painted; -1 where that is not known."""
        return self._orders.get(address, -1)

    def is_on_page(self, x: float, y: float) -> bool:
        """Say whether a point is within what is shown of the page."""
        return self._left <= x <= self._right and self._bottom <= y <= self._top

    def is_covered(self, x: float, y: float, order: int) -> bool:
        """Say whether something is painted over a point after `order`."""
        if order < 0:
            return False
        later = bisect_right(self._covers, order, key=_order)
        return any(one.holds(x, y) for one in self._covers[later:])

    def has_ground(self, x: float, y: float, order: int) -> bool:
        """Say whether a point lies on something that is not white."""
        return any(
            (order < 0 or one.order < order) and not one.white and one.holds(x, y)
            for one in self._shapes
        )

    def _take(self, shape: Drawn, order: int) -> None:
        kind = pdfium.FPDFPageObj_GetType(shape)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            for inner in _inside(shape, 1):
                self._count_picture(inner, order)
        self._count_picture(shape, order)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT or len(self._shapes) >= _MOST:
            return
        bounds = _bounds(shape)
        if bounds is None:
            return
        opaque = white = False
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            filled, colour = _filling(shape)
            bar = None if filled else _bar(shape, bounds)
            if not filled and bar is None:
                return
            bounds = bar or bounds
            opaque = bar is not None or _is_rectangle(shape)
            opaque = opaque and not pdfium.FPDFPageObj_HasTransparency(shape)
            white = filled and min(colour) >= 250
        self._shapes.append(_Shape(*bounds, order=order, opaque=opaque, white=white))

    def _count_picture(self, shape: Drawn, order: int) -> None:
        if pdfium.FPDFPageObj_GetType(shape) != pdfium.FPDF_PAGEOBJ_IMAGE:
            return
        self.pictures += 1
        self.scan = order
        if (bounds := _bounds(shape)) is not None:
            left, bottom, right, top = bounds
            width = min(right, self._right) - max(left, self._left)
            height = min(top, self._top) - max(bottom, self._bottom)
            self._pictured += max(0.0, width) * max(0.0, height)


def _objects(page: object) -> Iterator[Drawn]:
    for index in range(max(0, pdfium.FPDFPage_CountObjects(page))):
        if found := pdfium.FPDFPage_GetObject(page, index):
            yield found


def _inside(form: object, depth: int) -> Iterator[Drawn]:
    if depth > _DEEPEST:
        return
    for index in range(max(0, pdfium.FPDFFormObj_CountObjects(form))):
        if found := pdfium.FPDFFormObj_GetObject(form, index):
            yield found
            if pdfium.FPDFPageObj_GetType(found) == pdfium.FPDF_PAGEOBJ_FORM:
                yield from _inside(found, depth + 1)


def _bounds(shape: object) -> _Bounds | None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(shape, left, bottom, right, top):
        return None
    return left.value, bottom.value, right.value, top.value


def _filling(path: object) -> tuple[bool, tuple[int, int, int]]:
    """Say whether a path is filled, and with which colour."""
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, mode, stroked)
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    known = pdfium.FPDFPageObj_GetFillColor(path, red, green, blue, alpha)
    colour = (red.value, green.value, blue.value) if known else (0, 0, 0)
    return bool(mode.value) and (not known or alpha.value == 255), colour


def _is_rectangle(path: object) -> bool:
    return 4 <= int(pdfium.FPDFPath_CountSegments(path)) <= 6


def _bar(path: object, bounds: _Bounds) -> _Bounds | None:
    """Return what a path blots out that is a straight line, drawn thick; its bounds are wider."""
    stroked, width = ctypes.c_int(), ctypes.c_float()
    pdfium.FPDFPath_GetDrawMode(path, ctypes.c_int(), stroked)
    if not stroked.value or int(pdfium.FPDFPath_CountSegments(path)) != _OF_A_LINE:
        return None
    if not pdfium.FPDFPageObj_GetStrokeWidth(path, width) or width.value < _BAR:
        return None
    left, bottom, right, top = bounds
    off = width.value / 2
    is_straight = min(right - left, top - bottom) <= 2 * width.value + 1
    return (left + off, bottom + off, right - off, top - off) if is_straight else None
