"""The installers there are: where each can be built, how, and what proves it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import deb
import macos
import rpm
import setup_exe
import tarball
from linux_ground import tree
from windows_tree import tree as windows_tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An installer: its name, the systems (`sys.platform`) it is built on, how, and its test.

    `build` returns the file; MissingToolError where the machine lacks something. `cycle` is the
    script that installs it, uses it and removes it. One that `is_owed` may not be left out, nor its
    test, on a system that it is built on.
    """

    name: str
    systems: frozenset[str]
    build: Callable[[], Path]
    cycle: str
    is_owed: bool = False


_LINUX = frozenset({"linux"})
TARGETS = (
    Target(
        name="setup",
        systems=_LINUX | {"win32"},
        build=lambda: setup_exe.package(windows_tree()),
        cycle="cycle_windows.py",
        is_owed=True,
    ),
    Target(
        name="deb",
        systems=_LINUX,
        build=lambda: deb.package(tree()),
        cycle="cycle_deb.py",
        is_owed=True,
    ),
    Target(
        name="tarball",
        systems=_LINUX,
        build=lambda: tarball.package(tree()),
        cycle="cycle_tarball.py",
    ),
    Target(name="rpm", systems=_LINUX, build=lambda: rpm.package(tree()), cycle="cycle_rpm.py"),
    Target(name="dmg", systems=frozenset({"darwin"}), build=macos.package, cycle="cycle_macos.py"),
)
"""In the order in which they are begun: what takes longest comes first."""
