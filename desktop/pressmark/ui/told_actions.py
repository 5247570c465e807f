"""What actions are called where somebody is told of them."""

from collections.abc import Mapping

from pressmark.ui.action_keys import present_keys, shown_keys
from pressmark.ui.actions.table import ACTIONS
from pressmark.ui.guide import Told
from pressmark.ui.menu_titles import MENU_TITLES
from pressmark.ui.words import plain, translated


def told(action_id: str, chosen: Mapping[str, str]) -> Told:
    """Return what an action is called (KeyError: there is none); `chosen` are keys of its own."""
    row = {row.id: row for row in ACTIONS}[action_id]
    words = plain(translated(row.text))
    keys = shown_keys(present_keys(row, chosen))
    menu = plain(translated(MENU_TITLES[row.menu.partition("/")[0]]))
    return Told(words, keys[0] if keys else f"{menu} \u203a {words}")
