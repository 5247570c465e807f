"""What every part of the build stands on: where things are, what is built, and running programs."""

import functools
import os
import re
import shlex
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Iterable
from contextvars import ContextVar
from pathlib import Path
from threading import Lock
from typing import TypeVar

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
DIST = ROOT / "dist"
WORK = ROOT / "build" / "packaging"
CONSTRAINTS = ROOT / "constraints.txt"
TOOLS = PACKAGING / "constraints.txt"
"""What is built with, in exact versions; none of it ships."""


making = ContextVar("making", default="")
"""The installer that this thread makes, where several are made at a time."""

Made = TypeVar("Made")


class MissingToolError(Exception):
    """Something that this machine would need for a target; the words say what and where from."""


def once(make: Callable[[], Made]) -> Callable[[], Made]:
    """Let something be made one time, for whoever asks first; others wait until it is there."""
    lock, made = Lock(), functools.cache(make)

    @functools.wraps(make)
    def waited() -> Made:
        with lock:
            return made()

    return waited


@functools.cache
def version() -> str:
    """Return the version that is built, e.g. "0.1.0"."""
    text = (ROOT / "desktop" / "pressmark" / "version.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "([^"]+)"', text)
    if found is None:
        raise LookupError("version.py says no version")
    return found[1]


@once
def commit() -> str:
    """Return the commit that is built: the last one when the build began."""
    return output("git", "rev-parse", "HEAD")


@functools.cache
def epoch() -> int:
    """Return when that commit was made, in seconds: the time that everything built bears."""
    return int(output("git", "log", "-1", "--format=%ct", commit()))


def environment(**more: str) -> dict[str, str]:
    """Return the environment that programs run in: nothing in it differs from build to build."""
    inherited = {name: os.environ[name] for name in os.environ if not name.startswith("PYTHON")}
    same = {"SOURCE_DATE_EPOCH": str(epoch()), "PYTHONHASHSEED": "0", "TZ": "UTC"}
    return inherited | same | {"LC_ALL": "C.UTF-8"} | more


def say(line: str) -> None:
    """Print a line, behind the name of the installer that it is about."""
    about = making.get()
    print(f"{about:8}| {line}" if about else line, flush=True)


def run(*command: str | Path, folder: Path = ROOT, **env: str) -> None:
    """Run a program in the reader's sight; CalledProcessError where it fails."""
    status, _ = followed(*command, folder=folder, **env)
    if status:
        raise subprocess.CalledProcessError(status, command)


def followed(*command: str | Path, folder: Path = ROOT, **env: str) -> tuple[int, str]:
    """Run a program in the reader's sight; return its exit status and the last line it said."""
    say(f"$ {shlex.join(map(str, command))}")
    last = ""
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment(**env),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            last = line.rstrip()
            say(last)
    return process.returncode, last


def output(*command: str | Path, folder: Path = ROOT) -> str:
    """Return what a program says."""
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return done.stdout.decode(errors="replace").strip()


def need(program: str, package: str) -> str:
    """Return where a program is; MissingToolError, with the package that has it, elsewhere."""
    found = shutil.which(program)
    if found is None:
        raise MissingToolError(f"{program} is not installed (Debian: {package})")
    return found


def fresh(folder: Path) -> Path:
    """Return the folder, emptied."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def environment_python(name: str, *needs: str, constraints: Iterable[Path]) -> Path:
    """Return the Python of an environment of that name that holds these packages, exactly."""
    folder = WORK / name
    locks = [word for path in constraints for word in ("--constraint", str(path))]
    inside = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    told = folder / "made-from"
    made_from = "\n".join(
        [sys.version, *needs, *(Path(lock).read_text(encoding="utf-8") for lock in locks[1::2])]
    )
    if not told.is_file() or told.read_text(encoding="utf-8") != made_from:
        venv.create(folder, clear=True, with_pip=True, symlinks=os.name != "nt")
        pip = (inside, "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
        run(*pip, "--upgrade", *locks[:2], "pip")
        run(*pip, *locks, *needs)
        told.write_text(made_from, encoding="utf-8")
    return inside
