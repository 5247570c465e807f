"""The installer for Windows, made by NSIS from the folder that is to be installed."""

import shutil
from pathlib import Path

from ground import DIST, PACKAGING, WORK, fresh, need, run, version

_ICON = WORK / "icons" / "pressmark.ico"


def package(tree: Path) -> Path:
    """Build the installer; the same folder makes the same bytes."""
    return _made(DIST / f"pressmark-{version()}-setup.exe", tree, version())


def older() -> Path:
    """Build an installer as of an earlier version, with a file that the later one lacks."""
    tree = fresh(WORK / "windows-older")
    shutil.copytree(WORK / "windows", tree, dirs_exist_ok=True, copy_function=_linked)
    (tree / "lib" / "of-the-older-version").touch()
    return _made(WORK / "pressmark-0.0.1-setup.exe", tree, "0.0.1", "-DQUICK")


def _made(made: Path, tree: Path, number: str, *more: str) -> Path:
    told = {"VERSION": number, "FILES": tree, "OUTPUT": made, "ICON": _ICON}
    options = [f"-D{name}={value}" for name, value in told.items()]
    script = PACKAGING / "windows" / "setup.nsi"
    run(need("makensis", "nsis"), "-V2", "-WX", *options, *more, script)
    return made


def _linked(source: str, target: str) -> None:
    Path(target).hardlink_to(source)
