from pytestqt.qtbot import QtBot

from pressmark.model.label_set import Label
from pressmark.ui.theme.themes import Theme
from pressmark.ui.widgets.label_chip import LabelChip
from tests.ui.widgets.looking import colours, grabbed, spoken


def test_a_chip_shows_glyph_and_title(
    theme: Theme, claim: Label, quote: Label, qtbot: QtBot
) -> None:
    chip = LabelChip(claim)
    qtbot.addWidget(chip)
    assert spoken(chip) == "Claim"
    assert colours(grabbed(chip))[theme.colours.ink.name()]
    chip.show_label(quote)
    assert spoken(chip) == "Quote"
    assert colours(grabbed(chip))[theme.marks["quote"].colour.name()]
