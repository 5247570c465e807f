"""What the cycles have in common: how they end."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ground import MissingToolError

SKIPPED = 3
"""The exit status of a cycle that this machine cannot run; its last line says why."""


@contextmanager
def going_through(package: Path) -> Iterator[None]:
    """Say how a cycle ended, and end the program: 0, 1, or SKIPPED where a tool is missing."""
    try:
        yield
    except MissingToolError as missing:
        print(f"{package.name} was not tested: {missing}")
        sys.exit(SKIPPED)
    except (AssertionError, subprocess.CalledProcessError) as failed:
        sys.exit(f"\n{package.name} failed its test: {failed}")
    print(f"\n{package.name} passed its test.")
