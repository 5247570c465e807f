from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pressmark.model.label_set import Label
from pressmark.ui.theme.appearance import apply_theme
from pressmark.ui.theme.themes import Theme, load_theme
from pressmark.ui.widgets.themed_icon import Glyph, ThemedIcon
from tests.ui.widgets.looking import colours, grabbed, spoken


def test_an_icon_has_the_colour_of_the_theme(theme: Theme, qtbot: QtBot) -> None:
    icon = ThemedIcon("gavel", "accent", 24)
    qtbot.addWidget(icon)
    assert colours(grabbed(icon))[theme.colours.accent.name()]
    icon.show_icon("gavel", "danger")
    assert colours(grabbed(icon))[theme.colours.danger.name()]
    icon.setEnabled(False)
    assert colours(grabbed(icon))[theme.colours.faint.name()]


def test_a_change_of_theme_tints_it_anew(qapp: QApplication, theme: Theme, qtbot: QtBot) -> None:
    icon = ThemedIcon("gavel", "accent", 24)
    qtbot.addWidget(icon)
    grabbed(icon)
    other = load_theme("light" if theme.is_dark else "dark")
    apply_theme(qapp, other)
    seen = colours(grabbed(icon))
    assert seen[other.colours.accent.name()]
    assert not seen[theme.colours.accent.name()]


def test_a_glyph_is_its_label(theme: Theme, claim: Label, quote: Label, qtbot: QtBot) -> None:
    glyph = Glyph(claim, 24)
    qtbot.addWidget(glyph)
    assert spoken(glyph) == "Claim"
    assert colours(grabbed(glyph))[theme.marks["claim"].colour.name()]
    glyph.show_label(quote)
    assert spoken(glyph) == "Quote"
    assert colours(grabbed(glyph))[theme.marks["quote"].colour.name()]


def test_a_label_without_mark_and_glyph_is_shown_too(theme: Theme, qtbot: QtBot) -> None:
    glyph = Glyph(Label(id="x", title="X"), 24)
    qtbot.addWidget(glyph)
    assert colours(grabbed(glyph))[theme.colours.muted.name()]
