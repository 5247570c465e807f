"""Opening the palette, and doing what was picked in it."""

from pressmark.ui.desk import Desk
from pressmark.ui.palette.entries import entries
from pressmark.ui.palette.palette_dialog import PaletteDialog


def open_palette(desk: Desk) -> None:
    """Ask what to do or where to go, and do it."""
    dialog = PaletteDialog(tuple(entries(desk)), desk.window)
    is_picked = dialog.exec()
    dialog.deleteLater()
    if is_picked and dialog.picked:
        dialog.picked.do()
