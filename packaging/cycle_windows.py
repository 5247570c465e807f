"""Install, use and remove the Windows installer under wine: `python cycle_windows.py SETUP.exe`.

Twice: for one person and for the whole machine, each time over an older version. What wine proves
is the wiring: files, registry, the programs, a project and its window. It proves nothing about
fonts, high resolutions, virus scanners and SmartScreen; see README.md of this folder.
"""

import hashlib
import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bundle import tools
from cycle import going_through
from ground import version
from setup_exe import older
from wine import Windows, windows


@dataclass(frozen=True, slots=True)
class Way:
    """A way to install: what the installer is told, where it puts things, and whose they are."""

    option: str
    folder: str
    is_own: bool
    root: str
    path_key: str


_UNINSTALL = "Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Pressmark"
_USER = Way(
    option="/CurrentUser",
    folder="AppData/Local/Programs/Pressmark",
    is_own=True,
    root="HKCU",
    path_key="HKCU\\Environment",
)
_MACHINE = Way(
    option="/AllUsers",
    folder="Program Files/Pressmark",
    is_own=False,
    root="HKLM",
    path_key="HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment",
)


def main() -> None:
    """Exit with 0 when all of it went well."""
    setup = Path(sys.argv[1]).resolve()
    with going_through(setup), windows(tools()) as there:
        for way in (_USER, _MACHINE):
            print(f"\n==== {way.option}", flush=True)
            Cycle(there, setup, way).run()


class Cycle:
    """One installation, from an older version to nothing."""

    def __init__(self, there: Windows, setup: Path, way: Way) -> None:
        """Look at what is there before."""
        self._windows, self._setup, self._way = there, setup, way
        self._folder = there.home / way.folder if way.is_own else there.drive / way.folder
        self._documents = there.home / "Documents"
        self._documents.mkdir(exist_ok=True)
        self._own = there.named(self._documents / "own.pressmark")
        self._settings = there.home / "AppData" / "Local" / "pressmark" / "settings.json"
        self._path_before = there.value(way.path_key, "Path")

    def run(self) -> None:
        """Install the older one, work, install this one, use it, remove it."""
        self._install(older())
        expect(self._file("lib/of-the-older-version").is_file(), "the older version is not there")
        (self._documents / "own.pressmark").unlink(missing_ok=True)  # of the other way
        self._console("new", self._own, "--title", "Own work")
        self._settings.parent.mkdir(parents=True, exist_ok=True)
        self._settings.write_text('{"theme": "dark"}\n', encoding="utf-8")
        before = self._work()
        expect(str(self._settings) in before, "the settings are not looked after")
        self._install(self._setup)
        expect(not self._file("lib/of-the-older-version").exists(), "files of the older one stay")
        expect(self._work() == before, "installing changed somebody's work")
        self._look_at_registry()
        self._test_itself()
        self._open_by_association()
        before = self._work()
        self._remove()
        expect(self._work() == before, "removing changed somebody's work")
        print("nothing is left but somebody's own work", flush=True)

    def _install(self, setup: Path) -> None:
        self._windows.run(self._windows.named(setup), "/S", self._way.option)
        for name in ("Pressmark.exe", "bin/pressmark.exe", "uninstall.exe", "LICENSES/README.txt"):
            expect(self._file(name).is_file(), f"{name} was not installed")

    def _console(self, *words: str) -> str:
        return self._windows.run(f"{self._on_windows()}\\bin\\pressmark.exe", *words)

    def _look_at_registry(self) -> None:
        classes = f"{self._way.root}\\Software\\Classes"
        expect(
            self._windows.value(f"{classes}\\.pressmark") == "Pressmark.Project", "no association"
        )
        command = self._windows.value(f"{classes}\\Pressmark.Project\\shell\\open\\command")
        expect(command == f'"{self._on_windows()}\\Pressmark.exe" "%1"', f"it opens {command!r}")
        listed = self._windows.value(f"{self._way.root}\\{_UNINSTALL}", "DisplayVersion")
        expect(listed == version(), f"Windows lists the version {listed!r}")
        path = self._windows.value(self._way.path_key, "Path")
        expect(path.endswith(f"{self._on_windows()}\\bin"), f"the PATH is {path!r}")

    def _test_itself(self) -> None:
        print(self._console("--version").strip())
        for program in ("bin\\pressmark.exe", "Pressmark.exe"):
            report = self._documents / "report.json"
            told = self._windows.named(report)
            self._windows.run(
                f"{self._on_windows()}\\{program}", "self-test", "--report", told, check=False
            )
            checks = json.loads(report.read_text(encoding="utf-8"))["checks"]
            for one in checks:
                print(f"{'ok    ' if one['passed'] else 'FAILED'}  {one['name']}: {one['told']}")
            expect(all(one["passed"] for one in checks), f"{program} failed its self-test")
            report.unlink()

    def _open_by_association(self) -> None:
        """Open a project by the command that the registry has, as a double click does, twice.

        Its window holds the project's lock; the second time the first window is called.
        """
        key = f"{self._way.root}\\Software\\Classes\\Pressmark.Project\\shell\\open\\command"
        program = self._windows.value(key).partition('" "%1"')[0].strip('"')
        lock = self._documents / "own.pressmark.lock"
        with self._windows.started(program, self._own) as first:
            wait_for(lambda: lock.exists() or first.poll() is not None, "no window came")
            expect(lock.exists(), f"the window ended with {first.poll()}")
            with self._windows.started(program, self._own) as second:
                wait_for(lambda: second.poll() == 0, "a second window opened")
            self._windows.run("taskkill", "/f", "/im", "Pressmark.exe", check=False)
        lock.unlink()

    def _remove(self) -> None:
        self._windows.run(f"{self._on_windows()}\\uninstall.exe", "/S", self._way.option)
        wait_for(lambda: not self._folder.exists(), "files are left in its folder")
        roots = (self._windows.home / "AppData/Roaming", self._windows.drive / "ProgramData")
        left = [one for root in roots for one in root.rglob("Pressmark*.lnk")]
        expect(not left, f"left in the menu: {left}")
        expect(self._windows.value(self._way.path_key, "Path") == self._path_before, "PATH differs")
        left_over = self._windows.left_in_registry()
        expect(not left_over, f"left in the registry: {left_over}")

    def _work(self) -> dict[str, str]:
        """Return what is somebody's own: the project, settings and state, by their digests."""
        home = self._documents.parent
        there = [*self._documents.glob("*.pressmark"), *home.glob("AppData/*/pressmark/**/*")]
        return {
            str(path): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(there)
            if path.is_file() and path.suffix != ".log"
        }

    def _file(self, name: str) -> Path:
        return self._folder / name

    def _on_windows(self) -> str:
        return self._windows.named(self._folder)


def expect(is_so: bool, otherwise: str) -> None:  # noqa: FBT001 -- it is what is expected
    """AssertionError, with these words, where something is not so."""
    if not is_so:
        raise AssertionError(otherwise)


def wait_for(is_so: Callable[[], bool], otherwise: str) -> None:
    """Wait for something to be so; ten minutes at most, for a machine with much else to do."""
    end = time.monotonic() + 600
    while not is_so():
        expect(time.monotonic() < end, otherwise)
        time.sleep(0.2)


if __name__ == "__main__":
    main()
