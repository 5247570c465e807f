from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from pressmark.edits.annotations import SetFlag
from pressmark.ui.panels.annotation_list import AnnotationList
from pressmark.ui.session import Session
from pressmark.ui.theme.themes import Theme
from tests.ui.panels.in_memory import ANADOLU
from tests.ui.widgets.looking import colours


@pytest.fixture
def panel(anadolu: Session, show: Callable[..., None], theme: Theme) -> AnnotationList:
    del theme  # it is shown before the panel
    made = AnnotationList(anadolu)
    show(made, 340, 900)
    return made


def row(panel: AnnotationList, at: int) -> QImage:
    place = panel.view.visualRect(panel.view.model().index(at, 0))
    return panel.view.viewport().grab(place).toImage()


def colourful(image: QImage) -> list[int]:
    """Return the x of the pixels that are neither grey nor nearly so; glyphs are thin lines."""
    every = ((x, image.pixelColor(x, y)) for x in range(image.width()) for y in range(29))
    return [x for x, colour in every if max(colour.getRgb()[:3]) - min(colour.getRgb()[:3]) > 50]


@pytest.mark.parametrize(
    ("direction", "side"),
    [(Qt.LayoutDirection.LeftToRight, 0), (Qt.LayoutDirection.RightToLeft, 1)],
)
def test_each_row_begins_with_a_glyph_in_colour(
    panel: AnnotationList, direction: Qt.LayoutDirection, side: int
) -> None:
    panel.setLayoutDirection(direction)
    for at in range(4):
        image = row(panel, at)
        found = colourful(image)
        assert len(found) > 10
        assert all((x > image.width() / 2) == bool(side) for x in found)


def test_the_active_row_has_a_ground_of_its_own(
    anadolu: Session, panel: AnnotationList, theme: Theme
) -> None:
    chip = theme.colours.chip.name()
    assert colours(row(panel, 3))[chip] == 0
    anadolu.activate("B04")
    assert colours(row(panel, 3))[chip] > 2000


def test_a_flag_is_shown(anadolu: Session, panel: AnnotationList) -> None:
    before = len(colourful(row(panel, 3)))
    anadolu.commit("Flag annotation", SetFlag(ANADOLU, "B04", flag=True))
    assert len(colourful(row(panel, 3))) > before + 10
