import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pressmark.errors import SettingsError
from pressmark.paths import state_folder
from pressmark.store.state import Place, State, read_state, write_state


def test_nothing_is_known_at_first() -> None:
    assert read_state() == State()


def test_state_is_kept() -> None:
    state = State(geometry="AAEC", docks="/w==").opened("/a/б.pressmark")
    state = state.left(
        "/a/б.pressmark", Place("4f2a", 120, 34, "77", "title", (("state", "new"), ("source", "")))
    )
    write_state(state)
    assert read_state() == state


def test_the_last_opened_is_the_first_of_ten() -> None:
    state = State()
    for number in [*range(12), 5]:
        state = state.opened(f"/{number}")
    assert state.last == "/5"
    assert state.recent == tuple(f"/{number}" for number in [5, 11, 10, 9, 8, 7, 6, 4, 3, 2])


def test_places_are_kept_of_the_latest_projects() -> None:
    state = State()
    for number in range(60):
        state = state.left(f"/{number}", Place("a", number))
    state = state.left("/12", Place("b"))
    assert len(state.places) == 50
    assert state.places["/12"] == Place("b")
    assert "/9" not in state.places


def test_a_forgotten_project_leaves_no_trace() -> None:
    state = State().opened("/other").opened("/a").left("/a", Place("x"))
    assert state.forgotten("/a") == State(recent=("/other",))


@pytest.mark.parametrize(
    "facts",
    [
        {"places": {"/a": ["x", 1, 2, 3]}},
        {"places": {"/a": ["x", "1"]}},
        {"places": {"/a": 4}},
        {"places": {"/a": ["x", 1, 2, "", "", [["a"]]]}},
        {"places": {"/a": ["x", 1, 2, "", "", [["a", 1]]]}},
        {"places": {"/a": ["x", 1, 2, "", "", 5]}},
        {"places": []},
        {"recent": "abc"},
        {"recent": [1]},
        {"geometry": 7},
    ],
)
def test_damaged_values_are_as_at_first(
    facts: dict[str, Any], expect_log: Callable[[str], None]
) -> None:
    expect_log("settings damaged: state.json")
    state_folder().mkdir(parents=True)
    (state_folder() / "state.json").write_text(json.dumps(facts))
    assert read_state() == State()


def test_a_state_that_cannot_be_is_refused() -> None:
    with pytest.raises(SettingsError):
        State(places={"/a": Place("x", 1.5)})  # type: ignore[arg-type] # what is tested


def test_a_folder_that_cannot_be_made_is_told(home: Path) -> None:
    (home / "data").write_text("not a folder")
    with pytest.raises(SettingsError, match="unwritable"):
        write_state(State())
