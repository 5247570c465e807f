"""Build what this machine can build of Pressmark's installers, and say what became of each.

    python packaging/build.py                  everything that can be built here, into dist/
    python packaging/build.py --only deb,rpm   some of them
    python packaging/build.py --all            build, then install, use and remove each of them

Tools that are missing are installed first, where that is allowed (see `tasks.py`).
What is built is the last commit. Every installer comes with the licences of its parts and a bill
of materials; SHA256SUMS covers them all. The last lines are a table: what was built, what was
tested, and what was left out and why.
"""

import argparse
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bundle import digest
from cycle import SKIPPED
from ground import DIST, PACKAGING, ROOT, MissingToolError, followed, fresh, making
from targets import TARGETS, Target

_SUMS = DIST / "SHA256SUMS"
_AT_A_TIME = 2
"""Most of the time a target keeps one processor busy, or waits for a package to come."""


@dataclass(slots=True)
class Outcome:
    """What became of one installer; `path` is where it lies, if it was built."""

    target: str
    built: str = "skipped"
    tested: str = "-"
    why: str = ""
    path: Path | None = None
    seconds: float = 0

    @property
    def is_well(self) -> bool:
        """Whether nothing failed; what is skipped on purpose did not fail."""
        return "FAILED" not in {self.built, self.tested}

    def line(self) -> str:
        """Return its line of the table."""
        state = f"{self.target:9}{self.built:9}{self.tested:9}{self.seconds:5.0f} s  "
        if self.path is None:
            return f"{state}{'':11}{self.why}"
        size = f"{self.path.stat().st_size / 1e6:6.1f} MB"
        more = [f"sha256 {digest(self.path)}", *filter(None, [self.why])]
        return f"\n{'':44}".join([f"{state}{size:11}{self.path.name}", *more])


def made(target: Target, *, with_test: bool) -> Outcome:
    """Build one installer, test it where that is asked for, and say what became of it."""
    making.set(target.name)
    outcome, begun = Outcome(target.name), time.monotonic()
    if sys.platform not in target.systems:
        outcome.why = f"is built on {' or '.join(sorted(target.systems))}"
        return outcome
    try:
        outcome.path = target.build()
        outcome.built = "built"
        if with_test:
            outcome.tested, outcome.why = tested(target, outcome.path)
    except MissingToolError as missing:
        outcome.built = "FAILED" if with_test and target.is_owed else "skipped"
        outcome.why = str(missing)
    except subprocess.CalledProcessError as failure:
        outcome.built, outcome.why = "FAILED", f"{failure.cmd[0]} ended with {failure.returncode}"
    outcome.seconds = time.monotonic() - begun
    return outcome


def tested(target: Target, path: Path) -> tuple[str, str]:
    """Put an installer through its cycle; return what the table says of it, and why."""
    status, said = followed(sys.executable, "-u", PACKAGING / target.cycle, path)
    if status == 0:
        return "tested", ""
    return "skipped" if status == SKIPPED and not target.is_owed else "FAILED", said


def write_sums() -> None:
    """Write the checksums of everything in the folder, as `sha256sum --check` reads them."""
    there = sorted(path for path in DIST.iterdir() if path.is_file() and path != _SUMS)
    lines = [f"{digest(path)}  {path.name}\n" for path in there]
    _SUMS.write_text("".join(lines), encoding="ascii", newline="\n")


def main() -> None:
    """Build, test and print the table; the exit status says whether nothing failed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    names = [target.name for target in TARGETS]
    parser.add_argument("--only", default=",".join(names), metavar="NAME,NAME")
    parser.add_argument("--all", action="store_true", help="test what was built as well")
    asked = parser.parse_args()
    only = asked.only.split(",")
    if not set(only) <= set(names):
        parser.error(f"there are {', '.join(names)}")
    wanted = [target for target in TARGETS if target.name in only]
    if len(wanted) == len(TARGETS):
        fresh(DIST)  # or what fails now would lie there as it was built before
    DIST.mkdir(exist_ok=True)
    followed(sys.executable, ROOT / "tasks.py", "tools")
    with ThreadPoolExecutor(_AT_A_TIME) as pool:
        outcomes = list(pool.map(partial(made, with_test=asked.all), wanted))
    write_sums()
    print("", *(outcome.line() for outcome in outcomes), sep="\n")
    sys.exit(not all(outcome.is_well for outcome in outcomes))


if __name__ == "__main__":
    main()
