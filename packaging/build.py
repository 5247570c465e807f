"""Build what this machine can build of Pressmark's installers, and say what became of each.

    python packaging/build.py                  everything that can be built here, into dist/
    python packaging/build.py --only deb,rpm   some of them
    python packaging/build.py --all            build, then install, use and remove each of them

What is built is the last commit. Every installer comes with the licences of its parts and a bill
of materials; SHA256SUMS covers them all. The last lines are a table: what was built, what was
tested, and what was left out and why.
"""

import argparse
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from bundle import digest
from cycle import SKIPPED
from ground import DIST, PACKAGING, MissingToolError
from targets import TARGETS, Target

_SUMS = DIST / "SHA256SUMS"


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
        size = f"{self.path.stat().st_size / 1e6:6.1f} MB" if self.path else ""
        name = self.path.name if self.path else self.why
        state = (
            f"{self.target:9}{self.built:9}{self.tested:9}{self.seconds:5.0f} s  {size:11}{name}"
        )
        return f"{state}\n{'':44}sha256 {digest(self.path)}" if self.path else state


def made(target: Target, *, with_test: bool) -> Outcome:
    """Build one installer, test it where that is asked for, and say what became of it."""
    outcome, begun = Outcome(target.name), time.monotonic()
    if sys.platform not in target.systems:
        outcome.why = f"is built on {' or '.join(sorted(target.systems))}"
        return outcome
    try:
        outcome.path = target.build()
        outcome.built = "built"
        if with_test:
            outcome.tested = tested(target, outcome.path)
    except MissingToolError as missing:
        outcome.why = str(missing)
    except subprocess.CalledProcessError as failure:
        outcome.built, outcome.why = "FAILED", f"{failure.cmd[0]} ended with {failure.returncode}"
    outcome.seconds = time.monotonic() - begun
    return outcome


def tested(target: Target, path: Path) -> str:
    """Put an installer through its cycle; return what the table says of it."""
    if not target.cycle:
        return "by hand"
    done = subprocess.run([sys.executable, PACKAGING / target.cycle, path], check=False)
    return {0: "tested", SKIPPED: "skipped"}.get(done.returncode, "FAILED")


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
    DIST.mkdir(exist_ok=True)
    outcomes = [made(target, with_test=asked.all) for target in wanted]
    write_sums()
    print("", *(outcome.line() for outcome in outcomes), sep="\n")
    sys.exit(not all(outcome.is_well for outcome in outcomes))


if __name__ == "__main__":
    main()
