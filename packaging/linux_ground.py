"""What every Linux package is made from, built once: the bundle and the tree around it."""

from pathlib import Path

import bill
import elf
import notices
from bundle import frozen, pictures, tools
from ground import DIST, WORK, once, version
from linux_tree import tree as laid_out


@once
def tree() -> Path:
    """Return the tree that the packages hold."""
    python, folder = frozen()
    parts = [*notices.listed(), *_brought(python, folder)]
    papers = notices.write(WORK / "LICENSES", parts)
    made = bill.write(DIST / f"pressmark-{version()}-linux.cdx.json", tools(), python, parts)
    bill.problems(made, tools())
    return laid_out(folder, pictures(), papers, made)


def _brought(python: Path, folder: Path) -> list[notices.Part]:
    """Return what the bundle holds besides packages of Python."""
    everything = elf.binaries(folder)
    libraries = [path for path in everything if path.parent == folder / "_internal"]
    return [
        notices.interpreter(*notices.python_licence(python)),
        *notices.icu(path.name for path in everything),
        notices.freezer_of(python),
        *notices.of_system(libraries),
    ]
