"""Killed at whatever instant, Pressmark loses nothing that it acknowledged; a worse one would."""

import sys
from pathlib import Path

import pytest

from tests.crash.accounts import Account
from tests.crash.kill_rounds import kill
from tests.crash.loss import Lost
from tests.crash.phases import PHASES
from tests.crash.victim import Victim

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")

ANNOTATE_ROUNDS, WINDOW_ROUNDS = 24, 6
TRIES = 40
"""How many kills may miss the moment in which a sabotaged build loses; the first that hits ends."""


def test_kills_of_annotate_lose_nothing() -> None:
    tally = kill("annotate", ANNOTATE_ROUNDS)
    assert tally.killed.total() >= ANNOTATE_ROUNDS
    assert min(tally.killed[phase] for phase in PHASES) >= 2, tally.killed


def test_kills_of_the_window_lose_nothing() -> None:
    tally = kill("window", WINDOW_ROUNDS)
    assert tally.killed.total() >= WINDOW_ROUNDS
    assert len(tally.killed) >= 4, tally.killed


@pytest.mark.parametrize(
    ("build", "aim"),
    [
        ("in place", "serialising"),
        ("journal dropped early", "temp file"),
        ("kept too early", "idle"),
    ],
)
def test_kills_of_a_sabotaged_build_are_found_to_lose_work(
    build: str, aim: str, tmp_path: Path
) -> None:
    assert any(
        is_lost(Victim(tmp_path / f"{number}", "annotate", build), aim) for number in range(TRIES)
    )


def is_lost(victim: Victim, aim: str) -> bool:
    try:
        victim.round(aim)
    except Lost:
        return True
    return False


def test_what_counts_as_lost() -> None:
    account = Account({"old": None}, [("a", None), ("b", "note"), "a"], kept=2)
    account.check({"old": None, "a": None, "b": "note"})
    account.check({"old": None, "b": "note"})
    for found in ({"old": None, "a": None}, {"a": None, "b": "note"}, {}):
        with pytest.raises(Lost):
            account.check(found)
