"""The installer for Windows, made by NSIS from the folder that is to be installed."""

from pathlib import Path

from ground import DIST, PACKAGING, WORK, need, run, version


def package(tree: Path) -> Path:
    """Build the installer; the same folder makes the same bytes."""
    made = DIST / f"pressmark-{version()}-setup.exe"
    told = {
        "VERSION": version(),
        "FILES": tree,
        "OUTPUT": made,
        "ICON": WORK / "icons" / "pressmark.ico",
    }
    options = [f"-D{name}={value}" for name, value in told.items()]
    run(need("makensis", "nsis"), "-V2", "-WX", *options, PACKAGING / "windows" / "setup.nsi")
    return made
