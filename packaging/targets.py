"""The installers there are: where each can be built, how, and what proves it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import deb
from linux_ground import tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An installer: its name, the systems (`sys.platform`) it is built on, how, and its test.

    `build` returns the file; MissingToolError where the machine lacks something. `cycle` is the
    script that installs it, uses it and removes it; without one it is tested by hand.
    """

    name: str
    systems: frozenset[str]
    build: Callable[[], Path]
    cycle: str = ""


_LINUX = frozenset({"linux"})
TARGETS = (
    Target(name="deb", systems=_LINUX, build=lambda: deb.package(tree()), cycle="cycle_deb.py"),
)
