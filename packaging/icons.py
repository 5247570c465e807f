"""The icon of the program as pictures of every size, drawn from the one drawing there is.

Run with the Python of an environment that has Qt: `python icons.py FOLDER`.
"""

import struct
import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
_DRAWING = Path(__file__).resolve().parent.parent / "resources" / "icons" / "pressmark.svg"


def main() -> None:
    """Write `16.png` and so on, `pressmark.ico` and `pressmark.icns` into a folder."""
    folder = Path(sys.argv[1])
    drawn = {size: _drawn(size) for size in SIZES}
    for size, png in drawn.items():
        (folder / f"{size}.png").write_bytes(png)
    (folder / "pressmark.ico").write_bytes(windows_icon(drawn))
    (folder / "pressmark.icns").write_bytes(mac_icon(drawn))


def windows_icon(drawn: Mapping[int, bytes]) -> bytes:
    """Return the icon as Windows has it: one file with the smaller pictures in it."""
    pictures = [(size, png) for size, png in drawn.items() if size <= 256]
    head = struct.pack("<HHH", 0, 1, len(pictures))
    place = len(head) + 16 * len(pictures)
    for size, png in pictures:
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(png), place)
        place += len(png)
    return head + b"".join(png for _, png in pictures)


def mac_icon(drawn: Mapping[int, bytes]) -> bytes:
    """Return the icon as macOS has it."""
    kinds = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}
    parts = [
        kinds[size] + struct.pack(">I", len(png) + 8) + png
        for size, png in drawn.items()
        if size in kinds
    ]
    return b"icns" + struct.pack(">I", 8 + sum(map(len, parts))) + b"".join(parts)


def _drawn(size: int) -> bytes:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(_DRAWING)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


if __name__ == "__main__":
    main()
