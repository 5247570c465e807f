"""Kills Pressmark again and again, each time on what the last kill left, and looks for losses.

    python -m tests.crash.kill_rounds [ROUNDS]

Prints how many kills of `pressmark annotate` and of the window fell into which phase. Every round
aims at the phase that had the fewest; a kill is counted where it fell.
"""

import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.crash.loss import Lost
from tests.crash.phases import PHASES
from tests.crash.victim import Victim

FULL, ENOUGH = 200, 20
"""How many kills a full run has, and how many of them must have fallen into each phase."""


@dataclass
class Tally:
    """How many kills fell where; shared by those who kill."""

    rounds: int
    killed: Counter[str] = field(default_factory=Counter)
    begun: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def aims(self) -> Iterator[str]:
        """Yield what to aim at, until there were enough kills."""
        enough = min(ENOUGH, self.rounds * ENOUGH // FULL)
        while self.killed.total() < self.rounds or self.killed[self.rarest] < enough:
            if self.begun.total() > 3 * self.rounds:
                raise Lost(f"kills that would not fall where they should: {self.killed}")
            aim = self.rarest
            self.begun[aim] += 1
            yield aim

    @property
    def rarest(self) -> str:
        """The phase that the fewest kills fell into."""
        return min(PHASES, key=lambda phase: (self.killed[phase], self.begun[phase]))


def kill(face: str, rounds: int, workers: int = 2) -> Tally:
    """Kill a face that many times, in several rooms at once (Lost)."""
    memory = Path("/dev/shm")  # noqa: S108 -- a folder of its own in there
    tally = Tally(rounds)
    begun = time.monotonic()

    def work(folder: Path) -> None:
        victim = Victim(folder, face)
        for aim in tally.aims():
            fell = victim.round(aim)
            if fell is not None:
                tally.killed[fell] += 1

    with (
        TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder,
        ThreadPoolExecutor(workers) as pool,
    ):
        list(pool.map(work, [Path(folder, str(number)) for number in range(workers)]))
    tally.seconds = time.monotonic() - begun
    return tally


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else FULL
    tallies = {face: kill(face, rounds) for face in ("annotate", "window")}
    print("killed while    ", *(f"{face:>10}" for face in tallies))
    for phase in PHASES:
        print(f"{phase:16}", *(f"{tally.killed[phase]:10}" for tally in tallies.values()))
    print("kills           ", *(f"{tally.killed.total():10}" for tally in tallies.values()))
    print("seconds         ", *(f"{tally.seconds:10.0f}" for tally in tallies.values()))
    print("Nothing that was acknowledged was lost.")


if __name__ == "__main__":
    main()
