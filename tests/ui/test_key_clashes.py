import pytest
from PySide6.QtGui import QKeySequence

from pressmark.store.label_sets import default_label_set
from pressmark.ui.action_keys import present_keys, sequences, with_keys
from pressmark.ui.actions.table import ACTIONS
from pressmark.ui.key_clashes import FIXED, refusal

ROWS = {row.id: row for row in ACTIONS}
LABELS = default_label_set()


def refused(action_id: str, key: str, **chosen: str) -> str:
    found = refusal(ROWS[action_id], QKeySequence(key), chosen, LABELS)
    return found.words if found else ""


@pytest.mark.parametrize(
    ("action_id", "key", "words"),
    [
        ("find", "Ctrl+E", "Ctrl+E is the key of Export. Press another one."),
        ("find", "Ctrl+3", "Ctrl+3 is the key of State: Done. Press another one."),
        ("next", "F", "F is the key of Flag. Press another one."),
        ("next", "1", "1 is the key of the label Claim. Press another one."),
        (
            "next",
            "Shift+C",
            "Shift+C is the key of a further fragment of Claim. Press another one.",
        ),
        ("find", "Alt+F", "Alt+F is the key of the menu File. Press another one."),
        ("find", "Alt+1", "Alt+1 is the key of Claimant (Claim). Press another one."),
        ("find", "G", "Find works everywhere, so its key needs Ctrl or Alt with it."),
        ("find", "Shift+Del", "Find works everywhere, so its key needs Ctrl or Alt with it."),
        ("next", "Esc", "Esc leads through the window. Press another one."),
        ("next", "Left", "Left moves the caret or selects. Press another one."),
        ("next", "Ctrl+Shift+End", "Ctrl+Shift+End moves the caret or selects. Press another one."),
        ("inspect", "G", "To the inspector keeps its key. Nothing was changed."),
    ],
)
def test_a_key_that_cannot_be_is_refused_by_naming_why(
    action_id: str, key: str, words: str
) -> None:
    assert refused(action_id, key) == words


@pytest.mark.parametrize(
    ("action_id", "key"),
    [("find", "Ctrl+Alt+F"), ("find", "Alt+F12"), ("next", "G"), ("next", "?"), ("next", "7")],
)
def test_a_free_key_is_taken(action_id: str, key: str) -> None:
    assert refused(action_id, key) == ""


def test_keys_that_were_chosen_count_instead_of_the_first_ones() -> None:
    assert refused("next", "G", flag="G") == "G is the key of Flag. Press another one."
    assert refused("next", "F", flag="G") == ""


def test_a_chosen_key_goes_before_one_of_the_table() -> None:
    redo = ROWS["redo"]
    assert present_keys(redo, {}) == present_keys(redo, {"find": "F9"}) == redo.keys
    assert present_keys(redo, {"find": "F9; Ctrl+Y"}) == "Ctrl+Shift+Z"
    assert present_keys(ROWS["undo"], {"find": "Ctrl+Z"}) == ""
    assert with_keys(redo, sequences("Ctrl+Shift+Z"), {}) == {"redo": "Ctrl+Shift+Z"}
    assert with_keys(redo, sequences(redo.keys), {"redo": "F9", "find": "F8"}) == {"find": "F8"}


@pytest.mark.parametrize("name", ["", "Nonsense", "Ctrl+Nonsense"])
def test_names_that_are_no_keys_are_passed_over(name: str) -> None:
    assert sequences(name) == []


def test_a_refusal_says_which_action_has_the_key() -> None:
    found = refusal(ROWS["find"], QKeySequence("Ctrl+E"), {}, LABELS)
    assert found is not None
    assert found.by == "export"


def test_without_a_project_only_actions_and_menus_have_keys() -> None:
    assert refusal(ROWS["next"], QKeySequence("1"), {}, None) is None


@pytest.mark.parametrize(
    ("row", "key"),
    [(row, key) for row in ACTIONS if row.id not in FIXED for key in sequences(row.keys)],
    ids=lambda one: one.toString() if isinstance(one, QKeySequence) else one.id,
)
def test_no_action_has_a_key_that_it_could_not_be_given(row: object, key: QKeySequence) -> None:
    assert isinstance(row, type(ROWS["next"]))
    assert refusal(row, key, {}, LABELS) is None
