"""What every Linux package is made from, built once: the bundle and the tree around it."""

import functools
from pathlib import Path

import bill
import elf
import notices
from bundle import frozen, tools
from ground import DIST, PACKAGING, WORK, fresh, output, run, version
from linux_tree import tree as laid_out


@functools.cache
def tree() -> Path:
    """Return the tree that the packages hold."""
    python, folder = frozen()
    parts = [*notices.listed(), *_brought(python, folder)]
    papers = notices.write(WORK / "LICENSES", parts)
    made = bill.write(DIST / f"pressmark-{version()}-linux.cdx.json", tools(), python, parts)
    bill.problems(made, tools())
    pictures = fresh(WORK / "icons")
    run(python, PACKAGING / "icons.py", pictures)
    return laid_out(folder, pictures, papers, made)


def _brought(python: Path, folder: Path) -> list[notices.Part]:
    """Return what the bundle holds besides packages of Python."""
    libraries = [path for path in elf.binaries(folder) if path.parent == folder / "_internal"]
    everything = [path.name for path in elf.binaries(folder)]
    own = (
        "import platform, sysconfig; print(platform.python_version(), sysconfig.get_path('stdlib'))"
    )
    number, standard = output(python, "-c", own).split()
    licence = (Path(standard) / "LICENSE.txt").read_text(encoding="utf-8")
    look = (
        "from importlib.metadata import distribution as d; p = d('pyinstaller'); print(p.version)"
    )
    terms = next(
        python.parents[1].glob("lib/python*/site-packages/pyinstaller-*/licenses/COPYING.txt")
    )
    return [
        notices.interpreter(number, licence),
        *notices.icu(everything),
        notices.freezer(output(python, "-c", look), terms.read_text(encoding="utf-8")),
        *notices.of_system(libraries),
    ]
