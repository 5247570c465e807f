"""Comparing what is on the screen with the pictures that are kept of it."""

import os
from pathlib import Path

from PIL import Image, ImageChops
from PySide6.QtWidgets import QApplication, QWidget

REFERENCES = Path(__file__).parent / "references"
UPDATE = "PRESSMARK_UPDATE_PICTURES"
STRONG = 24
"""By how much of 255 a colour may differ: softened edges of letters do, from system to system."""

MOST = 0.002
"""Which share of the pixels may differ by more than that."""


def compare(name: str, shown: QWidget, tmp_path: Path) -> None:
    for _round in range(2):  # what stands within something takes its place after that
        QApplication.processEvents()
    path, reference = tmp_path / f"{name}.png", REFERENCES / f"{name}.png"
    shown.grab().save(str(path))
    if os.environ.get(UPDATE):
        path.replace(reference)
        return
    with Image.open(path) as now, Image.open(reference) as before:
        assert now.size == before.size
        difference = ImageChops.difference(now.convert("RGB"), before.convert("RGB"))
    channels = [one.point(lambda value: 255 * (value > STRONG)) for one in difference.split()]
    strong = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    share = strong.histogram()[255] / (strong.width * strong.height)
    strong.save(tmp_path / f"{name}-difference.png")
    assert share <= MOST, f"{share:.2%} of {path} differ; see the picture beside it"
