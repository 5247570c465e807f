"""Lucide icons, tinted with a colour of the theme and crisp on every screen."""

import re
from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from pressmark.paths import resource

_SIZES = (16, 20, 24)
_DIRECTED = re.compile(r"(arrow|chevron|panel)-(left|right)|undo-2|redo-2|list")
"""What points along the line of reading: turned round where one reads from the right."""


def tinted_svg(name: str, colour: QColor) -> str:
    """Return the SVG of icon `name` with its strokes in `colour` (Qt draws currentColor black).

    FileNotFoundError when no icon of that name is shipped.
    """
    return _svg(name).replace("currentColor", colour.name())


@cache
def has_icon(name: str) -> bool:
    """Say whether an icon of that name is shipped (glyph names in label sets are free text)."""
    return name.replace("-", "").isalnum() and resource("icons", f"{name}.svg").is_file()


def icon_pixmap(name: str, colour: QColor, size: int = 16, ratio: float = 1.0) -> QPixmap:
    """Return icon `name` in `colour`, `size` device-independent px square.

    `ratio` is the device pixel ratio of what it is painted on. An icon that is not shipped is
    drawn as a plain tag.
    """
    name = name if has_icon(name) else "tag"
    from_right = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    is_turned = from_right and bool(_DIRECTED.fullmatch(name))
    return _render(name, colour.rgba(), size, ratio, is_turned=is_turned)


def icon(name: str, colour: QColor, disabled: QColor | None = None, *, apart: int = 0) -> QIcon:
    """Return icon `name` in `colour`, and in `disabled` (else at 40 % opacity) when disabled.

    `apart` is how many px are left free beside it, before words: Qt's buttons leave next to none.
    The icon does not follow a change of theme; `give_icon` in `appearance` does.
    """
    faded = disabled or QColor.fromRgb(colour.red(), colour.green(), colour.blue(), 102)
    made = QIcon()
    for size in _SIZES:
        for ratio in _ratios():
            # Qt would pale what is in a selected row.
            modes = (QIcon.Mode.Normal, colour), (QIcon.Mode.Selected, colour)
            for mode, tint in (*modes, (QIcon.Mode.Disabled, faded)):
                made.addPixmap(_widened(icon_pixmap(name, tint, size, ratio), apart), mode)
    return made


def _widened(pixmap: QPixmap, apart: int) -> QPixmap:
    """Return a picture with `apart` px more at its trailing edge."""
    if not apart:
        return pixmap
    ratio = pixmap.devicePixelRatio()
    wider = QPixmap(pixmap.width() + round(apart * ratio), pixmap.height())
    wider.setDevicePixelRatio(ratio)
    wider.fill(Qt.GlobalColor.transparent)
    from_right = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    painter = QPainter(wider)
    painter.drawPixmap(apart if from_right else 0, 0, pixmap)
    painter.end()
    return wider


def _ratios() -> set[float]:
    return {1.0, 2.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}


@cache
def _svg(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text("utf-8")


@lru_cache(maxsize=2048)
def _render(name: str, rgba: int, size: int, ratio: float, *, is_turned: bool) -> QPixmap:
    colour = QColor.fromRgba(rgba)
    side = round(size * ratio)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(tinted_svg(name, colour).encode()))
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, side, side))
    # Once over all, since translucent strokes would show where they cross.
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.fillRect(pixmap.rect(), QColor(0, 0, 0, colour.alpha()))
    painter.end()
    if is_turned:
        pixmap = pixmap.transformed(QTransform.fromScale(-1, 1))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
