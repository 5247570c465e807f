"""A Windows for the length of a test: wine, in a folder that goes away afterwards, or the real one.

The real one was written without one at hand, and never ran.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from ground import PACKAGING, WORK, fresh, need, run, say

_HIDDEN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTHONPATH", "PYTHONHOME")
"""wine's colour management aborts on a screen that has none; and what would mislead a Python."""
_STUBS = {"icuuc.dll": ("-DICU",), "bcryptprimitives.dll": ("-ladvapi32",)}


class Windows:
    """A Windows: programs are run in it, its folders and its registry looked at."""

    drive = Path("C:/")
    home = Path.home()

    def named(self, path: Path) -> str:
        """Return what programs of Windows call a file."""
        return str(path)

    def run(self, *command: str, check: bool = True) -> str:
        """Run a program of Windows to its end and return what it says."""
        say(f"> {' '.join(command)}")
        done = self._done(command)
        said = done.stdout.decode(errors="replace").replace("\r", "")
        if check and done.returncode:
            told = f"{said}\n{done.stderr.decode(errors='replace')}"
            raise AssertionError(f"{command[0]} ended with {done.returncode}:\n{told}")
        return said

    def _done(self, command: Sequence[str]) -> subprocess.CompletedProcess[bytes]:
        words, environment = self._for_system(command)
        return subprocess.run(
            words, env=environment, capture_output=True, check=False, timeout=3600
        )

    @contextmanager
    def started(self, *command: str) -> Iterator[subprocess.Popen[bytes]]:
        """Start a program with a window, unseen, and end it."""
        say(f"> {' '.join(command)} &")
        hidden = {"QT_QPA_PLATFORM": "offscreen", "WINEQT_QPA_PLATFORM": "offscreen"}
        words, environment = self._for_system(command)
        pipe = subprocess.PIPE  # wine has no handle for whatever this program's own may be
        with subprocess.Popen(
            words, env=environment | hidden, stdin=pipe, stdout=pipe, stderr=pipe
        ) as process:
            try:
                yield process
            finally:
                process.kill()

    def _for_system(self, command: Sequence[str]) -> tuple[list[str], dict[str, str]]:
        return list(command), dict(os.environ)

    def left_in_registry(self) -> list[str]:
        """Return what in the registry speaks of Pressmark."""
        said = [
            self.run("reg", "query", root, "/s", "/f", "pressmark", check=False)
            for root in ("HKCU\\Software\\Classes", "HKCU\\Environment", "HKLM\\SOFTWARE\\Classes")
        ]
        return [line for line in "\n".join(said).split("\n") if "pressmark" in line.lower()]

    def value(self, key: str, name: str = "") -> str:
        """Return a value of the registry, "" where there is none."""
        which = ("/v", name) if name else ("/ve",)
        said = self.run("reg", "query", key, *which, check=False)
        lines = [line.strip() for line in said.split("\n") if "REG_" in line]
        return lines[0].partition("REG_")[2].partition(" ")[2].strip() if lines else ""


class Wine(Windows):
    """A fresh Windows in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        """Set it up in a folder; MissingToolError where there is no wine."""
        self._wine = need("wine", "wine")
        self._server = need("wineserver", "wine")
        self._folder = folder
        self.drive = folder / "drive_c"
        kept = {name: os.environ[name] for name in os.environ if name not in _HIDDEN}
        home = folder / "home"  # the person's documents are there, and not in this one's home
        home.mkdir()
        own = {"WINEPREFIX": str(folder), "WINEDEBUG": "-all", "HOME": str(home)}
        quiet = {"WINEDLLOVERRIDES": "mscoree,mshtml,winemenubuilder.exe="}
        self._environment = kept | own | quiet | {"LC_ALL": "C.UTF-8"}
        self.run("wineboot", "--init")
        self.run("winecfg", "/v", "win10")
        people = (path for path in (self.drive / "users").iterdir() if path.name != "Public")
        self.home = next(people)

    def named(self, path: Path) -> str:
        """Return what programs of Windows call a file, of its drive or of this system's."""
        if path.is_relative_to(self.drive):
            return "C:\\" + path.relative_to(self.drive).as_posix().replace("/", "\\")
        return f"Z:{path}".replace("/", "\\")

    def _for_system(self, command: Sequence[str]) -> tuple[list[str], dict[str, str]]:
        return [self._wine, *command], self._environment

    def left_in_registry(self) -> list[str]:
        """Return what in the registry speaks of Pressmark, wherever it is."""
        self._ask_server("-w")
        files = [self._folder / name for name in ("user.reg", "system.reg")]
        lines = "\n".join(path.read_text(errors="replace") for path in files).split("\n")
        return [line for line in lines if "pressmark" in line.lower()]

    def end(self) -> None:
        """End every program in it."""
        self._ask_server("-k")

    def _ask_server(self, what: str) -> None:
        subprocess.run([self._server, what], env=self._environment, check=False, timeout=600)


@contextmanager
def windows(tools: Path) -> Iterator[Windows]:
    """Yield this Windows, or a fresh one with the libraries that wine lacks."""
    if sys.platform == "win32":
        yield Windows()
        return
    with tempfile.TemporaryDirectory(prefix="pressmark-wine-", ignore_cleanup_errors=True) as name:
        wine = Wine(Path(name))
        try:
            _put_stubs(wine.drive / "windows" / "system32", tools)
            yield wine
        finally:
            wine.end()


def _put_stubs(folder: Path, tools: Path) -> None:
    work = fresh(WORK / "stubs")
    for name, options in _STUBS.items():
        made = work / name
        how = ("cc", "-target", "x86_64-windows-gnu", "-shared", "-Os", "-s", "-o", made)
        source = PACKAGING / "windows" / "wine_stubs.c"
        run(tools, "-m", "ziglang", *how, source, *options)
        (folder / name).write_bytes(made.read_bytes())
