"""Pressmark and all it needs in one folder: what `.deb`, `.rpm` and `.tar.xz` hold, and `.app`."""

import hashlib
import shutil
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import elf
from ground import (
    CONSTRAINTS,
    PACKAGING,
    ROOT,
    TOOLS,
    WORK,
    commit,
    environment_python,
    fresh,
    once,
    run,
)

MANIFEST = "installed.sha256"
"""Lies beside what the interpreter knows as its own; `self-test` goes through it."""
BY_INSTALLER = "Pressmark installer\n"
_MACH_O = {b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe"}


@once
def tools() -> Path:
    """Return the Python of the environment that builds, none of which ships."""
    with_these = ("build", "cyclonedx-bom", "hatchling", "ziglang")
    return environment_python("tools", *with_these, constraints=[TOOLS])


@once
def wheel() -> Path:
    """Build the wheel of the commit: what is not committed is not built."""
    source = fresh(WORK / "source")
    archive = WORK / "source.zip"
    run("git", "archive", "--output", archive, commit())
    shutil.unpack_archive(archive, source)
    made = fresh(WORK / "wheel")
    run(tools(), "-m", "build", "--no-isolation", "--wheel", "--outdir", made, source, folder=WORK)
    return next(made.glob("*.whl"))


@once
def freezing_python() -> Path:
    """Return the Python of an environment with the wheel, the locked packages and PyInstaller."""
    python = environment_python(
        "frozen", "colorama", "pyinstaller", *needs(), constraints=[CONSTRAINTS, TOOLS]
    )
    install = (python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    run(*install, "--no-deps", "--force-reinstall", wheel())
    return python


@once
def pictures() -> Path:
    """Draw the icons; return their folder."""
    folder = fresh(WORK / "icons")
    run(freezing_python(), PACKAGING / "icons.py", folder)
    return folder


def needs() -> list[str]:
    """Return what Pressmark depends on, as its project file says it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return list(project["dependencies"])


def frozen() -> tuple[Path, Path]:
    """Freeze Pressmark; return the Python it was frozen with, and the folder with the program."""
    python = freezing_python()
    folder = pyinstaller(python) / "pressmark"
    if sys.platform == "linux":
        for path in elf.binaries(folder):
            elf.strip(path)
    mark_installed(folder / "_internal", folder / "_internal")
    return python, folder


def pyinstaller(python: Path) -> Path:
    """Return a folder with what PyInstaller makes of this environment."""
    made, work = fresh(WORK / "bundle"), fresh(WORK / "pyinstaller")
    folders = ("--distpath", made, "--workpath", work)
    options = ("--noconfirm", "--log-level=ERROR")
    run(python, "-m", "PyInstaller", *options, *folders, PACKAGING / "pressmark.spec")
    return made


def mark_installed(interpreter: Path, packages: Path) -> None:
    """Write beside the interpreter what was installed, for `self-test` to compare.

    `packages` is the folder with Pressmark's own metadata, which say who installed it.
    """
    metadata = next(packages.glob("pressmark-*.dist-info"))
    (metadata / "INSTALLER").write_text(BY_INSTALLER, encoding="ascii", newline="\n")
    record = metadata / "RECORD"  # of what is here: pip's own has where it took the wheel from
    lines = record.read_text(encoding="utf-8").strip().split("\n")
    here = [line for line in lines if line.startswith("pressmark/") and _is_at(packages, line)]
    record.write_text("\n".join([*sorted(here), ""]), encoding="utf-8", newline="\n")
    root = interpreter.parent
    names = [(digest(path), path.relative_to(root).as_posix()) for path in _unsigned(root)]
    lines = [f"{sha256}  {name}\n" for sha256, name in names]
    (interpreter / MANIFEST).write_text("".join(lines), encoding="utf-8", newline="\n")


def _is_at(folder: Path, line: str) -> bool:
    return (folder / line.partition(",")[0]).is_file()


def _unsigned(folder: Path) -> Iterator[Path]:
    """Yield the files that stay as they are: programs of macOS are signed, and prove themselves."""
    for path in files(folder):
        with path.open("rb") as file:
            if file.read(4) not in _MACH_O:
                yield path


def files(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder, in an order that is the same everywhere."""
    found = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    yield from sorted(found, key=lambda path: path.relative_to(folder).as_posix().encode())


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
