from collections import Counter
from itertools import combinations

import pytest
from PySide6.QtWidgets import QMenu

from pressmark.store.label_sets import default_label_set
from pressmark.ui.action_keys import sequences
from pressmark.ui.actions.action import Action
from pressmark.ui.actions.table import ACTIONS
from pressmark.ui.desk import Desk
from pressmark.ui.menu_titles import MENU_TITLES
from pressmark.ui.theme.icons import has_icon


def keys(action: Action) -> set[str]:
    return {one.toString() for one in sequences(action.keys)}


def test_every_action_has_a_name_of_its_own() -> None:
    assert [one for one, count in Counter(row.id for row in ACTIONS).items() if count > 1] == []


def test_no_two_actions_have_a_key_in_common() -> None:
    clashes = [
        (one.id, other.id) for one, other in combinations(ACTIONS, 2) if keys(one) & keys(other)
    ]
    assert clashes == []


def test_no_action_has_a_key_of_a_label() -> None:
    labels = {key for label in default_label_set().labels for key in label.keys}
    assert [row.id for row in ACTIONS if keys(row) & labels] == []


def test_single_keys_act_only_in_the_article() -> None:
    plain = {row.id for row in ACTIONS for key in keys(row) if "+" not in key and key[0] != "F"}
    everywhere = {row.id for row in ACTIONS if not row.in_article}
    assert plain & everywhere == set()


@pytest.mark.parametrize("row", ACTIONS, ids=lambda row: row.id)
def test_what_an_action_names_is_there(row: Action) -> None:
    assert row.menu in MENU_TITLES
    assert not row.icon or has_icon(row.icon)
    assert all(not one.isEmpty() for one in sequences(row.keys))


def test_no_two_rows_of_a_menu_have_one_access_key() -> None:
    doubles = []
    for menu in MENU_TITLES:
        letters = Counter(
            row.text[row.text.index("&") + 1].lower()
            for row in ACTIONS
            if row.menu == menu and "&" in row.text
        )
        doubles += [(menu, letter) for letter, count in letters.items() if count > 1]
    assert doubles == []


def test_every_action_is_in_its_menu_with_its_keys(desk: Desk) -> None:
    shown = {
        action.objectName(): (menu.title(), {one.toString() for one in action.shortcuts()})
        for menu in desk.window.findChildren(QMenu)
        for action in menu.actions()
    }
    for row in ACTIONS:
        assert shown[row.id] == (MENU_TITLES[row.menu], keys(row))
