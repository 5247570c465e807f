"""Everything one does in a checkout, on any machine with Python 3.11 to 3.13 and nothing else.

    python3 tasks.py run      set everything up and open Pressmark on its example project
    python3 tasks.py check    set everything up and run every check and test

Only the standard library is used here. What the system lacks is installed where that is allowed
(Debian and Ubuntu, as root or with a sudo that asks nothing) and named where it is not. The Python
packages go into `.venv`, in exactly the versions of `constraints.txt`.
"""

import argparse
import ctypes
import hashlib
import importlib.util
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
import venv
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
INTEROP_VENV = ROOT / ".venv-interop"
STAMP = "pressmark-setup"
PROJECT = ROOT / "pyproject.toml"
CONSTRAINTS = ROOT / "constraints.txt"
INTEROP_CONSTRAINTS = ROOT / "tests" / "interop" / "constraints.txt"
LICENCES = ROOT / "resources" / "licences" / "licences.json"

# What Qt asks of a Linux system beyond its own wheel, and the Debian package that has it. Asking
# the linker rather than the package manager works everywhere, and where packages were renamed.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# What the tests with real key events need: an X server of their own, a typist, keyboard layouts;
# and those that listen as a screen reader does: a bus of their own, and what makes it accessible.
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "setxkbmap": "x11-xkb-utils",
    "dbus-daemon": "dbus",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
}
# What installers are made and tried with; where one is missing, the build says so.
INSTALLER_TOOLS = {
    "/usr/share/keyrings/debian-archive-keyring.gpg": "debian-archive-keyring",
    "appstreamcli": "appstream",
    "desktop-file-validate": "desktop-file-utils",
    "lintian": "lintian",
    "makensis": "nsis",
    "mmdebstrap": "mmdebstrap",
    "rpmbuild": "rpm",
    "strip": "binutils",
    "wine": "wine",
}
# The same where there is no apt-get: package manager, and the line to run.
XCB = "xcb-util-cursor xcb-util-image xcb-util-keysyms xcb-util-renderutil xcb-util-wm"
ELSEWHERE = {
    "dnf": "sudo dnf install at-spi2-core cups-libs dbus-daemon dbus-libs fontconfig glib2 "
    "libglvnd-egl libglvnd-glx libwayland-cursor libwayland-egl libxkbcommon-x11 setxkbmap "
    f"xdotool xorg-x11-server-Xvfb {XCB}",
    "pacman": "sudo pacman -S --needed at-spi2-core dbus fontconfig glib2 libcups libglvnd "
    f"libxkbcommon-x11 wayland xdotool xorg-server-xvfb xorg-setxkbmap {XCB}",
}


def stop(sentence: str) -> NoReturn:
    """End here, with a sentence that says what is wrong and what to do."""
    sys.exit(f"\n{sentence}")


def run(*command: str | Path, **env: str) -> bool:
    """Run a program in the checkout, in the reader's sight; return whether it went well."""
    print(f"\n$ {shlex.join(map(str, command))}", flush=True)
    return subprocess.run(command, cwd=ROOT, env=os.environ | env, check=False).returncode == 0


def works(*command: str | Path) -> bool:
    """Run a program unseen; return whether it went well."""
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def program(name: str, folder: Path = VENV) -> Path:
    """Return a program of a virtual environment."""
    return folder / (f"Scripts/{name}.exe" if os.name == "nt" else f"bin/{name}")


def python(*arguments: str | Path, **env: str) -> bool:
    """Run the environment's own Python."""
    return run(program("python"), *arguments, **env)


# Set-up


def has_library(soname: str) -> bool:
    """Return whether the dynamic linker finds a shared library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def missing_from_system(*, for_tests: bool) -> list[str]:
    """Return the Debian packages whose contents this system lacks."""
    missing = [package for soname, package in LIBRARIES.items() if not has_library(soname)]
    if for_tests:
        missing += [name for test, name in TEST_PROGRAMS.items() if not shutil.which(test)]
    if importlib.util.find_spec("ensurepip") is None:
        missing.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    return missing


def prepare_system(*, for_tests: bool) -> None:
    """Install what a Linux system lacks, or say how and stop."""
    missing = missing_from_system(for_tests=for_tests) if sys.platform == "linux" else []
    if not missing:
        return
    if not shutil.which("apt-get"):
        ask = f"Please install what Debian calls {', '.join(missing)}, then try again."
        for tool in filter(shutil.which, ELSEWHERE):
            ask = f"Please run this line, then try again:\n\n    {ELSEWHERE[tool]}"
        stop(f"Some system packages are missing. {ask}")
    install_from_system(missing)


def install_from_system(missing: Sequence[str]) -> None:
    """Install Debian packages, or say how and stop."""
    sudo = [] if works("sh", "-c", "test $(id -u) = 0") else ["sudo", "-n"]
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
    if sudo and not works(*sudo, "true"):
        stop(
            "Some system packages are missing, and installing them needs a password. Please run "
            f"this line, then try again:\n\n    sudo {shlex.join(install)}"
        )
    run(*sudo, "apt-get", "update", "--quiet")
    if not run(*sudo, *install, DEBIAN_FRONTEND="noninteractive"):
        stop("The system packages could not be installed; the lines above say why.")


def prepare_packages(folder: Path = VENV, group: str = "dev") -> None:
    """Make an environment hold Pressmark and the locked packages; at once where it does already."""
    same_python = f"import pip, sys; assert sys.version_info[:2] == {sys.version_info[:2]}"
    inside = program("python", folder)
    if not works(inside, "-c", same_python):
        print(f"\nMaking the environment in {folder}", flush=True)
        venv.create(folder, clear=True, with_pip=True, symlinks=os.name != "nt")
    locks = CONSTRAINTS if group == "dev" else INTEROP_CONSTRAINTS
    made_from = f"{ROOT}\n".encode() + PROJECT.read_bytes() + locks.read_bytes()
    stamp, told = hashlib.sha256(made_from).hexdigest(), folder / STAMP
    if told.is_file() and told.read_text(encoding="ascii") == stamp:
        return
    install = (inside, "-m", "pip", "install", "--quiet", "--constraint", locks)
    if not (
        run(*install, "--upgrade", "pip", PIP_DISABLE_PIP_VERSION_CHECK="1")
        and run(*install, "--editable", ".", "--group", group)
    ):
        stop(
            "The Python packages could not be installed; the lines above say why. "
            "The first set-up needs a network connection."
        )
    told.write_text(stamp, encoding="ascii")


def setup(*, for_tests: bool = True) -> bool:
    """Set up the system and the environment; nothing happens where all is in place."""
    prepare_system(for_tests=for_tests)
    prepare_packages()
    return True


# What one does once that is done


def open_window(*arguments: str) -> bool:
    """Open Pressmark; where there is no screen, say so and let it test itself instead."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY")
    if sys.platform != "linux" or any(os.environ.get(name) for name in screens):
        return python("-m", "pressmark", *arguments)
    print("\nThere is no screen here: instead of opening its window, Pressmark tests itself.")
    return python("-m", "pressmark", "self-test", QT_QPA_PLATFORM="offscreen")


def lint() -> bool:
    """Run ruff: the rules and the format."""
    rules = python("-m", "ruff", "check")
    return python("-m", "ruff", "format", "--check") and rules


def types() -> bool:
    """Run mypy, strict, over everything that ships or builds."""
    return python("-m", "mypy")


def contracts() -> bool:
    """Run import-linter: who may know whom."""
    return run(program("lint-imports"))


def test(*arguments: str) -> bool:
    """Run the tests pytest is told to, or else all of them, and their coverage."""
    everything = ("--numprocesses=auto", "--dist=loadfile", "--cov", "--cov-report=term")
    return python("-m", "pytest", *(arguments or everything))


def smoke() -> bool:
    """Build the wheel, install it elsewhere, and let it prove itself there."""
    return python("packaging/smoke.py")


def benchmarks(*arguments: str) -> bool:
    """Measure the budgets of speed, all or those named: each is a script of its own."""
    scripts = (ROOT / "tests" / "benchmarks").glob("*.py")
    names = arguments or sorted({path.stem for path in scripts} - {"measuring", "scale"})
    met = [_meets_budgets(name) for name in names]
    return all(met)


def _meets_budgets(name: str) -> bool:
    # What else the machine does only ever adds time: a miss counts when it comes a second time.
    script = f"tests/benchmarks/{name}.py"
    return python(script) or python(script)


def languages() -> bool:
    """Bring the catalogues of words up to the source, and list what is to be translated."""
    return python("packaging/catalogues.py")


def crash(*arguments: str) -> bool:
    """Kill both faces at random instants, 200 times or as often as said, and look for losses."""
    return python("-m", "tests.crash.kill_rounds", *arguments)


def interop(*arguments: str) -> bool:
    """Hand what is exported to the programs it is for, in an environment of their own."""
    prepare_packages(INTEROP_VENV, "interop")
    tests = ROOT / "tests" / "interop"
    pytest = ("-m", "pytest", "-c", tests / "pytest.ini", "--confcutdir", tests)
    named = any(not one.startswith("-") for one in arguments)
    return run(program("python", INTEROP_VENV), *pytest, *arguments, *(() if named else (tests,)))


def tools() -> bool:
    """Install what installers are made and tried with, where there is an apt-get to do it."""
    if sys.platform != "linux" or not shutil.which("apt-get"):
        return True
    missing = missing_from_system(for_tests=False)
    missing += [
        package
        for name, package in INSTALLER_TOOLS.items()
        if not shutil.which(name) and not Path(name).is_file()
    ]
    own = str(sysconfig.get_config_var("INSTSONAME"))
    if ".so" in own and not has_library(own):  # Debian's Python has a copy of it in itself
        missing.append(own.partition(".so")[0])
    if missing:
        install_from_system(missing)
    return True


def installers(*arguments: str) -> bool:
    """Build the installers, or those `--only` names, and install, use and remove each of them."""
    return python("packaging/build.py", "--all", *arguments)


def check() -> bool:
    """Run everything that must be green, to the end, and sum up."""
    results: list[tuple[str, bool, float]] = []
    for step in (lint, types, contracts, test, smoke):
        begun = time.monotonic()
        results.append((step.__name__, step(), time.monotonic() - begun))
    print()
    for name, good, seconds in results:
        print(f"{name:12}{'ok' if good else 'FAILED':8}{seconds:5.0f} s")
    return all(good for _, good, _ in results)


def lock() -> bool:
    """Write the newest versions that fit to the files of constraints and the list of licences."""
    if sys.version_info[:2] != (3, 11):
        stop("Please lock with Python 3.11, the oldest that Pressmark runs on.")
    versions = _newest("dev")
    others = _newest("interop")
    if not versions or not others:
        return False
    _write_lock(CONSTRAINTS, versions)
    _write_lock(INTEROP_CONSTRAINTS, others)
    update_licences(versions)
    return True


def _newest(group: str) -> dict[str, str]:
    """Return the newest versions of what Pressmark and a group need; nothing where that fails."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        pip = (program("python", Path(folder)), "-m", "pip")
        upgraded = run(*pip, "install", "--quiet", "--upgrade", "pip")
        if not (upgraded and run(*pip, "install", "--quiet", ".", "--group", group)):
            return {}
        frozen = subprocess.run([*pip, "list", "--format=freeze"], capture_output=True, check=True)
    pairs = (line.split("==") for line in frozen.stdout.decode().split())
    return {re.sub("[-_.]+", "-", name).lower(): version for name, version in pairs}


def _write_lock(path: Path, versions: Mapping[str, str]) -> None:
    own = {"pressmark", "setuptools"}
    lines = [f"{name}=={versions[name]}" for name in sorted(versions.keys() - own)]
    text = "\n".join(["# Made by `python3 tasks.py lock`.", *lines, ""])
    path.write_text(text, encoding="ascii")


def update_licences(versions: Mapping[str, str]) -> None:
    """Bring the versions in the list of licences up to the locked ones."""
    rows = json.loads(LICENCES.read_text(encoding="utf-8"))
    for row in rows:
        row["version"] = versions.get(row["component"].lower(), row["version"])
    lines = ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in rows)
    LICENCES.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


TASKS: dict[str, Callable[..., bool]] = {
    "run": open_window,
    "check": check,
    "setup": setup,
    "lint": lint,
    "types": types,
    "contracts": contracts,
    "test": test,
    "smoke": smoke,
    "benchmarks": benchmarks,
    "crash": crash,
    "interop": interop,
    "installers": installers,
    "tools": tools,
    "languages": languages,
    "lock": lock,
}


def main() -> None:
    """Do one task; the exit status says whether it went well."""
    if not (3, 11) <= sys.version_info < (3, 14):
        stop("Pressmark needs Python 3.11, 3.12 or 3.13; please run this with one of them.")
    about = "".join(f"\n  {name:12}{task.__doc__}" for name, task in TASKS.items())
    parser = argparse.ArgumentParser(
        usage="%(prog)s TASK [arguments of run, test, benchmarks, crash, interop or installers]",
        description=f"tasks:{about}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("task", choices=TASKS, metavar="TASK")
    parser.add_argument("arguments", nargs=argparse.REMAINDER)
    given = parser.parse_args()
    with_arguments = {"run", "test", "benchmarks", "crash", "interop", "installers"}
    if given.arguments and given.task not in with_arguments:
        parser.error(f"{given.task} takes no arguments")
    task = TASKS[given.task]
    if task not in (setup, lock, tools):
        setup(for_tests=task is not open_window)
    sys.exit(0 if task(*given.arguments) else 1)


if __name__ == "__main__":
    main()
